package org.reelbench.render.internal;

import java.io.IOException;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
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

    private MediaSound(ByteSource bytes, PcmReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    static MediaSound open(MediaStream stream, Medium medium, MediaReaders readers, int sampleRateHz, Cancellation cancellation)
            throws MediaException {
        AudioStreamInfo audio = medium.info().audio(stream.streamIndex()).orElseThrow(
                () -> new MediaException(MediaException.Reason.NO_STREAM, medium.name(),
                        "stream " + stream.streamIndex() + " is no sound"));
        ByteSource bytes = medium.open();
        try {
            return new MediaSound(bytes, readers.openPcm(bytes, medium.info(), audio.index(), sampleRateHz,
                    AudioRenderer.CHANNELS, cancellation));
        } catch (MediaException | RuntimeException e) {
            closeBytes(bytes);
            throw e;
        }
    }

    @Override
    public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation)
            throws MediaException {
        reader.read(firstSample, channels, offset, count, cancellation);
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
