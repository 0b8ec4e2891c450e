package org.reelbench.capture.ffmpeg.internal.screen;

import java.lang.foreign.ValueLayout;

import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.media.MemoryFrame;

/** Finds what is brighter than black in a picture. */
final class Bright {

    private static final int THRESHOLD = 60;

    private Bright() {
    }

    /** The smallest rectangle around all that is bright, and closes the picture. */
    static Area area(MemoryFrame picture) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        try (picture) {
            for (int y = 0; y < picture.format().heightPx(); y++) {
                for (int x = 0; x < picture.format().widthPx(); x++) {
                    int luma = picture.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * picture.strideBytes(0) + x) & 0xFF;
                    if (luma > THRESHOLD) {
                        left = Math.min(left, x);
                        top = Math.min(top, y);
                        right = Math.max(right, x);
                        bottom = Math.max(bottom, y);
                    }
                }
            }
        }
        return right < 0 ? new Area(0, 0, 0, 0) : new Area(left, top, right - left + 1, bottom - top + 1);
    }
}
