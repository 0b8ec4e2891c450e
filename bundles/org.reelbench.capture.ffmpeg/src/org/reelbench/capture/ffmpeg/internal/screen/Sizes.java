package org.reelbench.capture.ffmpeg.internal.screen;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.time.FrameRate;

/** The sizes and rates in which something of a screen is delivered: its own size, and smaller ones of the same shape. */
final class Sizes {

    private static final int[][] BOXES_PX = { { 1920, 1080 }, { 1280, 720 }, { 640, 360 } };
    private static final int[] RATES = { 60, 30, 15 };

    private Sizes() {
    }

    /** The formats, the largest and fastest first. */
    static List<CaptureFormat> of(Area area) {
        List<CaptureFormat> formats = new ArrayList<>();
        add(formats, area.widthPx() & ~1, area.heightPx() & ~1);
        for (int[] box : BOXES_PX) {
            if (area.widthPx() > box[0] || area.heightPx() > box[1]) {
                Area smaller = fitted(area, box[0], box[1]);
                add(formats, smaller.widthPx(), smaller.heightPx());
            }
        }
        return formats;
    }

    /** The largest even size of an area's shape that is neither larger than it nor than a box. */
    static Area fitted(Area area, int boxWidthPx, int boxHeightPx) {
        long width = Math.min(area.widthPx(), boxWidthPx);
        long height = Math.min(area.heightPx(), boxHeightPx);
        if (width * area.heightPx() > height * area.widthPx()) {
            width = height * area.widthPx() / area.heightPx();
        } else {
            height = width * area.heightPx() / area.widthPx();
        }
        return new Area(area.xPx(), area.yPx(), (int) Math.max(2, width & ~1), (int) Math.max(2, height & ~1));
    }

    private static void add(List<CaptureFormat> formats, int widthPx, int heightPx) {
        for (int rate : RATES) {
            formats.add(new CaptureFormat.Picture(widthPx, heightPx, FrameRate.of(rate, 1)));
        }
    }
}
