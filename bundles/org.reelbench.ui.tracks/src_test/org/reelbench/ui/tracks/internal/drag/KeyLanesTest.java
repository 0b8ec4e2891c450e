package org.reelbench.ui.tracks.internal.drag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.ClipLanes;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.KeyLane;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** Keyframes lie in strips below their clip, where the mouse makes, moves and sets them, each in one step. */
class KeyLanesTest {

    private static final Id CLIP = new Id("c1");
    private static final Pointer SHIFT = new Pointer(0, 0, false, true, false);
    private static final Pointer CTRL = new Pointer(0, 0, true, false, false);

    private final Bench bench = new Bench(Tracks.sequence(
            Tracks.video("v1", Tracks.gap(20), clip(new Keyframe(10, 0.5, Interpolation.LINEAR), new Keyframe(60, 1,
                    Interpolation.LINEAR)), Tracks.color("c2", 50)),
            Tracks.audio("a1", Tracks.clip("c3", 100))));

    KeyLanesTest() {
        bench.tools.setSnaps(false);
    }

    private static Clip clip(Keyframe... keys) {
        TreeMap<String, Curve> curves = new TreeMap<>();
        curves.put(Animated.OPACITY, new Curve(List.of(keys)));
        return Tracks.color("c1", 100).withCurves(curves);
    }

    private KeyLane lane() {
        return lanes().lanes().getFirst();
    }

    private ClipLanes lanes() {
        return bench.row("v1").lanes().getFirst();
    }

    private int yOf(double opacity) {
        return bench.row("v1").yPx() + bench.row("v1").heightPx() + lane().yOf(opacity);
    }

    private String keys() {
        Curve curve = bench.sequence().findClip(CLIP).orElseThrow().clip().curves().get(Animated.OPACITY);
        return curve == null
                ? "none"
                : String.join(" ", curve.keyframes().stream().map(key -> key.frame() + ":" + key.value()).toList());
    }

    private void open() {
        bench.tools.toggleLanes(Set.of(CLIP));
    }

    @Test
    void stripsMakeTheRowHigherAndGoAgain() {
        int sounds = bench.row("a1").yPx();
        open();
        assertEquals(sounds + KeyLane.HEIGHT_PX, bench.row("a1").yPx());
        assertEquals("Opacity", lane().label());
        assertInstanceOf(Hit.Nothing.class, Hit.at(bench.frame(), bench.xOf(130), yOf(0.5)), "beside the clip is no strip");
        open();
        assertEquals(sounds, bench.row("a1").yPx());
    }

    @Test
    void aKeyframeIsDraggedInTimeAndValueInOneStep() {
        open();
        int down = lane().yOf(0.25) - lane().yOf(0.5);
        bench.drag(bench.xOf(30), yOf(0.5), bench.xOf(50), yOf(0.5) + down);
        assertEquals(1, bench.executed.size());
        assertEquals(EditCommands.UNIT, bench.executed.getFirst().name());
        assertTrue(keys().matches("30:0\\.2[0-9]* 60:1\\.0"), keys());
    }

    @Test
    void aKeyframeStaysBetweenItsNeighboursAndWithinTheClip() {
        open();
        bench.drag(bench.xOf(30), yOf(0.5), bench.xOf(110), yOf(0.5));
        assertEquals("59:0.5 60:1.0", keys());
        bench.drag(bench.xOf(80), yOf(1), bench.xOf(400), yOf(1) - 50);
        assertEquals("59:0.5 99:1.0", keys());
    }

    @Test
    void withShiftOnlyTheGreaterMoveCounts() {
        open();
        bench.drag(bench.xOf(30), yOf(0.5), bench.xOf(50), yOf(0.5) + 5, SHIFT);
        assertEquals("30:0.5 60:1.0", keys());
        bench.drag(bench.xOf(50), yOf(0.5), bench.xOf(52), yOf(0.5) + 9, SHIFT);
        assertTrue(keys().startsWith("30:0.") && !keys().startsWith("30:0.5 "), keys());
    }

    @Test
    void withCtrlValuesChangeATenthAsFast() {
        open();
        bench.drag(bench.xOf(30), yOf(0.5), bench.xOf(30), yOf(0.5) + 5, CTRL);
        assertEquals("10:0.48 60:1.0", keys());
    }

    @Test
    void aPressBesideKeyframesMakesOneAndMayDragIt() {
        open();
        bench.click(bench.xOf(100), yOf(0), Pointer.at(0, 0));
        assertEquals("10:0.5 60:1.0 80:0.0", keys());
        bench.drag(bench.xOf(110), yOf(lane().valueAt(90)), bench.xOf(115), yOf(lane().valueAt(90)));
        assertEquals("10:0.5 60:1.0 80:0.0 95:0.0", keys());
        assertEquals(2, bench.executed.size());
    }

    @Test
    void aPressOnTheCurveDoesNotChangeIt() {
        open();
        double value = lane().valueAt(35);
        bench.click(bench.xOf(55), yOf(value), Pointer.at(0, 0));
        assertEquals("10:0.5 35:" + value + " 60:1.0", keys());
    }

    @Test
    void escapeLeavesAllAsItWas() {
        open();
        bench.hold(bench.xOf(30), yOf(0.5), bench.xOf(60), yOf(0), Pointer.at(0, 0));
        assertTrue(bench.gestures.cancel());
        bench.gestures.release(Pointer.at(0, 0));
        bench.hold(bench.xOf(100), yOf(0), bench.xOf(100), yOf(0), Pointer.at(0, 0));
        bench.gestures.cancel();
        assertEquals("10:0.5 60:1.0", keys());
        assertEquals(0, bench.executed.size());
    }

    @Test
    void thePlayheadDrawsAKeyframe() {
        open();
        bench.tools.setSnaps(true);
        bench.playheadAt(53);
        bench.hold(bench.xOf(30), yOf(0.5), bench.xOf(51), yOf(0.5), Pointer.at(0, 0));
        assertEquals(List.of(53L), bench.overlay().guideFrames());
        bench.gestures.release(Pointer.at(bench.xOf(51), yOf(0.5)));
        assertEquals("33:0.5 60:1.0", keys());
    }

    @Test
    void aValueThatIsTheSameAtAllFramesGetsItsFirstKeyframeHere() {
        bench.tools.toggleLanes(Set.of(new Id("c3")));
        KeyLane gain = bench.row("a1").lanes().getFirst().lanes().getFirst();
        assertEquals("Gain", gain.label());
        int top = bench.row("a1").yPx() + bench.row("a1").heightPx();
        bench.click(bench.xOf(40), top + gain.yOf(-24), Pointer.at(0, 0));
        Curve curve = bench.sequence().findClip(new Id("c3")).orElseThrow().clip().curves().get(Animated.GAIN_DB);
        assertEquals(40, curve.keyframes().getFirst().frame());
        assertEquals(-24, curve.keyframes().getFirst().value(), 2);
    }

    @Test
    void stripsAreBelowTheClipAndBelongToItsTrack() {
        open();
        Rectangle strip = new Rectangle(bench.xOf(20), bench.row("v1").yPx() + Metrics.VIDEO_HEIGHT_PX, 200, KeyLane.HEIGHT_PX);
        Hit hit = Hit.at(bench.frame(), strip.x + 100, strip.y + 3);
        assertEquals(CLIP, assertInstanceOf(Hit.OnLane.class, hit).clip().clip().id());
        assertInstanceOf(Hit.Header.class, Hit.at(bench.frame(), 20, strip.y + 3));
    }
}
