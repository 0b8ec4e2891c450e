package org.reelbench.render.internal.slate;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PcmReader;

/** Sound of a medium as far as it can be read, and silence beyond. */
final class SlateSound implements PcmReader {

    private final AudioStreamInfo stream;
    private final Replaced medium;
    private @Nullable PcmReader reader;

    SlateSound(AudioStreamInfo stream, Replaced medium) {
        this.stream = stream;
        this.medium = medium;
    }

    /** Takes over the reader of the medium. */
    void read(PcmReader samples) {
        reader = samples;
    }

    @Override
    public AudioStreamInfo stream() {
        return stream;
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) {
        PcmReader samples = reader;
        if (samples != null) {
            try {
                samples.read(firstSample, channels, offset, count, cancellation);
                return;
            } catch (MediaException e) {
                medium.broke(e);
                if (e.reason() != Reason.DAMAGED) {
                    samples.close();
                    reader = null;
                }
            }
        }
        cancellation.check();
        for (float[] channel : channels) {
            Arrays.fill(channel, offset, offset + count, 0);
        }
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
