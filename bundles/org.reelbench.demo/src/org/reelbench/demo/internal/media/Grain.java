package org.reelbench.demo.internal.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

import org.reelbench.media.VideoFrame;

/** The noise of a camera, so that a drawn picture costs what a recorded one costs to encode and decode. */
final class Grain {

    /** Fine enough that no eye and no motion search finds it again. */
    private static final int TABLE = 1 << 16;

    private final byte[] noise = new byte[TABLE];

    /**
     * Creates the noise.
     *
     * @param levels how much it adds or takes at most, of 256
     */
    Grain(int levels) {
        SplittableRandom random = new SplittableRandom(levels);
        for (int i = 0; i < TABLE; i++) {
            noise[i] = (byte) random.nextInt(-levels, levels + 1);
        }
    }

    /** Adds it to a picture's luma, another pattern for each frame. */
    void add(VideoFrame frame, long frameNumber) {
        SplittableRandom random = new SplittableRandom(frameNumber);
        MemorySegment luma = frame.plane(0);
        byte[] row = new byte[frame.format().widthPx()];
        for (int y = 0; y < frame.format().heightPx(); y++) {
            long start = (long) y * frame.strideBytes(0);
            MemorySegment.copy(luma, ValueLayout.JAVA_BYTE, start, row, 0, row.length);
            int at = random.nextInt(TABLE);
            for (int x = 0; x < row.length; x++) {
                row[x] = (byte) Math.clamp(Byte.toUnsignedInt(row[x]) + noise[(at + x) % TABLE], 0, 255);
            }
            MemorySegment.copy(row, 0, luma, ValueLayout.JAVA_BYTE, start, row.length);
        }
    }
}
