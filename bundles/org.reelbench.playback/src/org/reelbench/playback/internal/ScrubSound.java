package org.reelbench.playback.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.LoadingSession;
import org.reelbench.media.AudioSink;
import org.reelbench.media.AudioSinks;
import org.reelbench.media.Cancellation;
import org.reelbench.playback.Scene;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.SlateCatalog;
import org.reelbench.timeline.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the sound under a playhead be heard that is dragged: a grain for each place, one behind the other; of places that come quicker
 * only the last one counts. The device is open as long as places come.
 * <p>
 * Places come from any thread; sound is made on the sound thread, which is free again soon after {@link #stop}.
 */
final class ScrubSound {

    private static final Logger LOG = LoggerFactory.getLogger(ScrubSound.class);

    /** Of less nobody knows a word, of more nobody hears where it stops. */
    private static final int GRAINS_A_SECOND = 16;
    private static final int FADES_A_SECOND = 200;

    /** What it works with. */
    record Gear(Renderers renderers, AudioSinks sinks, Loads loads, Runnable threadRule) {
    }

    /** A place somebody listens to. */
    private record Place(Scene scene, long frame, Gear gear) {
    }

    private final Executor soundThread;
    private final long idleMs;
    private final BlockingQueue<Place> wanted = new ArrayBlockingQueue<>(1);
    private boolean isOpen;
    private Cancellation token = new Cancellation();

    /**
     * Creates it; nothing is open.
     *
     * @param soundThread runs one task at a time
     * @param idleMs after so long without a place the device is given back
     */
    ScrubSound(Executor soundThread, long idleMs) {
        this.soundThread = soundThread;
        this.idleMs = idleMs;
    }

    /** Lets a place be heard soon. */
    synchronized void hear(Scene scene, long frame, Gear gear) {
        wanted.clear();
        wanted.add(new Place(scene, frame, gear));
        if (!isOpen) {
            isOpen = true;
            token = new Cancellation();
            Cancellation now = token;
            soundThread.execute(() -> run(now));
        }
    }

    /** Falls silent, and frees the sound thread within a grain. */
    synchronized void stop() {
        token.cancel();
        wanted.clear();
    }

    private void run(Cancellation stop) {
        try {
            Place place = next(stop);
            while (place != null && !stop.isCancelled()) {
                place = play(place, stop);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("sound cannot be scrubbed", e);
        } finally {
            end();
        }
    }

    /** Places that came while this one ended begin anew. */
    private synchronized void end() {
        Place left = wanted.poll();
        isOpen = false;
        if (left != null) {
            hear(left.scene(), left.frame(), left.gear());
        }
    }

    /** Plays places of one scene; returns the first of another one, or nothing at the end. */
    private @Nullable Place play(Place first, Cancellation stop) throws InterruptedException {
        first.gear().threadRule().run();
        Sequence sequence = first.scene().sequence();
        int grain = sequence.sampleRateHz() / GRAINS_A_SECOND;
        try (AudioSink sink = first.gear().sinks().open(sequence.sampleRateHz(), AudioRenderer.CHANNELS);
                AudioRenderer renderer = renderer(first)) {
            float[][] block = new float[AudioRenderer.CHANNELS][grain];
            sink.start();
            Place place = first;
            while (place != null && place.scene().equals(first.scene()) && !stop.isCancelled()) {
                if (render(renderer, place, block, stop)) {
                    sink.write(block, 0, grain);
                    sink.drain();
                }
                place = next(stop);
            }
            return place;
        }
    }

    private @Nullable Place next(Cancellation stop) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(idleMs);
        long end = System.nanoTime() + left;
        while (left > 0 && !stop.isCancelled()) {
            // Looked at often: who stops it wants the sound thread for something else.
            Place place = wanted.poll(Math.min(left, TimeUnit.MILLISECONDS.toNanos(10)), TimeUnit.NANOSECONDS);
            if (place != null) {
                return place;
            }
            left = end - System.nanoTime();
        }
        return null;
    }

    private static AudioRenderer renderer(Place place) {
        Scene scene = place.scene();
        SlateCatalog slates = new SlateCatalog(scene.catalog(), scene.sequence().widthPx(), scene.sequence().heightPx());
        LoadingSession session = place.gear().loads().session().orElse(null);
        return session == null
                ? place.gear().renderers().audio(scene.sequence(), slates)
                : place.gear().renderers().audio(scene.sequence(), slates, session);
    }

    /** Renders the grain that begins with a frame, without a step at its ends; returns whether there is one. */
    private static boolean render(AudioRenderer renderer, Place place, float[][] block, Cancellation stop) {
        Sequence sequence = place.scene().sequence();
        long first = sequence.rate().timeOf(place.frame()).ticksRound(sequence.sampleRateHz());
        if (place.frame() >= sequence.durationFrames()) {
            return false;
        }
        try {
            renderer.read(first, block, 0, block[0].length, stop);
        } catch (RenderException e) {
            LOG.info("nothing is heard at frame {}: {}", place.frame(), e.getMessage());
            return false;
        }
        int fade = Math.max(1, sequence.sampleRateHz() / FADES_A_SECOND);
        for (float[] channel : block) {
            for (int i = 0; i < fade; i++) {
                float loud = (float) (0.5 - 0.5 * Math.cos(Math.PI * i / fade));
                channel[i] *= loud;
                channel[channel.length - 1 - i] *= loud;
            }
        }
        return true;
    }
}
