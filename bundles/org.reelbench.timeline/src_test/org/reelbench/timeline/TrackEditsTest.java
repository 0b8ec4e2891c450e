package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackEditsTest {

    private final Sequence sequence = sequence("a:10", "b:10", "c:10");

    @ParameterizedTest
    @CsvSource({ "v1, 0, v1 v2 a1", "v1, 1, v2 v1 a1", "v1, 2, v2 a1 v1", "v2, 0, v2 v1 a1", "v2, 2, v1 a1 v2", "a1, 0, a1 v1 v2",
            "a1, 1, v1 a1 v2" })
    void aTrackGoesToItsIndex(String track, int index, String after) throws EditRefused {
        Sequence moved = TrackEdits.reorder(sequence, id(track), index);
        assertEquals(after, String.join(" ", moved.tracks().stream().map(each -> each.id().value()).toList()));
        assertSame(sequence.track(V1), moved.track(V1));
        if (moved.tracks().equals(sequence.tracks())) {
            assertSame(sequence, moved);
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        refused("an index from 0 to 2, not 3", () -> TrackEdits.reorder(sequence, V1, 3));
        refused("an index from 0 to 2, not -1", () -> TrackEdits.reorder(sequence, V1, -1));
        refused("there is no track q", () -> TrackEdits.reorder(sequence, id("q"), 0));
        refused("there is no track q", () -> TrackEdits.rename(sequence, id("q"), ""));
        refused("there is no track q", () -> TrackEdits.setSolo(sequence, id("q"), true));
        refused("there is no track q", () -> TrackEdits.setLocked(sequence, id("q"), true));
    }

    @Test
    void tracksAreRenamedLockedAndMadeSoloWhileTheyAreLocked() throws EditRefused {
        Sequence locked = TrackEdits.setLocked(sequence, V1, true);
        assertTrue(locked.track(V1).locked());
        assertSame(locked, TrackEdits.setLocked(locked, V1, true));
        assertEquals("Titles", TrackEdits.rename(locked, V1, "Titles").track(V1).name());
        assertTrue(TrackEdits.setSolo(locked, V1, true).track(V1).solo());
        assertEquals(V1, TrackEdits.reorder(locked, V1, 2).tracks().get(2).id());
        assertEquals(sequence, TrackEdits.setLocked(locked, V1, false));
        assertSame(sequence, TrackEdits.rename(sequence, V1, sequence.track(V1).name()));
    }

    @Test
    void oneSoloTrackTakesTheOthersOfItsKindOut() throws EditRefused {
        Sequence solo = TrackEdits.setSolo(sequence, V2, true);
        assertEquals(List.of(false, true, true), presented(solo));
        assertEquals(List.of(true, true, true), presented(TrackEdits.setSolo(solo, V1, true)));
        assertEquals(List.of(false, false, true), presented(Edits.setHidden(solo, V2, true)));
        assertEquals(List.of(true, true, false), presented(Edits.setMuted(sequence, A1, true)));
        // A video track has no sound, an audio track no picture.
        assertEquals(List.of(true, true, true), presented(Edits.setMuted(Edits.setHidden(sequence, A1, true), V1, true)));
    }

    @Test
    void theDifferenceSaysWhichTracksGoingSoloTouches() throws EditRefused {
        SequenceDiff diff = SequenceDiff.between(sequence, TrackEdits.setSolo(sequence, V2, true));
        assertEquals(List.of(new FrameRange(0, 10)), diff.rangesOf(V1));
        assertEquals(List.of(new TrackChange(V1, List.of(new FrameRange(0, 10))), new TrackChange(V2, List.of())), diff.tracks());
        SequenceDiff locked = SequenceDiff.between(sequence, TrackEdits.setLocked(sequence, V2, true));
        assertEquals(List.of(new TrackChange(V2, List.of())), locked.tracks());
        assertTrue(locked.ranges().isEmpty());
    }

    @Test
    void theDifferenceSaysThatMarksChangedAndThatNothingIsSeenOfIt() {
        Sequence marked = sequence.withMarkers(List.of(Marker.of(id("m"), "", 3)));
        for (SequenceDiff diff : List.of(SequenceDiff.between(sequence, marked), SequenceDiff.between(marked, sequence),
                SequenceDiff.between(sequence, sequence.withInOut(new FrameRange(1, 2))))) {
            assertTrue(diff.marksChanged());
            assertFalse(diff.isEmpty());
            assertEquals(List.of(), diff.tracks());
        }
        assertFalse(SequenceDiff.between(marked, marked.withName("other")).marksChanged());
        assertTrue(SequenceDiff.between(marked, marked).isEmpty());
    }

    private static List<Boolean> presented(Sequence sequence) {
        return sequence.tracks().stream().map(sequence::isPresented).toList();
    }
}
