package org.reelbench.encoding.internal;

import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;
import org.reelbench.time.FrameRate;

/** Brings the sound up to the picture, frame by frame. Counted from the film's first frame: n frames last as long as any n. */
final class SoundTrack {

    private final ExportRequest request;
    private final AudioRenderer audio;
    private final Cancellation cancellation;
    private final long firstSample;
    private long doneSamples;

    SoundTrack(ExportRequest request, AudioRenderer audio, Cancellation cancellation) {
        this.request = request;
        this.audio = audio;
        this.cancellation = cancellation;
        this.firstSample = sample(request.fromFrame());
    }

    void upTo(long frame, FilmWriter writer) throws RenderException, MediaException {
        long wantedSamples = sample(frame - request.fromFrame());
        int count = (int) (wantedSamples - doneSamples);
        float[][] samples = new float[AudioRenderer.CHANNELS][count];
        audio.read(firstSample + doneSamples, samples, 0, count, cancellation);
        doneSamples = wantedSamples;
        writer.write(samples, count);
    }

    private long sample(long frame) {
        FrameRate rate = request.sequence().rate();
        return rate.timeOf(frame).ticksRound(request.sequence().sampleRateHz());
    }
}
