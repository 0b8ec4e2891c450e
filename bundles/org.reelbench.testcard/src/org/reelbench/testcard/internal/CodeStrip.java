package org.reelbench.testcard.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The machine-readable strip: two rows of 26 blocks. The outermost column on each side is a reference of known black and white
 * (white above black on the left, the other way round on the right); the 48 blocks between are source (8), frame number (24) and
 * CRC (16), most significant bit first, upper row first.
 * <p>
 * The CRC is as wide as it is because of wipes: they join halves of two clean strips, where no block looks doubtful.
 */
public final class CodeStrip {

    /** Blocks side by side. */
    public static final int COLUMNS = 26;
    /** Rows of blocks. */
    public static final int ROWS = 2;
    /** Left edge as a fraction of the picture's width; the right edge lies as far from the other side. */
    public static final double LEFT = 0.06;
    /** Upper edge as a fraction of the picture's height: in the upper third, as players lay their controls over the lower one. */
    public static final double TOP = 0.11;
    /** Width of one block as a fraction of the picture's width. */
    public static final double BLOCK_WIDTH = (1 - 2 * LEFT) / COLUMNS;
    /** Height of one block as a fraction of the picture's height. */
    public static final double BLOCK_HEIGHT = 0.06;

    /** The largest frame number. */
    public static final long LAST_FRAME = (1L << 24) - 1;

    /** A block nearer than this to the middle between black and white is doubtful, and so is the whole reading. */
    private static final double DOUBT = 0.2;
    /** White above black by less than this (of 255) is noise, not a card. */
    private static final double LEAST_CONTRAST = 40;
    /** Sample points per block and direction, spread over its inner half. */
    private static final int SAMPLES = 12;

    private CodeStrip() {
    }

    /**
     * Returns the blocks of a frame.
     *
     * @param source the source id
     * @param frameNumber the frame number
     * @return for each row and column, true for white
     */
    public static boolean[][] encode(int source, long frameNumber) {
        int message = source << 24 | (int) frameNumber;
        long bits = (message & 0xFFFF_FFFFL) << 16 | crc(message);
        boolean[][] blocks = new boolean[ROWS][COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            blocks[row][0] = row == 0;
            blocks[row][COLUMNS - 1] = row == 1;
            for (int column = 1; column < COLUMNS - 1; column++) {
                blocks[row][column] = (bits >>> shift(row, column) & 1) != 0;
            }
        }
        return blocks;
    }

    private static int shift(int row, int column) {
        return 47 - (row * (COLUMNS - 2) + column - 1);
    }

    /** CRC-16 with the polynomial of CCITT; it begins at all ones, so that no flat picture is a message. */
    private static int crc(int message) {
        int crc = 0xFFFF;
        for (int i = 31; i >= 0; i--) {
            int top = crc >>> 15 ^ message >>> i & 1;
            crc = crc << 1 & 0xFFFF;
            if (top != 0) {
                crc ^= 0x1021;
            }
        }
        return crc;
    }

    /** What was found: the message (source above 24 bits of frame number) or −1, and how clear the least clear block was. */
    public record Found(long message, double confidence) {

        /** Tells whether there is a message. */
        public boolean valid() {
            return message >= 0;
        }
    }

    /** Samples of one byte in memory: {@code base + row × stride + column × step}. */
    public record Samples(MemorySegment memory, int base, int strideBytes, int stepBytes, int widthPx, int heightPx) {

        double at(int x, int y) {
            return memory.get(ValueLayout.JAVA_BYTE, base + (long) y * strideBytes + (long) x * stepBytes) & 0xFF;
        }
    }

    /**
     * Reads the strip of a card that fills a rectangle.
     *
     * @param samples the picture
     * @param x left edge of the rectangle in pixels; the rectangle may reach beyond the picture, the strip not
     * @param y upper edge
     * @param width width in pixels
     * @param height height in pixels
     * @return what was found
     */
    public static Found decode(Samples samples, double x, double y, double width, double height) {
        double left = x + LEFT * width;
        double top = y + TOP * height;
        double blockWidth = BLOCK_WIDTH * width;
        double blockHeight = BLOCK_HEIGHT * height;
        if (left < 0 || top < 0 || left + COLUMNS * blockWidth > samples.widthPx
                || top + ROWS * blockHeight > samples.heightPx || !(blockWidth > 0) || !(blockHeight > 0)) {
            return new Found(-1, 0);
        }
        double[][] levels = new double[ROWS][COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                levels[row][column] = level(samples, left + column * blockWidth, top + row * blockHeight, blockWidth,
                        blockHeight);
            }
        }
        return decode(levels);
    }

    /** Means the inner half of a block, so that neither blur nor an edge rounded to whole pixels lets a neighbour in. */
    private static double level(Samples samples, double x, double y, double width, double height) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int py = (int) (y + height * (0.25 + 0.5 * (i + 0.5) / SAMPLES));
            for (int j = 0; j < SAMPLES; j++) {
                sum += samples.at((int) (x + width * (0.25 + 0.5 * (j + 0.5) / SAMPLES)), py);
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }

    private static Found decode(double[][] levels) {
        int last = COLUMNS - 1;
        double white0 = levels[0][0];
        double black0 = levels[1][0];
        double white1 = levels[1][last];
        double black1 = levels[0][last];
        if (white0 - black0 < LEAST_CONTRAST || white1 - black1 < LEAST_CONTRAST
                || Math.max(black0, black1) > Math.min(white0, white1)) {
            return new Found(-1, 0);
        }
        long bits = 0;
        double clearest = 1;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 1; column < last; column++) {
                double along = (double) column / last;
                double black = black0 + (black1 - black0) * along;
                double white = white0 + (white1 - white0) * along;
                double fromMiddle = (levels[row][column] - black) / (white - black) - 0.5;
                clearest = Math.min(clearest, Math.min(1, Math.abs(fromMiddle) * 2));
                if (fromMiddle > 0) {
                    bits |= 1L << shift(row, column);
                }
            }
        }
        int message = (int) (bits >>> 16);
        boolean clear = clearest >= 2 * DOUBT && crc(message) == (int) (bits & 0xFFFF);
        return new Found(clear ? message & 0xFFFF_FFFFL : -1, clearest);
    }
}
