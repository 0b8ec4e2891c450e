package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.RATE;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;
import static org.reelbench.timeline.Samples.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Bringing clips to a place and taking them away: append, place, move, delete. */
class EditsPlaceTest {

    @Test
    void appendPutsAClipAtTheEnd() throws EditRefused {
        assertEquals("x:5", text(Edits.append(sequence(""), V1, clip("x", 5)), V1));
        assertEquals("_:3 a:10 x:5", text(Edits.append(sequence("_:3 a:10"), V1, clip("x", 5)), V1));
    }

    @Test
    void appendRefusesAnUnknownTrackAndATakenId() {
        Sequence sequence = sequence("a:10 t/1+1 b:10", "c:4", "");
        refused("there is no track nowhere", () -> Edits.append(sequence, id("nowhere"), clip("x", 5)));
        refused("the id a is taken on track 'Track v1' (v1)", () -> Edits.append(sequence, V1, clip("a", 5)));
        refused("the id c is taken on track 'Track v2' (v2)", () -> Edits.append(sequence, V1, clip("c", 5)));
        refused("the id t is taken", () -> Edits.append(sequence, V2, clip("t", 5)));
    }

    @Test
    void aStillPictureGoesOnAVideoTrackOnly() throws EditRefused {
        Clip still = Clip.of(id("x"), "Poster", new Still(id("p")), RATE.timeOf(0), 10);
        assertEquals("x:10", text(Edits.append(sequence(""), V1, still), V1));
        refused("clip 'Poster' (x) is a still picture and cannot lie on track 'Track a1' (a1), an audio track",
                () -> Edits.append(sequence(""), A1, still));
    }

    @Test
    void placeBehindTheEndFillsWithAGap() throws EditRefused {
        assertEquals("_:7 x:5", text(Edits.place(sequence(""), V1, 7, clip("x", 5)), V1));
        assertEquals("x:5", text(Edits.place(sequence(""), V1, 0, clip("x", 5)), V1));
        assertEquals("a:10 x:5", text(Edits.place(sequence("a:10"), V1, 10, clip("x", 5)), V1));
        assertEquals("a:10 _:1 x:5", text(Edits.place(sequence("a:10"), V1, 11, clip("x", 5)), V1));
    }

    @Test
    void placeTakesItsFramesFromAGap() throws EditRefused {
        Sequence sequence = sequence("a:10 _:10 b:10");
        assertEquals("a:10 _:2 x:5 _:3 b:10", text(Edits.place(sequence, V1, 12, clip("x", 5)), V1));
        assertEquals("a:10 x:5 _:5 b:10", text(Edits.place(sequence, V1, 10, clip("x", 5)), V1));
        assertEquals("a:10 _:5 x:5 b:10", text(Edits.place(sequence, V1, 15, clip("x", 5)), V1));
        assertEquals("a:10 x:10 b:10", text(Edits.place(sequence, V1, 10, clip("x", 10)), V1));
        assertEquals("x:3 _:1 a:1", text(Edits.place(sequence("_:4 a:1"), V1, 0, clip("x", 3)), V1));
    }

    @Test
    void placeRefusesOverlapByOneFrameAtEitherEnd() {
        Sequence sequence = sequence("a:10 _:10 b:10");
        refused("frames 9 to 14 of track 'Track v1' (v1) are not free: clip 'Clip a' (a) lies at 0 to 10",
                () -> Edits.place(sequence, V1, 9, clip("x", 5)));
        refused("clip 'Clip b' (b) lies at 20 to 30", () -> Edits.place(sequence, V1, 16, clip("x", 5)));
        refused("clip 'Clip b' (b)", () -> Edits.place(sequence, V1, 29, clip("x", 5)));
        refused("clip 'Clip b' (b)", () -> Edits.place(sequence, V1, 12, clip("x", 100)));
        refused("clip 'Clip a' (a)", () -> Edits.place(sequence, V1, 0, clip("x", 1)));
    }

    @Test
    void placeRefusesWhatNoTrackReaches() {
        refused("nothing can lie before the first frame, at -1", () -> Edits.place(sequence(""), V1, -1, clip("x", 5)));
        refused("nothing can lie before", () -> Edits.place(sequence(""), V1, Long.MIN_VALUE, clip("x", 5)));
        refused("would be longer than", () -> Edits.place(sequence(""), V1, Long.MAX_VALUE, clip("x", 5)));
        refused("would be longer than", () -> Edits.place(sequence(""), V1, Item.MAX_DURATION_FRAMES - 4, clip("x", 5)));
        refused("would be longer than", () -> Edits.append(sequence("a:1"), V1, clip("x", Item.MAX_DURATION_FRAMES)));
    }

    @Test
    void aTrackMayBeAsLongAsItGets() throws EditRefused {
        Sequence sequence = Edits.place(sequence(""), V1, Item.MAX_DURATION_FRAMES - 5, clip("x", 5));
        assertEquals(Item.MAX_DURATION_FRAMES, sequence.durationFrames());
    }

    @Test
    void moveLeavesAGapAndTakesTheClipWithAllItIs() throws EditRefused {
        Sequence sequence = sequence("a:10 b:10@3 c:10");
        assertEquals("a:10 _:10 c:10 _:5 b:10@3", text(Edits.move(sequence, id("b"), V1, 35), V1));
        Sequence moved = Edits.move(sequence, id("b"), V2, 4);
        assertEquals("a:10 _:10 c:10", text(moved, V1));
        assertEquals("_:4 b:10@3", text(moved, V2));
        assertSame(sequence.track(A1), moved.track(A1));
    }

    @Test
    void moveOfTheLastClipLeavesNoGapAtTheEnd() throws EditRefused {
        Sequence moved = Edits.move(sequence("a:10 _:2 b:10"), id("b"), V2, 0);
        assertEquals("a:10", text(moved, V1));
        assertEquals("", text(Edits.move(sequence("_:9 b:10"), id("b"), V2, 0), V1));
    }

    @Test
    void moveMayOverlapTheFramesTheClipLayOn() throws EditRefused {
        Sequence sequence = sequence("_:5 a:10 _:5 b:10");
        assertEquals("_:8 a:10 _:2 b:10", text(Edits.move(sequence, id("a"), V1, 8), V1));
        assertEquals("_:1 a:10 _:9 b:10", text(Edits.move(sequence, id("a"), V1, 1), V1));
        assertEquals("a:10 _:10 b:10", text(Edits.move(sequence, id("a"), V1, 0), V1));
        assertEquals("_:10 a:10 b:10", text(Edits.move(sequence, id("a"), V1, 10), V1));
        assertEquals("_:5 a:10 _:6 b:10", text(Edits.move(sequence, id("b"), V1, 21), V1));
    }

    @Test
    void moveToWhereTheClipIsChangesNothing() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+2 b:10");
        assertSame(sequence, Edits.move(sequence, id("b"), V1, 10));
    }

    @Test
    void moveTakesTheTransitionsAway() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+2 b:10 u/2+2 c:10");
        assertEquals("a:10 _:10 c:10", text(Edits.move(sequence, id("b"), V2, 0), V1));
        assertEquals("a:10 t/2+2 b:10 _:1 c:10", text(Edits.move(sequence, id("c"), V1, 21), V1));
    }

    @Test
    void moveRefusesAnotherKindOfTrackAnOverlapAndWhatIsNotThere() {
        Sequence sequence = sequence("a:10 b:10", "c:10", "");
        refused("clip 'Clip a' (a) lies on track 'Track v1' (v1), a video track, and cannot move to track 'Track a1' (a1), an"
                + " audio track",
                () -> Edits.move(sequence, id("a"), A1, 0));
        refused("clip 'Clip c' (c) lies at 0 to 10", () -> Edits.move(sequence, id("a"), V2, 9));
        refused("clip 'Clip b' (b) lies at 10 to 20", () -> Edits.move(sequence, id("a"), V1, 1));
        refused("nothing can lie before the first frame", () -> Edits.move(sequence, id("a"), V1, -1));
        refused("would be longer", () -> Edits.move(sequence, id("a"), V1, Long.MAX_VALUE));
        refused("there is no clip x", () -> Edits.move(sequence, id("x"), V1, 0));
        refused("there is no track x", () -> Edits.move(sequence, id("a"), id("x"), 0));
    }

    @Test
    void deleteLeavesAGapThatJoinsItsNeighbours() throws EditRefused {
        assertEquals("a:10 _:10 c:10", text(Edits.delete(sequence("a:10 b:10 c:10"), id("b"), false), V1));
        assertEquals("a:10 _:16 c:10", text(Edits.delete(sequence("a:10 _:2 b:10 _:4 c:10"), id("b"), false), V1));
        assertEquals("_:10 b:10", text(Edits.delete(sequence("a:10 b:10"), id("a"), false), V1));
        assertEquals("a:10", text(Edits.delete(sequence("a:10 _:5 b:10"), id("b"), false), V1));
        assertEquals("", text(Edits.delete(sequence("_:5 b:10"), id("b"), false), V1));
    }

    @Test
    void rippleDeleteMovesUpWhatFollowsOnTheSameTrackOnly() throws EditRefused {
        Sequence sequence = sequence("a:10 b:10 _:3 c:10", "d:40", "");
        Sequence rippled = Edits.delete(sequence, id("b"), true);
        assertEquals("a:10 _:3 c:10", text(rippled, V1));
        assertSame(sequence.track(V2), rippled.track(V2));
        assertEquals("a:10 _:6 c:10", text(Edits.delete(sequence("a:10 _:2 b:10 _:4 c:10"), id("b"), true), V1));
        assertEquals("b:10", text(Edits.delete(sequence("a:10 b:10"), id("a"), true), V1));
        assertEquals("a:10", text(Edits.delete(sequence("a:10 _:4 b:10"), id("b"), true), V1));
    }

    @Test
    void deleteTakesItsTransitionsAndNoOthers() throws EditRefused {
        Sequence sequence = sequence("a:10 t/2+2 b:10 u/2+2 c:10 v/2+2 d:10");
        assertEquals("a:10 _:10 c:10 v/2+2 d:10", text(Edits.delete(sequence, id("b"), false), V1));
        assertEquals("a:10 c:10 v/2+2 d:10", text(Edits.delete(sequence, id("b"), true), V1));
        assertEquals("b:10 u/2+2 c:10 v/2+2 d:10", text(Edits.delete(sequence, id("a"), true), V1));
    }

    @Test
    void rippleDeleteNeverHandsATransitionToTheNeighbours() throws EditRefused {
        assertEquals("a:10 c:10", text(Edits.delete(sequence("a:10 t/2+2 b:10 c:10"), id("b"), true), V1));
        assertEquals("a:10 c:10", text(Edits.delete(sequence("a:10 b:10 t/2+2 c:10"), id("b"), true), V1));
    }

    @Test
    void deleteRefusesWhatIsNoClip() {
        Sequence sequence = sequence("a:10 t/2+2 b:10");
        refused("there is no clip x", () -> Edits.delete(sequence, id("x"), false));
        refused("there is no clip t", () -> Edits.delete(sequence, id("t"), true));
    }

    static void refused(String reason, Executable edit) {
        EditRefused refused = assertThrows(EditRefused.class, edit);
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }
}
