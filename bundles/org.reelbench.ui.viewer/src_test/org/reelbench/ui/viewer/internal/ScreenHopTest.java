package org.reelbench.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.ui.viewer.internal.picture.Fit;
import org.reelbench.ui.viewer.internal.picture.PixelBuffers;
import org.reelbench.ui.viewer.internal.picture.ScreenPicture;

/** Pictures on their way to the UI thread. */
class ScreenHopTest {

    private final PixelBuffers buffers = new PixelBuffers();
    private final List<Runnable> uiTasks = new ArrayList<>();
    private final List<Long> painted = new ArrayList<>();
    private final ScreenHop hop = new ScreenHop(uiTasks::add, picture -> {
        try (picture) {
            painted.add(picture.frame());
        }
    }, _ -> painted.add(-1L));

    private void show(long frame) {
        hop.show(ScreenPicture.allocate(buffers, new Fit(16, 9), frame));
    }

    @Test
    void aBusyWindowPaintsTheLatestAndQueuesNothing() {
        show(1);
        show(2);
        show(3);
        assertEquals(1, uiTasks.size());
        assertEquals(1, buffers.outstanding());
        uiTasks.removeFirst().run();
        show(4);
        uiTasks.removeFirst().run();
        assertEquals(List.of(3L, 4L), painted);
        assertEquals(0, buffers.outstanding());
    }

    @Test
    void whatNobodyLooksAtIsGivenBack() {
        show(1);
        hop.discard();
        assertEquals(0, buffers.outstanding());
        uiTasks.removeFirst().run();
        assertEquals(List.of(), painted);
    }

    @Test
    void failuresArriveToo() {
        hop.fail("broken");
        uiTasks.removeFirst().run();
        assertEquals(List.of(-1L), painted);
    }
}
