package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentPlace;

/** The bytes of a segment on their way out, as they come. For one thread. */
final class SegmentBody {

    /** How long a client waits for the first byte, and for each that follows. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int PIECE_BYTES = 64 * 1024;

    private final SegmentBytes bytes;
    private final SegmentPlace place;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);

    SegmentBody(SegmentBytes bytes, SegmentPlace place) {
        this.bytes = bytes;
        this.place = place;
    }

    /** Waits for the first byte; false if none has come. */
    boolean begins() throws IOException, InterruptedException {
        return bytes.await(0, PATIENCE);
    }

    /** Writes all, and what is there before it waits. */
    void write(OutputStream out) throws IOException, InterruptedException {
        long position = 0;
        while (true) {
            piece.clear();
            int count = bytes.read(position, piece, place);
            if (count < 0) {
                return;
            }
            if (count > 0) {
                out.write(piece.array(), 0, count);
                position += count;
            } else {
                out.flush();
                if (!bytes.await(position, PATIENCE)) {
                    throw new SegmentFailedException("no more bytes came within " + PATIENCE.toSeconds() + " s");
                }
            }
        }
    }
}
