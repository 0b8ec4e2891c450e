package org.reelbench.render.internal;

import java.io.IOException;
import java.util.List;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.Medium;
import org.reelbench.timeline.MediaStream;
import org.slf4j.LoggerFactory;

/** The sound of a medium: a reader over its byte source. */
final class MediaSound implements Sound {

    private final ByteSource bytes;
    private final PcmReader reader;
    /** Whether one channel is heard on both sides. */
    private final boolean single;
    private final float[][] one = new float[1][];

    private MediaSound(ByteSource bytes, PcmReader reader, boolean single) {
        this.bytes = bytes;
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
        MediaInfo info = medium.info();
        AudioStreamInfo audio = info.audio(stream.streamIndex()).orElseThrow(
                () -> new MediaException(MediaException.Reason.NO_STREAM, medium.name(),
                        "stream " + stream.streamIndex() + " is no sound"));
        ByteSource bytes = medium.open();
        try {
            MediaReaders readers = means.readers();
            PcmReader reader = picked.isEmpty()
                    ? readers.openPcm(bytes, info, audio.index(), means.sampleRateHz(), AudioRenderer.CHANNELS, cancellation)
                    : readers.openChannels(bytes, info, audio.index(), means.sampleRateHz(), picked, cancellation);
            return new MediaSound(bytes, reader, picked.size() == 1);
        } catch (MediaException | RuntimeException e) {
            closeBytes(bytes);
            throw e;
        }
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
        closeBytes(bytes);
    }

    private static void closeBytes(ByteSource bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            // A source that was only read loses nothing when closing fails.
            LoggerFactory.getLogger(MediaSound.class).warn("closing {} failed", bytes.name(), e);
        }
    }
}
