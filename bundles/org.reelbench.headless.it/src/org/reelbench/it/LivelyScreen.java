package org.reelbench.it;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** Shows numbered cards on a screen, a pointer that moves below them, and remembers when which number was to be seen. */
final class LivelyScreen implements AutoCloseable {

    static final int SOURCE = 11;
    static final int CARD_WIDTH_PX = 640;
    static final int CARD_HEIGHT_PX = 360;
    static final int POINTER_Y_PX = 560;
    static final int POINTER_STEP_PX = 7;

    private static final int POINTER_STEPS = 160;
    private static final int MARGIN_PX = 60;
    private static final long INTERVAL_MS = 33;
    private static final int GREY = 0x010101;

    private final TestScreen screen;
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor();
    private final List<Shown> shown = new ArrayList<>();
    private final int[] pixels = new int[CARD_WIDTH_PX * CARD_HEIGHT_PX];

    /** When a number was being put on the screen: it may be seen from the first time on, and is seen from the second. */
    record Shown(long beginNs, long endNs) {
    }

    LivelyScreen(TestScreen screen) throws IOException {
        this.screen = screen;
        next();
        painter.scheduleAtFixedRate(() -> {
            try {
                next();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    /** Where the pointer is while a number is shown. */
    static int pointerPx(long number) {
        return MARGIN_PX + POINTER_STEP_PX * (int) Math.abs((number + POINTER_STEPS) % (2 * POINTER_STEPS) - POINTER_STEPS);
    }

    private void next() throws IOException {
        int number;
        synchronized (this) {
            number = shown.size();
        }
        draw(number);
        long beginNs = System.nanoTime();
        screen.paint(CARD_WIDTH_PX, CARD_HEIGHT_PX, pixels);
        long endNs = System.nanoTime();
        screen.movePointer(pointerPx(number), POINTER_Y_PX);
        synchronized (this) {
            shown.add(new Shown(beginNs, endNs));
        }
    }

    private void draw(int number) {
        PictureFormat format = PictureFormat.of(CARD_WIDTH_PX, CARD_HEIGHT_PX, PixelFormat.GRAY8, ColorDescription.BT709_LIMITED);
        try (MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            TestCard.draw(frame, SOURCE, number);
            MemorySegment luma = frame.plane(0);
            int stride = frame.strideBytes(0);
            for (int y = 0; y < CARD_HEIGHT_PX; y++) {
                for (int x = 0; x < CARD_WIDTH_PX; x++) {
                    pixels[y * CARD_WIDTH_PX + x] = (luma.get(ValueLayout.JAVA_BYTE, (long) y * stride + x) & 0xFF)
                            * GREY;
                }
            }
        }
    }

    /** When which number was put on the screen, so far. */
    synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        painter.shutdown();
        if (!painter.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IOException("the painter hangs");
        }
    }
}
