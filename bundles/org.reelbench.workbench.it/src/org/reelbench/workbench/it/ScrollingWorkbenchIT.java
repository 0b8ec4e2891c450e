package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

/** The track view shows another stretch of time by wheel, keys, hand and the small picture of the whole. */
class ScrollingWorkbenchIT extends TracksWindow {

    /** In the picture of the whole sequence, counted from the lower border. */
    private static final int MAP_UP_PX = 14;
    private static final int RULER = 22;
    private static final double ALL_FRAMES = Film.FRAMES * 1.05;

    private int lanesPx() {
        return driver.ui(() -> tracks.getSize().x) - HEADER_PX;
    }

    private int map() {
        return driver.ui(() -> tracks.getSize().y) - MAP_UP_PX;
    }

    /** The frame at a column, told by the playhead that is set there. */
    private long frameAt(int x) {
        mouse.click(x, RULER);
        return driver.ui(editor::playheadFrame);
    }

    private void wheel(int count, int x, int modifiers) {
        driver.act(() -> {
            Event event = new Event();
            event.count = count;
            event.x = x;
            event.y = V1;
            event.stateMask = modifiers;
            tracks.notifyListeners(SWT.MouseWheel, event);
        });
    }

    private void zoomIn() {
        for (int i = 0; i < 8; i++) {
            wheel(1, HEADER_PX, 0);
        }
    }

    @Test
    void theWheelZoomsToTheMouseAndTheWholeIsShownAgain() {
        int x = x(60);
        for (int i = 0; i < 8; i++) {
            wheel(1, x, 0);
        }
        assertEquals(60, frameAt(x), 1, "what is under the mouse stays there");
        assertTrue(frameAt(HEADER_PX + lanesPx() - 2) < 100, "less is seen");
        press('Z', SWT.SHIFT);
        assertEquals(60, frameAt(x(60)), 1);
        wheel(-1, HEADER_PX, 0);
        wheel(1, HEADER_PX, 0);
        zoomIn();
        long before = frameAt(HEADER_PX + 5);
        wheel(-5, HEADER_PX + 5, SWT.SHIFT);
        assertTrue(frameAt(HEADER_PX + 5) > before, "it is scrolled to what is later");
    }

    @Test
    void theFrameInThePictureOfTheWholeIsDraggedAndAClickGoesThere() {
        zoomIn();
        assertEquals(0, frameAt(HEADER_PX), 1);
        int middle = HEADER_PX + lanesPx() / 2;
        mouse.click(middle, map());
        assertEquals(ALL_FRAMES / 2, frameAt(middle), 4, "where it was clicked is in the middle");
        mouse.drag(middle, map(), HEADER_PX + lanesPx() * 3 / 4, map());
        assertEquals(ALL_FRAMES * 3 / 4, frameAt(middle), 4);
        mouse.hold(HEADER_PX + lanesPx() * 3 / 4, map(), HEADER_PX + lanesPx() / 4, map());
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.release();
        assertEquals(ALL_FRAMES * 3 / 4, frameAt(middle), 4, "it is back where it was");
    }

    @Test
    void theHandScrollsWhatItHolds() {
        zoomIn();
        press('h', 0);
        long held = frameAt(HEADER_PX + 200);
        mouse.drag(HEADER_PX + 200, V1, HEADER_PX + 50, V1);
        assertEquals(held, frameAt(HEADER_PX + 50), 1);
        press('v', 0);
    }
}
