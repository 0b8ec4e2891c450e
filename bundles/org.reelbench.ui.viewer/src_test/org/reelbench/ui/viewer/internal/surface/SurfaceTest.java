package org.reelbench.ui.viewer.internal.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.reelbench.playback.Fit;
import org.reelbench.playback.ScreenPicture;

/** The quick way to the screen and the one for every platform paint the same pixels. */
class SurfaceTest {

    private static final long SEED = 7;
    private static final boolean GTK = "gtk".equals(SWT.getPlatform());

    private final Random random = new Random(SEED);

    private record Noise(Fit size, MemorySegment pixels) implements ScreenPicture {

        static Noise of(Fit size, Arena arena, Random random) {
            MemorySegment pixels = arena.allocate((long) size.widthPx() * size.heightPx() * 4);
            for (long i = 0; i < pixels.byteSize(); i++) {
                pixels.set(ValueLayout.JAVA_BYTE, i, i % 4 == 3 ? (byte) 255 : (byte) random.nextInt());
            }
            return new Noise(size, pixels);
        }

        RGB at(int x, int y) {
            long at = (long) y * strideBytes() + x * 4L;
            return new RGB(value(at + 2), value(at + 1), value(at));
        }

        private int value(long at) {
            return pixels.get(ValueLayout.JAVA_BYTE, at) & 0xff;
        }

        @Override
        public int strideBytes() {
            return size.widthPx() * 4;
        }

        @Override
        public long frame() {
            return 0;
        }

        @Override
        public boolean isApproximate() {
            return false;
        }

        @Override
        public void close() {
            // its arena frees it
        }
    }

    private void paintsWhatItTook(Display display, Surface surface, Fit size) {
        Image screen = new Image(display, size.widthPx() + 6, size.heightPx() + 4);
        GC gc = new GC(screen);
        try (surface; Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < 3; i++) {
                Noise picture = Noise.of(size, arena, random);
                surface.put(picture);
                surface.paint(gc, new Rectangle(5, 3, size.widthPx(), size.heightPx()));
                ImageData painted = screen.getImageData();
                for (int y = 0; y < size.heightPx(); y++) {
                    for (int x = 0; x < size.widthPx(); x++) {
                        assertEquals(picture.at(x, y), painted.palette.getRGB(painted.getPixel(x + 5, y + 3)),
                                "picture " + i + " at " + x + ", " + y + ", seed " + SEED);
                    }
                }
            }
        } finally {
            gc.dispose();
            screen.dispose();
        }
    }

    @Test
    void bothPaintWhatTheyTookAlsoWhereRowsHaveGaps() {
        assumeTrue(!GTK || !Objects.requireNonNullElse(System.getenv("DISPLAY"), "").isEmpty(), "there is no screen");
        // One for all: this process may have no second one.
        Display display = new Display();
        try {
            for (Fit size : List.of(new Fit(64, 36), new Fit(33, 7), new Fit(16, 1))) {
                Surface quickest = Surface.create(display, size);
                assertEquals(GTK, quickest instanceof CairoSurface);
                paintsWhatItTook(display, quickest, size);
                paintsWhatItTook(display, new ImageSurface(display, size), size);
            }
        } finally {
            display.dispose();
        }
    }
}
