package org.reelbench.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.FrameRange;

/** Which frame is due on which course. */
class CourseTest {

    private static final Optional<FrameRange> LOOP = Optional.of(new FrameRange(10, 25));

    @Test
    void withoutAnEndItGoesStraightOnEitherWay() {
        assertEquals(107, new Course(100, 1, Optional.empty()).frameAfter(7));
        assertEquals(93, new Course(100, -4, Optional.empty()).frameAfter(7));
        assertEquals(-1, new Course(0, -1, Optional.empty()).frameAfter(1));
    }

    @Test
    void behindTheEndOfTheRangeItsStartComesAgain() {
        Course course = new Course(3, 2, LOOP);
        assertEquals(24, course.frameAfter(21));
        assertEquals(10, course.frameAfter(22));
        assertEquals(24, course.frameAfter(36));
        assertEquals(10, course.frameAfter(37));
        assertEquals(12, course.frameAfter(22 + 15 * 1000 + 2));
    }

    @Test
    void aRangeThatReachesBehindTheSequenceEndsWithIt() {
        assertEquals(Optional.of(new FrameRange(10, 20)), new Course(3, 1, LOOP).within(20).loop());
        assertEquals(LOOP, new Course(3, 1, LOOP).within(200).loop());
        assertTrue(new Course(3, 1, LOOP).within(10).loop().isEmpty());
    }

    @Test
    void whatCannotBePlayedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Course(0, 0, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Course(0, 9, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Course(-1, 1, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Course(12, -1, LOOP));
        assertThrows(IllegalArgumentException.class, () -> new Course(25, 1, LOOP));
    }
}
