package org.reelbench.capture.ffmpeg.internal.screen;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.capture.ffmpeg.internal.x11.ScreenPainter;
import org.reelbench.capture.ffmpeg.internal.x11.X11Exception;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** Shows pictures on a screen that say which they are, in grey. */
public final class Cards {

    private static final int GREY = 0x010101;
    private static final int BYTE = 0xFF;

    private Cards() {
    }

    /** Shows a card in a part of a window, or of the root. */
    public static void show(ScreenPainter painter, int drawable, Area area, int source, long number) throws X11Exception {
        painter.paint(drawable, area, pixels(area, source, number));
    }

    private static int[] pixels(Area area, int source, long number) {
        PictureFormat format = PictureFormat.of(area.widthPx(), area.heightPx(), PixelFormat.GRAY8,
                ColorDescription.BT709_LIMITED);
        int[] pixels = new int[area.widthPx() * area.heightPx()];
        try (MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            TestCard.draw(frame, source, number);
            MemorySegment luma = frame.plane(0);
            for (int i = 0; i < pixels.length; i++) {
                long at = (long) (i / area.widthPx()) * frame.strideBytes(0) + i % area.widthPx();
                pixels[i] = (luma.get(ValueLayout.JAVA_BYTE, at) & BYTE) * GREY;
            }
        }
        return pixels;
    }
}
