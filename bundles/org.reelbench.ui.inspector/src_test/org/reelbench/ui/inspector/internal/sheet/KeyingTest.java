package org.reelbench.ui.inspector.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.ui.inspector.internal.sheet.Scene.C1;
import static org.reelbench.ui.inspector.internal.sheet.Scene.C2;
import static org.reelbench.ui.inspector.internal.sheet.Scene.property;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;

/** Keyframes of a value, seen from the playhead. */
class KeyingTest {

    private final Scene scene = new Scene();

    private Keying at(long playheadFrame) {
        return property(scene.sheet(playheadFrame, C2), "opacity").keying().orElseThrow();
    }

    private List<Long> frames() {
        return at(0).keyframes().stream().map(Keyframe::frame).toList();
    }

    @Test
    void theFirstKeyframeKeepsTheValueAndLaterNumbersSetMore() throws EditRefused {
        assertFalse(at(55).isMoving());
        scene.set(55, "opacity", 80.0, C2);
        scene.make(at(55).toggle());
        assertEquals(List.of(5L), frames(), "counted from the clip's first frame");
        assertTrue(at(55).isOnKeyframe() && at(60).isMoving());
        scene.set(65, "opacity", 20.0, C2);
        assertEquals(List.of(5L, 15L), frames());
        assertEquals(50.0, (Double) property(scene.sheet(60, C2), "opacity").value(), 1e-9);
    }

    @Test
    void thereIsAWayToThePreviousAndTheNextOne() throws EditRefused {
        scene.make(at(55).toggle());
        scene.make(at(65).toggle());
        assertEquals(OptionalLong.empty(), at(55).previous());
        assertEquals(OptionalLong.of(65), at(55).next());
        assertEquals(OptionalLong.of(55), at(60).previous());
        assertEquals(OptionalLong.of(65), at(70).previous());
        assertEquals(OptionalLong.empty(), at(70).next());
    }

    @Test
    void theSecondClickTakesAKeyframeAwayAndWithTheLastOneItStops() throws EditRefused {
        scene.make(at(55).toggle());
        scene.make(at(55).toggle());
        assertFalse(at(55).isMoving());
        scene.make(at(55).toggle());
        scene.set(65, "opacity", 20.0, C2);
        scene.make(at(65).stop());
        assertEquals(0.2, scene.clip(C2).opacity());
        assertFalse(at(55).isMoving());
    }

    @Test
    void theWayFromTheKeyframeBeforeIsChosen() throws EditRefused {
        scene.make(at(55).toggle());
        assertEquals(List.of(), at(52).go(Keying.Way.HOLD), "nothing lies before");
        scene.make(at(60).go(Keying.Way.HOLD));
        assertEquals(Optional.of(Keying.Way.HOLD), at(60).way());
        assertEquals(List.of(5L), frames(), "no keyframe is added");
        scene.make(at(60).go(Keying.Way.LINEAR));
        assertEquals(Optional.of(Keying.Way.LINEAR), at(60).way());
    }

    @Test
    void keyframesAreSetOnTheClipOnly() {
        assertFalse(at(49).isWithin());
        assertTrue(at(50).isWithin());
        assertTrue(at(74).isWithin());
        assertFalse(at(75).isWithin());
        assertTrue(property(scene.sheet(0, C1), "opacity").keying().orElseThrow().isWithin());
    }

    @Test
    void allKeyframesAreSetAtOnceWithTheWaysBetweenThem() throws EditRefused {
        scene.make(at(55).toggle());
        Curve other = new Curve(List.of(new Keyframe(2, 0.5, new Interpolation.Bezier(0.1, -1, 0.9, 2)),
                new Keyframe(7, 1, Interpolation.HOLD), new Keyframe(9, 0.25, Interpolation.LINEAR)));
        scene.make(at(55).all(other));
        assertEquals(other, at(55).curve());
        scene.make(at(55).go(other.keyframes().get(1), Keying.Way.EASE));
        assertEquals(Optional.of(Keying.Way.EASE), at(58).way());
        assertEquals(OptionalLong.of(57), at(55).onSequence(other.keyframes().get(1)));
        assertEquals(100, at(55).factor(), "people see percents");
    }
}
