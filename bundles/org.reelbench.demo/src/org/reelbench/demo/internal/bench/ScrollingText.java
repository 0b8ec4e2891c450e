package org.reelbench.demo.internal.bench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** What looks like a page of text beside a panel that stands still: the same for the same place, on every machine. One thread. */
final class ScrollingText {

    private static final long SEED = 20_260_110;
    private static final int LINE_PX = 18;
    private static final int LETTER_PX = 12;
    private static final int PAPER = 0xFFF8F8F0;
    private static final int PANEL = 0xFF3A4048;
    private static final int MOST_RUN_PX = 9;
    private static final int RGB = 0x1000000;
    private static final int OPAQUE = 0xFF000000;

    private final int widthPx;
    private final int heightPx;
    private final int textPx;
    private final MemorySegment page;

    ScrollingText(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        textPx = widthPx * 3 / 4;
        page = MemorySegment.ofArray(page());
    }

    /** The page, as high as the screen; below its end it begins again. */
    private int[] page() {
        Random random = new Random(SEED);
        int[] pixels = new int[textPx * heightPx];
        int ink = OPAQUE;
        for (int y = 0; y < heightPx; y++) {
            if (y % LINE_PX == 0) {
                ink = OPAQUE | random.nextInt(RGB) & 0x7F7F7F;
            }
            int x = 0;
            while (x < textPx) {
                int end = Math.min(textPx, x + 1 + random.nextInt(MOST_RUN_PX));
                int colour = y % LINE_PX < LETTER_PX && random.nextBoolean() ? ink : PAPER;
                for (; x < end; x++) {
                    pixels[y * textPx + x] = colour;
                }
            }
        }
        return pixels;
    }

    /** Draws it into a screen of four bytes a pixel, scrolled so far. */
    void draw(MemorySegment screen, long scrolledPx) {
        long rowBytes = (long) widthPx * Integer.BYTES;
        long textBytes = (long) textPx * Integer.BYTES;
        for (int y = 0; y < heightPx; y++) {
            long from = (y + scrolledPx) % heightPx * textBytes;
            MemorySegment.copy(page, from, screen, y * rowBytes, textBytes);
            if (scrolledPx == 0) {
                for (int x = textPx; x < widthPx; x++) {
                    screen.set(ValueLayout.JAVA_INT_UNALIGNED, y * rowBytes + (long) x * Integer.BYTES, PANEL);
                }
            }
        }
    }
}
