package org.reelbench.capture.internal.mp4;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Units of H.264: divided by start codes as encoders deliver them (annex B), preceded by their lengths as files hold them. */
public final class NalUnits {

    static final int SEQUENCE = 7;
    static final int PICTURE = 8;
    private static final int TYPE_MASK = 0x1F;

    private NalUnits() {
    }

    /** Finds the units of one type. */
    static List<byte[]> ofType(byte[] stream, int type) {
        List<byte[]> found = new ArrayList<>();
        each(stream, (from, to) -> {
            if ((stream[from] & TYPE_MASK) == type) {
                found.add(Arrays.copyOfRange(stream, from, to));
            }
        });
        return found;
    }

    /**
     * Puts lengths in the place of start codes.
     *
     * @param stream a picture as the encoder delivered it
     * @param sets parameter sets in the same form to be put in front, or none
     * @return the picture as files hold it
     */
    public static byte[] withLengths(byte[] stream, byte[] sets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length + sets.length + 16);
        each(sets, (from, to) -> unit(out, sets, from, to));
        each(stream, (from, to) -> {
            int type = stream[from] & TYPE_MASK;
            // Where the player has them from the sample entry, or from just before, they are said once.
            if (type != SEQUENCE && type != PICTURE) {
                unit(out, stream, from, to);
            }
        });
        return out.toByteArray();
    }

    private static void unit(ByteArrayOutputStream out, byte[] stream, int from, int to) {
        int length = to - from;
        out.write(length >> 24);
        out.write(length >> 16);
        out.write(length >> 8);
        out.write(length);
        out.write(stream, from, length);
    }

    /** Takes one unit. */
    @FunctionalInterface
    private interface Taker {
        void take(int from, int to);
    }

    private static void each(byte[] stream, Taker taker) {
        int start = -1;
        int i = 0;
        while (i + 2 < stream.length) {
            if ((stream[i + 2] & 0xFE) != 0) {
                i += 3;
            } else if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                take(stream, start, i, taker);
                start = i + 3;
                i += 3;
            } else {
                i++;
            }
        }
        take(stream, start, stream.length, taker);
    }

    private static void take(byte[] stream, int start, int end, Taker taker) {
        if (start < 0) {
            return;
        }
        int to = end;
        while (to > start && stream[to - 1] == 0) {
            to--;
        }
        if (to > start) {
            taker.take(start, to);
        }
    }
}
