package org.reelbench.workbench.it;

import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;

/** While an edge is dragged, the frames on both sides of the cut are seen as they are. */
class TwoUpWorkbenchIT extends TracksWindow {

    private static final int PICTURE_WIDTH_PX = 208;
    private static final int PICTURE_HEIGHT_PX = 117;
    private static final int MARGIN_PX = 6;
    private static final int MAP_PX = 28;

    /** Whether a frame of a source is read at one of the two places; how high a line of words below it is depends on the desktop. */
    private boolean isSeen(boolean isLeft, int source, long frame) {
        return driver.ui(() -> {
            Point size = tracks.getSize();
            int left = HEADER_PX + (size.x - HEADER_PX - 2 * PICTURE_WIDTH_PX - 3 * MARGIN_PX) / 2 + MARGIN_PX
                    + (isLeft ? 0 : PICTURE_WIDTH_PX + MARGIN_PX);
            return IntStream.of(11, 13, 15, 17, 19, 21).anyMatch(line -> ScreenPicture.read(tracks, left,
                    size.y - MAP_PX - 3 * MARGIN_PX - line - PICTURE_HEIGHT_PX, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX)
                    .is(source, frame));
        });
    }

    @Test
    void aRollShowsTheExactFramesOnBothSidesAndNothingAfterwards() {
        press('n', 0);
        press('t', 0);
        int cut = x(60) - 3;
        int perFrame = x(100) - x(99);
        mouse.hold(cut, V1, cut + 7 * perFrame, V1);
        long rolled = driver.ui(() -> editor.tried().map(sequence -> sequence.track(Film.V1).items().get(0).durationFrames())
                .orElse(60L)) - 60;
        driver.until("the last frame before the cut is seen, " + (59 + rolled), () -> isSeen(true, 1, 59 + rolled));
        driver.until("the first one behind it is seen, " + rolled, () -> isSeen(false, 2, rolled));
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.release();
        driver.until("the pictures are gone", () -> !isSeen(true, 1, 59 + rolled));
        becomes(Film.V1, "c1[0+60] c2[0+60]");
        press('n', 0);
    }

    @Test
    void aTrimIsFollowedFrameByFrame() {
        press('n', 0);
        int end = x(90) - 3;
        int perFrame = x(100) - x(99);
        mouse.hold(end, V2, end - 10 * perFrame, V2);
        driver.until("its last frame is seen", () -> isSeen(true, 3, lastOfThree()));
        mouse.moveTo(end - 11 * perFrame, V2);
        mouse.moveTo(end - 12 * perFrame, V2);
        driver.until("its last frame is seen again", () -> isSeen(true, 3, lastOfThree()));
        mouse.release();
        press('n', 0);
    }

    private long lastOfThree() {
        return driver
                .ui(() -> editor.tried().map(sequence -> sequence.track(Film.V2).items().get(1).durationFrames()).orElse(60L))
                - 1;
    }
}
