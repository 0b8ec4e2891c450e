package org.reelbench.ui.tracks.internal.drag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommands;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.gesture.Tool;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** What dragging clips leaves in the sequence. */
class EditingDragTest {

    private static final Pointer CTRL = new Pointer(0, 0, true, false, false);
    private static final Pointer ALT = new Pointer(0, 0, false, false, true);

    private final Bench bench = new Bench(Tracks.sequence(
            Tracks.video("v1", from(20, Tracks.clip("c1", 100)), from(30, Tracks.clip("c2", 100)), Tracks.gap(50),
                    from(40, Tracks.clip("c3", 100))),
            Tracks.video("v2"), Tracks.audio("a1", Tracks.clip("c4", 100))));

    private static Clip from(long sourceFrame, Clip clip) {
        return clip.withSource(RationalTime.of(sourceFrame, 30), clip.durationFrames());
    }

    private int steps() {
        return bench.executed.size();
    }

    @Test
    void aDragMovesAndIsOneStep() {
        bench.drag("v1", 300, 330);
        assertEquals("c1[20+100] c2[30+100] 80 c3[40+100]", bench.on("v1"));
        assertEquals(1, steps());
        assertEquals(List.of("c3"), bench.selected());
    }

    @Test
    void whatADragWouldDoIsSeenWhileItGoesOnAndEscapeRestoresIt() {
        Sequence before = bench.sequence();
        bench.hold(bench.xOf(300), bench.yOf("v1"), bench.xOf(330), bench.yOf("v1"), Pointer.at(0, 0));
        assertEquals("c1[20+100] c2[30+100] 80 c3[40+100]", bench.previewOn("v1"));
        assertTrue(bench.gestures.cancel());
        assertEquals("c1[20+100] c2[30+100] 50 c3[40+100]", bench.previewOn("v1"));
        bench.gestures.release(Pointer.at(bench.xOf(330), bench.yOf("v1")));
        assertSame(before, bench.sequence());
        assertEquals(0, steps());
    }

    @Test
    void aClipLandsOverAnotherOrWithCtrlMovesItAway() {
        bench.drag("v1", 300, 200);
        assertEquals("c1[20+100] c2[30+50] c3[40+100]", bench.on("v1"));
        Bench other = new Bench(
                Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100), Tracks.gap(100), Tracks.clip("c2", 50))));
        other.drag(other.xOf(220), other.yOf("v1"), other.xOf(70), other.yOf("v1"), CTRL);
        assertEquals(List.of("c1", "c2", "c3"), idsOf(other, "v1"), "c1 is cut and its second part is behind c2");
    }

    private static List<String> idsOf(Bench bench, String track) {
        return bench.sequence().track(new Id(track)).items().toList().stream()
                .filter(Clip.class::isInstance).map(item -> ((Clip) item).id().value()).toList();
    }

    @Test
    void edgesDrawAndAGuideShowsWhere() {
        bench.hold(bench.xOf(300), bench.yOf("v1"), bench.xOf(253), bench.yOf("v1"), Pointer.at(0, 0));
        assertEquals("c1[20+100] c2[30+100] c3[40+100]", bench.previewOn("v1"));
        assertEquals(List.of(200L), bench.overlay().guideFrames());
        bench.tools.setSnaps(false);
        bench.gestures.dragAgain(false, false, false);
        assertEquals("c1[20+100] c2[30+100] 3 c3[40+100]", bench.previewOn("v1"));
        assertEquals(List.of(), bench.overlay().guideFrames());
    }

    @Test
    void thePlayheadDraws() {
        bench.playheadAt(400);
        bench.drag("v1", 300, 447);
        assertEquals(400, bench.sequence().findClip(new Id("c3")).orElseThrow().startFrame());
    }

    @Test
    void aClipGoesToOtherTracksOfItsKindAndToNewOnes() {
        bench.drag(bench.xOf(300), bench.yOf("v1"), bench.xOf(300), bench.yOf("v2"));
        assertEquals("250 c3[40+100]", bench.on("v2"));
        bench.drag(bench.xOf(300), bench.yOf("v2"), bench.xOf(300), 5);
        assertEquals(4, bench.sequence().tracks().size());
        assertEquals(2, steps(), "the new track and the move are one step");
        assertEquals("250 c3[40+100]", bench.on(bench.sequence().findClip(new Id("c3")).orElseThrow().track().id().value()));
        bench.drag(bench.xOf(50), bench.yOf("a1"), bench.xOf(50), bench.yOf("a1") + 100);
        assertEquals(5, bench.sequence().tracks().size());
        assertEquals("", bench.on("a1"));
    }

    @Test
    void severalSelectedClipsMoveTogether() {
        bench.click(bench.xOf(50), bench.yOf("v1"), Pointer.at(0, 0));
        bench.click(bench.xOf(150), bench.yOf("v1"), CTRL);
        assertEquals(List.of("c1", "c2"), bench.selected());
        bench.drag("v1", 150, 190);
        assertEquals("40 c1[20+100] c2[30+100] 10 c3[40+100]", bench.on("v1"));
        assertEquals(1, steps());
    }

    @Test
    void noClipGoesBeforeTheStart() {
        bench.drag("v1", 50, -40);
        assertEquals("c1[20+100] c2[30+100] 50 c3[40+100]", bench.on("v1"));
        assertEquals(0, steps());
    }

    @Test
    void linkedSoundMovesAlong() {
        Clip picture = Tracks.clip("c1", 100).withBonds(new Bonds(new Id("l1"), null));
        Clip sound = Tracks.clip("c2", 100).withBonds(new Bonds(new Id("l1"), null));
        Bench linked = new Bench(Tracks.sequence(Tracks.video("v1", picture), Tracks.video("v2"), Tracks.audio("a1", sound)));
        linked.drag(linked.xOf(50), linked.yOf("v1"), linked.xOf(80), linked.yOf("v2"));
        assertEquals("30 c1[0+100]", linked.on("v2"));
        assertEquals("30 c2[0+100]", linked.on("a1"));
        linked.drag(linked.xOf(129), linked.yOf("a1"), linked.xOf(99), linked.yOf("a1"));
        assertEquals("30 c1[0+70]", linked.on("v2"));
        assertEquals("30 c2[0+70]", linked.on("a1"));
    }

    @Test
    void edgesTrimAsFarAsThereIsRoom() {
        bench.drag("v1", 251, 271);
        assertEquals("c1[20+100] c2[30+100] 70 c3[60+80]", bench.on("v1"));
        bench.drag("v1", 271, 100);
        assertEquals("c1[20+100] c2[30+100] 10 c3[0+140]", bench.on("v1"), "there is no earlier frame in the source");
        bench.drag("v1", 199, 300);
        assertEquals("c1[20+100] c2[30+110] c3[0+140]", bench.on("v1"), "up to the next clip");
        bench.drag("v1", 348, 100);
        assertEquals("c1[20+100] c2[30+110] c3[0+1]", bench.on("v1"), "a frame is left");
    }

    @Test
    void theRippleToolMovesWhatFollows() {
        bench.tools.take(Tool.RIPPLE);
        bench.drag("v1", 95, 75);
        assertEquals("c1[20+80] c2[30+100] 50 c3[40+100]", bench.on("v1"));
        bench.drag("v1", 85, 75);
        assertEquals("c1[20+80] c2[20+110] 50 c3[40+100]", bench.on("v1"));
        assertEquals(2, steps());
    }

    @Test
    void theRollToolMovesTheNearerCut() {
        bench.tools.take(Tool.ROLL);
        bench.drag("v1", 105, 125);
        assertEquals("c1[20+120] c2[50+80] 50 c3[40+100]", bench.on("v1"));
        bench.drag("v1", 115, 20);
        assertEquals("c1[20+70] c2[0+130] 50 c3[40+100]", bench.on("v1"), "the right clip has no earlier frame");
        bench.drag("v1", 190, 180);
        assertEquals(2, steps(), "nothing is rolled beside a gap");
        assertFalse(bench.told.isEmpty(), "and that is said");
    }

    @Test
    void theSlipToolShowsAnotherPiece() {
        bench.tools.take(Tool.SLIP);
        bench.drag("v1", 150, 140);
        assertEquals("c1[20+100] c2[40+100] 50 c3[40+100]", bench.on("v1"));
        bench.drag("v1", 150, 300);
        assertEquals("c1[20+100] c2[0+100] 50 c3[40+100]", bench.on("v1"), "not before the source begins");
    }

    @Test
    void theSlideToolMovesBetweenNeighbours() {
        bench.tools.take(Tool.SLIDE);
        bench.drag("v1", 150, 170);
        assertEquals("c1[20+120] c2[30+100] 30 c3[40+100]", bench.on("v1"));
        assertEquals(1, steps());
    }

    @Test
    void theRazorCutsWhereItClicksAndWithShiftAllTracks() {
        bench.tools.take(Tool.RAZOR);
        bench.click(bench.xOf(150), bench.yOf("v1"), Pointer.at(0, 0));
        assertEquals("c1[20+100] c2[30+50] c5[80+50] 50 c3[40+100]", bench.on("v1"));
        bench.click(bench.xOf(60), bench.yOf("v1"), new Pointer(0, 0, false, true, false));
        assertEquals("c1[20+60] c6[80+40] c2[30+50] c5[80+50] 50 c3[40+100]", bench.on("v1"));
        assertEquals("c4[0+60] c7[60+40]", bench.on("a1"));
        assertEquals(2, steps());
    }

    @Test
    void whatOverlapsIsDissolvedWithAlt() {
        bench.tools.setSnaps(false);
        bench.drag(bench.xOf(300), bench.yOf("v1"), bench.xOf(229), bench.yOf("v1"), ALT);
        assertEquals("c1[20+100] c2[30+89] 10~11 c3[50+90]", bench.on("v1"));
        assertEquals(1, steps());
        assertEquals(EditCommands.UNIT, bench.executed.getFirst().name());
    }

    @Test
    void aMarqueeSelectsWhatItTouchesAndEscapeRestoresTheSelection() {
        bench.click(bench.xOf(300), bench.yOf("v1"), Pointer.at(0, 0));
        bench.hold(bench.xOf(220), bench.yOf("v1"), bench.xOf(90), bench.yOf("a1"), Pointer.at(0, 0));
        assertEquals(List.of("c1", "c2", "c4"), bench.selected());
        assertTrue(bench.overlay().marquee().isPresent());
        bench.gestures.release(Pointer.at(0, 0));
        assertFalse(bench.overlay().marquee().isPresent());
        assertEquals(List.of("c1", "c2", "c4"), bench.selected());
        bench.hold(bench.xOf(220), bench.yOf("v1"), bench.xOf(260), bench.yOf("v1"), Pointer.at(0, 0));
        assertEquals(List.of("c3"), bench.selected());
        bench.gestures.cancel();
        assertEquals(List.of("c1", "c2", "c4"), bench.selected(), "as before the press");
    }

    @Test
    void fadesAndTheGainLineAreDragged() {
        int top = bench.row("a1").yPx() + 3;
        bench.drag(bench.xOf(0) + 2, top, bench.xOf(25), top);
        assertEquals(25, bench.sequence().findClip(new Id("c4")).orElseThrow().clip().fades().inFrames());
        bench.drag(bench.xOf(100) - 3, top, bench.xOf(90), top);
        assertEquals(10, bench.sequence().findClip(new Id("c4")).orElseThrow().clip().fades().outFrames());
        int room = bench.row("a1").heightPx() - Metrics.TITLE_HEIGHT_PX - 2;
        int line = bench.row("a1").yPx() + Metrics.TITLE_HEIGHT_PX + 1 + Math.round((room - 1) / 3f);
        bench.drag(bench.xOf(50), line, bench.xOf(50), line - 4);
        double gainDb = bench.sequence().findClip(new Id("c4")).orElseThrow().clip().gainDb();
        assertTrue(gainDb > 3 && gainDb < 9, "louder, not " + gainDb);
        assertEquals(3, steps());
    }

    @Test
    void aLockedTrackSaysWhyNothingIsMoved() {
        Bench locked = new Bench(Tracks.sequence(Tracks.video("v1", Tracks.clip("c1", 100)).withLocked(true)));
        locked.hold(locked.xOf(50), locked.yOf("v1"), locked.xOf(80), locked.yOf("v1"), Pointer.at(0, 0));
        assertTrue(locked.overlay().note().orElseThrow().isProblem());
        locked.gestures.release(Pointer.at(locked.xOf(80), locked.yOf("v1")));
        assertEquals(0, locked.executed.size());
        assertEquals(1, locked.told.size());
    }

    @Test
    void headersReorderLockSoloAndChangeTheirHeight() {
        bench.drag(20, bench.yOf("v1"), 20, bench.yOf("v2"));
        assertEquals(List.of("v2", "v1", "a1"), bench.sequence().tracks().stream().map(track -> track.id().value()).toList());
        int lock = Metrics.HEADER_WIDTH_PX - Metrics.ICON_MARGIN_PX - Metrics.ICON_STEP_PX - 8;
        bench.click(lock, bench.yOf("a1"), Pointer.at(0, 0));
        assertTrue(bench.sequence().track(new Id("a1")).locked());
        bench.click(lock - Metrics.ICON_STEP_PX, bench.yOf("v2"), Pointer.at(0, 0));
        assertTrue(bench.sequence().track(new Id("v2")).solo());
        assertEquals(3, steps());
        int edge = bench.row("v1").bottomPx() - 2;
        bench.drag(20, edge, 20, edge + 40);
        assertEquals(Metrics.VIDEO_HEIGHT_PX + 40, bench.row("v1").heightPx());
        bench.hold(20, edge + 40, 20, edge + 80, Pointer.at(0, 0));
        bench.gestures.cancel();
        assertEquals(Metrics.VIDEO_HEIGHT_PX + 40, bench.row("v1").heightPx());
        assertEquals(3, steps(), "heights are no edits");
    }
}
