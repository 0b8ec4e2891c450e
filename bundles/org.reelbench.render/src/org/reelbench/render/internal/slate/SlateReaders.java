package org.reelbench.render.internal.slate;

import java.util.List;
import java.util.Optional;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;

/**
 * Readers of media, and of slates where the bytes say that a slate may stand in. All other bytes go through as they are.
 *
 * @param readers opens readers of media
 */
public record SlateReaders(MediaReaders readers) implements MediaReaders {

    @Override
    public FrameReader openFrames(ByteSource source, MediaInfo info, int streamIndex, int decoderThreads,
            Cancellation cancellation) throws MediaException {
        if (!(source instanceof SlateBytes bytes)) {
            return readers.openFrames(source, info, streamIndex, decoderThreads, cancellation);
        }
        SlateFrames slate = new SlateFrames(info.video(streamIndex).orElseThrow(() -> noStream(bytes, streamIndex)), bytes);
        Optional<ByteSource> present = bytes.present();
        if (present.isPresent()) {
            try {
                slate.read(readers.openFrames(present.get(), info, streamIndex, decoderThreads, cancellation));
            } catch (MediaException e) {
                slate.show(e);
            }
        }
        return slate;
    }

    @Override
    public PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, int channels,
            Cancellation cancellation) throws MediaException {
        return sound(source, info, streamIndex,
                bytes -> readers.openPcm(bytes, info, streamIndex, sampleRateHz, channels, cancellation));
    }

    @Override
    public PcmReader openChannels(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, List<Integer> numbers,
            Cancellation cancellation) throws MediaException {
        return sound(source, info, streamIndex,
                bytes -> readers.openChannels(bytes, info, streamIndex, sampleRateHz, numbers, cancellation));
    }

    /** Opens a reader of sound on bytes that are there. */
    @FunctionalInterface
    private interface Opener {
        PcmReader open(ByteSource bytes) throws MediaException;
    }

    private static PcmReader sound(ByteSource source, MediaInfo info, int streamIndex, Opener opener) throws MediaException {
        if (!(source instanceof SlateBytes bytes)) {
            return opener.open(source);
        }
        SlateSound slate = new SlateSound(info.audio(streamIndex).orElseThrow(() -> noStream(bytes, streamIndex)), bytes);
        Optional<ByteSource> present = bytes.present();
        if (present.isPresent()) {
            try {
                slate.read(opener.open(present.get()));
            } catch (MediaException e) {
                bytes.broke(e);
            }
        }
        return slate;
    }

    private static MediaException noStream(ByteSource bytes, int streamIndex) {
        return new MediaException(MediaException.Reason.NO_STREAM, bytes.name(),
                "it has no stream " + streamIndex + " of that kind");
    }
}
