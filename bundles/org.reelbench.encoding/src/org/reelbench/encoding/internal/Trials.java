package org.reelbench.encoding.internal;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.RationalTime;

/**
 * Tries encoders that need a device with a few frames, because that they are there says nothing: the driver may be missing, the
 * card busy, the size too large. What was found out holds for this process and for this very encoding.
 */
public final class Trials {

    private static final int FRAMES = 5;

    private final Encoders encoders;
    private final Map<VideoEncoding, String> results = new ConcurrentHashMap<>();

    /**
     * Creates the trials; tries nothing yet.
     *
     * @param encoders opens them
     */
    public Trials(Encoders encoders) {
        this.encoders = encoders;
    }

    /**
     * Tries an encoder, once.
     *
     * @param encoding how it is to encode
     * @return what is wrong with it, or an empty text if it encoded what it was given
     */
    public String trouble(VideoEncoding encoding) {
        return results.computeIfAbsent(encoding, this::attempt);
    }

    private String attempt(VideoEncoding encoding) {
        Outcome outcome = new Outcome();
        PictureFormat format = PictureFormat.of(encoding.widthPx(), encoding.heightPx(), encoding.pixelFormat(),
                encoding.color());
        try (VideoEncoder encoder = encoders.openVideo(encoding)) {
            for (int i = 0; i < FRAMES; i++) {
                try (MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
                    draw(frame, i);
                    encoder.encode(frame, i, i == 0, outcome::take);
                }
            }
            encoder.finish(outcome::take);
        } catch (MediaException e) {
            return e.getMessage();
        }
        return outcome.trouble();
    }

    /** Stripes that move: a picture that stays the same may be left out by an encoder. */
    private static void draw(MemoryFrame frame, int number) {
        MemorySegment luma = frame.plane(0);
        int rows = frame.format().heightPx();
        for (int row = 0; row < rows; row++) {
            luma.asSlice((long) row * frame.strideBytes(0), frame.strideBytes(0)).fill((byte) (32 + (row + 8 * number) % 64 * 2));
        }
        for (int plane = 1; plane < frame.format().pixelFormat().planes(); plane++) {
            frame.plane(plane).fill((byte) 128);
        }
    }

    /** What came out of a trial. */
    private static final class Outcome {

        private int packets;
        private boolean beginsDecodable;

        void take(org.reelbench.media.EncodedPacket packet) {
            if (packets++ == 0) {
                beginsDecodable = packet.sync() && packet.data().byteSize() > 0;
            }
        }

        String trouble() {
            if (packets != FRAMES) {
                return "of " + FRAMES + " frames it encoded " + packets;
            }
            return beginsDecodable ? "" : "its first picture cannot be decoded by itself";
        }
    }
}
