package org.reelbench.encoding.internal;

import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Sequence;

/** Brings the sound up to the picture, frame by frame. Counted from the film's first frame: n frames last as long as any n. */
final class SoundTrack implements AutoCloseable {

    private final ExportRequest request;
    private final AudioRenderer audio;
    private final Cancellation cancellation;
    private final int sampleRateHz;
    private final long firstSample;
    private long doneSamples;

    private SoundTrack(ExportRequest request, int sampleRateHz, AudioRenderer audio, Cancellation cancellation) {
        this.request = request;
        this.sampleRateHz = sampleRateHz;
        this.audio = audio;
        this.cancellation = cancellation;
        this.firstSample = sample(request.fromFrame());
    }

    /** Opens the sound of a request at the rate that its encoder takes. */
    static SoundTrack open(ExportRequest request, int sampleRateHz, Renderers renderers, MediaCatalog catalog,
            Cancellation cancellation) {
        AudioRenderer audio = renderers.audio(heard(request.sequence(), sampleRateHz), catalog);
        return new SoundTrack(request, sampleRateHz, audio, cancellation);
    }

    void upTo(long frame, FilmWriter writer) throws RenderException, MediaException {
        long wantedSamples = sample(frame - request.fromFrame());
        int count = (int) (wantedSamples - doneSamples);
        float[][] samples = writer.samples(AudioRenderer.CHANNELS, count);
        audio.read(firstSample + doneSamples, samples, 0, count, cancellation);
        doneSamples = wantedSamples;
        writer.write(samples, count);
    }

    private long sample(long frame) {
        FrameRate rate = request.sequence().rate();
        return rate.timeOf(frame).ticksRound(sampleRateHz);
    }

    /** The sequence as it sounds at the rate that an encoder takes: media are brought to it at once, not by way of another rate. */
    private static Sequence heard(Sequence sequence, int sampleRateHz) {
        return sampleRateHz == sequence.sampleRateHz()
                ? sequence
                : new Sequence(sequence.id(), sequence.name(), sequence.rate(), sequence.widthPx(), sequence.heightPx(),
                        sampleRateHz, sequence.limiter(), sequence.tracks(), sequence.markers(), sequence.inOut(),
                        sequence.extras());
    }

    @Override
    public void close() {
        audio.close();
    }
}
