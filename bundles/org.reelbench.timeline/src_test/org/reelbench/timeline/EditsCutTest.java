package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.RATE;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;
import static org.reelbench.timeline.Samples.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Moving a clip's edges and what lies at a cut: split, trim, dissolve. */
class EditsCutTest {

    @Test
    void splitMakesTwoClipsThatShowWhatTheOneShowed() throws EditRefused {
        assertEquals("_:5 a:4@7 x:6@11 b:1", text(Edits.split(sequence("_:5 a:10@7 b:1"), V1, 9, id("x")), V1));
        assertEquals("a:1 x:9@1", text(Edits.split(sequence("a:10"), V1, 1, id("x")), V1));
        assertEquals("a:9 x:1@9", text(Edits.split(sequence("a:10"), V1, 9, id("x")), V1));
    }

    @Test
    void splitIsExactAtOddRatesAndSpeedsAndKeepsAllParameters() throws EditRefused {
        FrameRate rate = FrameRate.of(30_000, 1001);
        Clip clip = Clip.of(id("a"), "Shot", new MediaStream(id("m"), 2), RationalTime.of(1, 3), 100)
                .withSpeed(Rational.of(-3, 7)).withTransform(new Transform(1, 2, 0.5, 30, new Crop(1, 2, 3, 4))).withOpacity(0.5)
                .withGainDb(-6);
        Sequence sequence = new Sequence(id("s"), "S", rate, 640, 360, 48_000,
                List.of(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)))), Extras.NONE);
        TrackItems items = Edits.split(sequence, V1, 33, id("x")).track(V1).items();
        Clip right = (Clip) items.get(1);
        assertEquals(clip.withId(id("x")).withSource(RationalTime.of(1, 3).plus(RationalTime.of(-3 * 33 * 1001, 7 * 30_000)), 67),
                right);
        for (long frame = 33; frame < 100; frame++) {
            assertEquals(clip.sourceTimeAt(frame, rate), right.sourceTimeAt(frame - 33, rate));
        }
    }

    @Test
    void splitRefusesBordersGapsAndTheUnknown() {
        Sequence sequence = sequence("a:10 _:5 b:10");
        refused("clip 'Clip a' (a) begins at frame 0: there is nothing to split", () -> Edits.split(sequence, V1, 0, id("x")));
        refused("clip 'Clip b' (b) begins at frame 15", () -> Edits.split(sequence, V1, 15, id("x")));
        refused("there is no clip at frame 10 of track 'Track v1' (v1)", () -> Edits.split(sequence, V1, 10, id("x")));
        refused("there is no clip at frame 25", () -> Edits.split(sequence, V1, 25, id("x")));
        refused("there is no clip at frame -1", () -> Edits.split(sequence, V1, -1, id("x")));
        refused("the id b is taken", () -> Edits.split(sequence, V1, 5, id("b")));
        refused("the id a is taken", () -> Edits.split(sequence, V1, 5, id("a")));
        refused("there is no track x", () -> Edits.split(sequence, id("x"), 5, id("y")));
    }

    @Test
    void splitInsideATransitionRemovesItAtItsBorderKeepsIt() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+3 b:10 u/4+1 c:10");
        assertEquals("a:10 b:2 x:8@2 u/4+1 c:10", text(Edits.split(sequence, V1, 12, id("x")), V1));
        assertEquals("a:10 t/2+3 b:3 x:7@3 u/4+1 c:10", text(Edits.split(sequence, V1, 13, id("x")), V1));
        assertEquals("a:10 t/2+3 b:6 x:4@6 u/4+1 c:10", text(Edits.split(sequence, V1, 16, id("x")), V1));
        assertEquals("a:10 t/2+3 b:7 x:3@7 c:10", text(Edits.split(sequence, V1, 17, id("x")), V1));
        assertEquals("a:9 x:1@9 b:10 u/4+1 c:10", text(Edits.split(sequence, V1, 9, id("x")), V1));
        assertEquals("a:8 x:2@8 t/2+3 b:10 u/4+1 c:10", text(Edits.split(sequence, V1, 8, id("x")), V1));
    }

    @Test
    void trimStartInwardsLeavesAGapAndKeepsTheFrames() throws EditRefused {
        assertEquals("_:3 a:7@3 b:5", text(Edits.trimStart(sequence("a:10 b:5"), id("a"), 3), V1));
        assertEquals("_:5 a:7@3", text(Edits.trimStart(sequence("_:2 a:10"), id("a"), 3), V1));
        assertEquals("b:5 _:9 a:1@9", text(Edits.trimStart(sequence("b:5 a:10"), id("a"), 9), V1));
    }

    @Test
    void trimStartOutwardsEatsTheGapBefore() throws EditRefused {
        Sequence sequence = sequence("b:5 _:4 a:10@20");
        assertEquals("b:5 _:1 a:13@17", text(Edits.trimStart(sequence, id("a"), -3), V1));
        assertEquals("b:5 a:14@16", text(Edits.trimStart(sequence, id("a"), -4), V1));
        assertEquals("a:12@18", text(Edits.trimStart(sequence("_:2 a:10@20"), id("a"), -2), V1));
    }

    @Test
    void trimStartRefusesOverlapTheFrameBeforeTheFirstAndAnEmptyClip() {
        Sequence sequence = sequence("b:5 _:4 a:10");
        refused("frames 4 to 9 of track 'Track v1' (v1) are not free: clip 'Clip b' (b) lies at 0 to 5",
                () -> Edits.trimStart(sequence, id("a"), -5));
        refused("nothing can lie before the first frame, at -1", () -> Edits.trimStart(sequence, id("b"), -1));
        refused("nothing would be left of clip 'Clip a' (a), which is 10 frames long",
                () -> Edits.trimStart(sequence, id("a"), 10));
        refused("cannot move by", () -> Edits.trimStart(sequence, id("a"), Long.MAX_VALUE));
        refused("cannot move by", () -> Edits.trimStart(sequence, id("a"), Long.MIN_VALUE));
        refused("there is no clip x", () -> Edits.trimStart(sequence, id("x"), 1));
        refused("clip 'Clip a' (a) lies at 0 to 10",
                () -> Edits.trimStart(sequence("a:10 t/2+2 b:10"), id("b"), -1));
    }

    @Test
    void trimEndInwardsLeavesAGapButNoneAtTheEnd() throws EditRefused {
        assertEquals("a:7 _:3 b:5", text(Edits.trimEnd(sequence("a:10 b:5"), id("a"), -3), V1));
        assertEquals("a:7 _:5 b:5", text(Edits.trimEnd(sequence("a:10 _:2 b:5"), id("a"), -3), V1));
        assertEquals("a:1", text(Edits.trimEnd(sequence("a:10"), id("a"), -9), V1));
    }

    @Test
    void trimEndOutwardsEatsTheGapBehindOrGoesOnAtTheEnd() throws EditRefused {
        Sequence sequence = sequence("a:10@2 _:4 b:5");
        assertEquals("a:13@2 _:1 b:5", text(Edits.trimEnd(sequence, id("a"), 3), V1));
        assertEquals("a:14@2 b:5", text(Edits.trimEnd(sequence, id("a"), 4), V1));
        assertEquals("a:10@2 _:4 b:500", text(Edits.trimEnd(sequence, id("b"), 495), V1));
    }

    @Test
    void trimEndRefusesOverlapAndAnEmptyClip() {
        Sequence sequence = sequence("a:10 _:4 b:5");
        refused("frames 10 to 15 of track 'Track v1' (v1) are not free: clip 'Clip b' (b) lies at 14 to 19",
                () -> Edits.trimEnd(sequence, id("a"), 5));
        refused("nothing would be left", () -> Edits.trimEnd(sequence, id("a"), -10));
        refused("cannot move by", () -> Edits.trimEnd(sequence, id("a"), Long.MIN_VALUE));
        refused("cannot move by", () -> Edits.trimEnd(sequence, id("b"), Long.MAX_VALUE));
        refused("would be longer", () -> Edits.trimEnd(sequence, id("b"), Item.MAX_DURATION_FRAMES));
        refused("there is no clip x", () -> Edits.trimEnd(sequence, id("x"), 1));
        refused("clip 'Clip b' (b) lies at 10 to 20", () -> Edits.trimEnd(sequence("a:10 t/2+2 b:10"), id("a"), 1));
    }

    @Test
    void trimByNothingChangesNothing() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+2 b:10");
        assertSame(sequence, Edits.trimStart(sequence, id("b"), 0));
        assertSame(sequence, Edits.trimEnd(sequence, id("a"), 0));
    }

    @Test
    void trimRemovesTheTransitionAtTheEdgeAndTheOtherOnlyIfTheClipGetsTooShort() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+3 b:10 u/4+1 c:10");
        assertEquals("a:10 _:6 b:4@6 u/4+1 c:10", text(Edits.trimStart(sequence, id("b"), 6), V1));
        assertEquals("a:10 _:7 b:3@7 c:10", text(Edits.trimStart(sequence, id("b"), 7), V1));
        assertEquals("a:10 t/2+3 b:3 _:7 c:10", text(Edits.trimEnd(sequence, id("b"), -7), V1));
        assertEquals("a:10 b:2 _:8 c:10", text(Edits.trimEnd(sequence, id("b"), -8), V1));
        assertEquals("_:8 a:2@8 t/2+3 b:10 u/4+1 c:10", text(Edits.trimStart(sequence, id("a"), 8), V1));
    }

    @Test
    void trimRefusesASourceTimeThatIsNotExact() {
        Clip clip = Clip.of(id("a"), "A", new MediaStream(id("m"), 0), RationalTime.of(1, Long.MAX_VALUE), 10);
        Sequence sequence = sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip))));
        refused("no fraction of 64-bit numbers", () -> Edits.trimStart(sequence, id("a"), 1));
        refused("no fraction of 64-bit numbers", () -> Edits.split(sequence, V1, 1, id("x")));
    }

    @Test
    void dissolveIsCentredAndTheOddFrameGoesAfterTheCut() throws EditRefused {
        Sequence sequence = sequence("a:10 b:10");
        assertEquals("a:10 t/2+2 b:10", text(Edits.dissolve(sequence, id("a"), id("t"), 4), V1));
        assertEquals("a:10 t/2+3 b:10", text(Edits.dissolve(sequence, id("a"), id("t"), 5), V1));
        assertEquals("a:10 t/0+1 b:10", text(Edits.dissolve(sequence, id("a"), id("t"), 1), V1));
        assertEquals("a:10 t/10+10 b:10", text(Edits.dissolve(sequence, id("a"), id("t"), 20), V1));
    }

    @Test
    void dissolveLeavesTheFramesThatOtherTransitionsTake() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+6 b:10 c:10 u/7+1 d:10");
        assertEquals("a:10 t/2+6 b:10 x/3+3 c:10 u/7+1 d:10", text(Edits.dissolve(sequence, id("b"), id("x"), 6), V1));
        refused("the dissolve needs 4 frames of clip 'Clip c' (c), which has only 3 to give",
                () -> Edits.dissolve(sequence, id("b"), id("x"), 7));
        refused("the dissolve needs 5 frames of clip 'Clip b' (b), which has only 4 to give",
                () -> Edits.dissolve(sequence, id("b"), id("x"), 10));
        refused("the dissolve needs 11 frames of clip 'Clip b' (b), which has only 10 to give",
                () -> Edits.dissolve(sequence("a:90 b:10"), id("a"), id("x"), 21));
    }

    @Test
    void dissolveRefusesWhereNoTwoClipsTouch() {
        Sequence sequence = sequence("a:10 t/2+2 b:10 _:1 c:10");
        refused("there is a transition (t) at the end of clip 'Clip a' (a) already",
                () -> Edits.dissolve(sequence, id("a"), id("x"), 2));
        refused("no clip touches the end of clip 'Clip b' (b): a transition needs two clips side by side",
                () -> Edits.dissolve(sequence, id("b"), id("x"), 2));
        refused("no clip touches the end of clip 'Clip c' (c)", () -> Edits.dissolve(sequence, id("c"), id("x"), 2));
        refused("there is no clip t", () -> Edits.dissolve(sequence, id("t"), id("x"), 2));
        refused("at least one frame, not 0", () -> Edits.dissolve(sequence("a:9 b:9"), id("a"), id("x"), 0));
        refused("at least one frame", () -> Edits.dissolve(sequence("a:9 b:9"), id("a"), id("x"), Long.MIN_VALUE));
        refused("the dissolve needs", () -> Edits.dissolve(sequence("a:9 b:9"), id("a"), id("x"), Long.MAX_VALUE));
        refused("the id b is taken", () -> Edits.dissolve(sequence("a:9 b:9"), id("a"), id("b"), 2));
    }

    @Test
    void removeTransitionLeavesTheCut() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+2 b:10 u/2+2 c:10");
        assertEquals("a:10 b:10 u/2+2 c:10", text(Edits.removeTransition(sequence, id("t")), V1));
        refused("there is no transition b", () -> Edits.removeTransition(sequence, id("b")));
        refused("there is no transition x", () -> Edits.removeTransition(sequence, id("x")));
    }

    @Test
    void theSequenceAnEditBeganWithStaysAsItWas() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+2 b:10");
        Edits.split(sequence, V1, 5, id("x"));
        Edits.delete(sequence, id("a"), true);
        Edits.place(sequence, V1, 50, clip("y", 5));
        assertEquals(sequence("a:10 t/2+2 b:10"), sequence);
        assertEquals(RATE, sequence.rate());
    }
}
