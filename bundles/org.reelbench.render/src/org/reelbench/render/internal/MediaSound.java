package org.reelbench.render.internal;

import java.util.List;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.render.Medium;
import org.reelbench.timeline.MediaStream;

/** The sound of a medium: a reader of one of its streams. */
final class MediaSound implements Sound {

    private final PcmReader reader;
    /** Whether one channel is heard on both sides. */
    private final boolean single;
    private final float[][] one = new float[1][];

    private MediaSound(PcmReader reader, boolean single) {
        this.reader = reader;
        this.single = single;
    }

    /**
     * Opens the sound of a stream.
     *
     * @param stream the stream
     * @param picked the one or two channels that are heard, counted from 1; empty for all of them, mixed down to two
     * @param means opens media
     * @param cancellation asks to stop
     */
    static MediaSound open(MediaStream stream, List<Integer> picked, SoundMeans means, Cancellation cancellation)
            throws MediaException {
        Medium medium = means.catalog().medium(stream.media());
        AudioStreamInfo audio = medium.info().audio(stream.streamIndex()).orElseThrow(
                () -> new MediaException(MediaException.Reason.NO_STREAM, medium.name(),
                        "stream " + stream.streamIndex() + " is no sound"));
        PcmReader reader = means.media().sound(medium, audio.index(), means.sampleRateHz(), picked, cancellation);
        return new MediaSound(reader, picked.size() == 1);
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        if (!single) {
            reader.read(firstSample, channels, offset, count, cancellation);
            return;
        }
        one[0] = channels[0];
        reader.read(firstSample, one, offset, count, cancellation);
        for (int c = 1; c < channels.length; c++) {
            System.arraycopy(channels[0], offset, channels[c], offset, count);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
