package org.reelbench.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.playback.Fit;
import org.reelbench.playback.ScreenPicture;

/** Pictures on their way to the UI thread. */
class ScreenHopTest {

    private int outstanding;
    private final List<Runnable> uiTasks = new ArrayList<>();
    private final List<Long> painted = new ArrayList<>();
    private final ScreenHop hop = new ScreenHop(uiTasks::add, () -> 64, () -> 36, picture -> {
        try (picture) {
            painted.add(picture.frame());
        }
    }, _ -> painted.add(-1L));

    private void show(long frame) {
        outstanding++;
        hop.show(new Picture(frame));
    }

    @Test
    void aBusyWindowPaintsTheLatestAndQueuesNothing() {
        show(1);
        show(2);
        show(3);
        assertEquals(1, uiTasks.size());
        assertEquals(1, outstanding);
        uiTasks.removeFirst().run();
        show(4);
        uiTasks.removeFirst().run();
        assertEquals(List.of(3L, 4L), painted);
        assertEquals(0, outstanding);
    }

    @Test
    void whatNobodyLooksAtIsGivenBack() {
        show(1);
        hop.discard();
        assertEquals(0, outstanding);
        uiTasks.removeFirst().run();
        assertEquals(List.of(), painted);
    }

    @Test
    void failuresArriveToo() {
        hop.fail("broken");
        uiTasks.removeFirst().run();
        assertEquals(List.of(-1L), painted);
    }

    /** A picture without pixels, which counts that it is given back. */
    private final class Picture implements ScreenPicture {

        private final long frame;

        Picture(long frame) {
            this.frame = frame;
        }

        @Override
        public MemorySegment pixels() {
            return MemorySegment.NULL;
        }

        @Override
        public int strideBytes() {
            return 64;
        }

        @Override
        public Fit size() {
            return new Fit(16, 9);
        }

        @Override
        public long frame() {
            return frame;
        }

        @Override
        public boolean isApproximate() {
            return false;
        }

        @Override
        public void close() {
            outstanding--;
        }
    }
}
