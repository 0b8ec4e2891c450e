package org.reelbench.playback.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.LoadingSession;
import org.reelbench.media.AudioSink;
import org.reelbench.media.AudioSinks;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.SlateCatalog;
import org.reelbench.timeline.Sequence;
import org.reelbench.playback.Course;
import org.reelbench.playback.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a sink filled with the sound of a sequence until playback stops; after the sequence's end, and where its sound cannot be
 * rendered, with silence, because the sink is the clock. Runs on the sound thread.
 */
final class SoundFeed implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SoundFeed.class);

    /** How much is rendered at once; so long takes a stop at most until nothing is heard. */
    private static final int BLOCK_FRAMES = 2048;

    private final Scene scene;
    private final SlateCatalog slates;
    private final Tape tape;
    private final Renderers renderers;
    private final AudioSinks sinks;
    private final Loads loads;
    private final CountDownLatch firstPicture;
    private final Cancellation stop;
    private final Consumer<String> problems;
    private final Runnable threadRule;
    private volatile boolean isMute;
    private boolean wasMute;
    private volatile @Nullable AudioSink open;
    private boolean broken;
    private int told;

    SoundFeed(Scene scene, Course course, Renderers renderers, AudioSinks sinks, Loads loads, CountDownLatch firstPicture,
            Cancellation stop, Consumer<String> problems, Runnable threadRule) {
        Sequence sequence = scene.sequence();
        this.scene = scene;
        this.slates = new SlateCatalog(scene.catalog(), sequence.widthPx(), sequence.heightPx());
        this.tape = new Tape(sequence, course, AudioRenderer.CHANNELS);
        this.renderers = renderers;
        this.sinks = sinks;
        this.loads = loads;
        this.firstPicture = firstPicture;
        this.stop = stop;
        this.problems = problems;
        this.threadRule = threadRule;
    }

    /** Returns how many samples have been heard; for any thread. */
    long samplesPlayed() {
        AudioSink sink = open;
        return sink == null ? 0 : sink.framesPlayed();
    }

    @Override
    public void run() {
        threadRule.run();
        if (stop.isCancelled()) {
            // While the playhead is dragged, playback begins again and again; a device is slow to open.
            return;
        }
        try (AudioSink sink = sinks.open(scene.sequence().sampleRateHz(), AudioRenderer.CHANNELS);
                AudioRenderer renderer = renderer()) {
            SmoothSound smooth = new SmoothSound(sink, scene.sequence().sampleRateHz(), AudioRenderer.CHANNELS);
            try {
                feed(sink, smooth, renderer);
            } catch (CancelledException e) {
                LOG.debug("playback stops while sound is rendered");
            }
            smooth.fadeOut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.cancel();
        } catch (RuntimeException e) {
            LOG.error("sound cannot be played", e);
            problems.accept("sound cannot be played: " + e);
            stop.cancel();
        }
    }

    private void feed(AudioSink sink, SmoothSound smooth, AudioRenderer renderer) throws InterruptedException {
        float[][] block = new float[AudioRenderer.CHANNELS][Math.max(BLOCK_FRAMES, sink.bufferFrames())];
        int lead = sink.bufferFrames();
        render(renderer, block, lead);
        smooth.write(block, lead);
        // Pictures begin when sound does: the first one takes a seek, which must not be heard as a late start.
        firstPicture.await();
        if (stop.isCancelled()) {
            return;
        }
        open = sink;
        smooth.start();
        while (!stop.isCancelled()) {
            render(renderer, block, BLOCK_FRAMES);
            smooth.write(block, BLOCK_FRAMES);
        }
    }

    private AudioRenderer renderer() {
        LoadingSession session = loads.session().orElse(null);
        return session == null
                ? renderers.audio(scene.sequence(), slates)
                : renderers.audio(scene.sequence(), slates, session);
    }

    private void tellSilence() {
        List<MediaException> missing = slates.replaced();
        if (missing.size() > told) {
            told = missing.size();
            problems.accept("playing without " + missing.getLast().getMessage());
        }
    }

    /** Falls silent for the rest: pictures have fallen too far behind to belong to the sound. */
    void mute() {
        isMute = true;
    }

    private void render(AudioRenderer renderer, float[][] block, int count) {
        if (!broken && !wasMute) {
            try {
                tape.next((sample, channels, offset, samples) -> renderer.read(sample, channels, offset, samples, stop), block,
                        count);
                tellSilence();
                if (isMute) {
                    wasMute = true;
                    fadeOut(block, count);
                }
                return;
            } catch (RenderException e) {
                broken = true;
                problems.accept("playing without sound: " + e.getMessage());
            }
        }
        for (float[] channel : block) {
            Arrays.fill(channel, 0, count, 0);
        }
    }

    private static void fadeOut(float[][] block, int count) {
        for (float[] channel : block) {
            for (int i = 0; i < count; i++) {
                channel[i] *= (float) (count - i) / count;
            }
        }
    }
}
