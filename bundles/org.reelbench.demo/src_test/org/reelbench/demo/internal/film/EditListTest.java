package org.reelbench.demo.internal.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.demo.internal.media.DemoMedia;

class EditListTest {

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void somethingIsSeenAtEveryFrame(int shrink) {
        EditList list = EditList.of(DemoMedia.of(shrink), shrink);
        for (long frame = 0; frame < list.frames(); frame++) {
            long n = frame;
            assertTrue(list.shots().stream().anyMatch(shot -> shot.isAt(n) && list.covers(shot)), "frame " + n);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void smallPicturesLieOnWholePixelsInsideTheCanvasAndCanBeRead(int shrink) {
        EditList list = EditList.of(DemoMedia.of(shrink), shrink);
        for (Shot shot : list.shots()) {
            Box box = shot.box();
            assertTrue(box.x() >= 0 && box.y() >= 0 && box.x() + box.width() <= list.widthPx()
                    && box.y() + box.height() <= list.heightPx(), shot::toString);
            assertTrue(box.width() >= 80 && box.height() >= 45, shot::toString);
            assertEquals(Math.rint(box.x()), box.x(), shot::toString);
            assertEquals(Math.rint(box.y()), box.y(), shot::toString);
        }
    }

    @Test
    void aDissolveRisesEvenlyAndTheSameBothWays() {
        Dissolve dissolve = new Dissolve("bottom", 150, 12);
        assertEquals(0.5 / 24, dissolve.weightAt(138), 1e-12);
        assertEquals(1 - 0.5 / 24, dissolve.weightAt(161), 1e-12);
        assertEquals(1, dissolve.weightAt(145) + dissolve.weightAt(154), 1e-12);
        assertTrue(!dissolve.isAt(137) && dissolve.isAt(138) && dissolve.isAt(161) && !dissolve.isAt(162));
    }
}
