package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkersTest {

    private final Sequence sequence = sequence("a:10 u/1+1 b:10").withMarkers(List.of(marker("m2", 8), marker("m1", 3)));

    @Test
    void markersLieInTheOrderOfTheirFrames() throws EditRefused {
        assertEquals("m1@3 m2@8", text(sequence));
        assertEquals("m3@0 m1@3 m2@8", text(Markers.add(sequence, marker("m3", 0))));
        assertEquals("m1@3 m0@8 m2@8", text(Markers.add(sequence, marker("m0", 8))));
        assertEquals("m1@3 m2@8 x@1000", text(Markers.add(sequence, marker("x", 1000))));
        assertEquals("m2@1 m1@3", text(Markers.move(sequence, id("m2"), 1)));
        assertEquals("m2@8", text(Markers.remove(sequence, id("m1"))));
    }

    @Test
    void aMarkerIsChangedAsAWhole() throws EditRefused {
        Marker changed = new Marker(id("m1"), "Scene", 3, 5, "#ff8000", "again", Extras.NONE);
        Sequence after = Markers.change(sequence, changed);
        assertEquals(changed, after.markers().getFirst());
        assertSame(after, Markers.change(after, changed));
        assertSame(sequence, Markers.move(sequence, id("m1"), 3));
    }

    @Test
    void anIdThatAClipTransitionOrMarkerHasIsTaken() {
        for (String taken : List.of("a", "u", "m1")) {
            refused("the id " + taken + " is taken", () -> Markers.add(sequence, marker(taken, 0)));
        }
        refused("the id m1 is taken by a marker", () -> Edits.append(sequence, V1, clip("m1", 5)));
        refused("the id m1 is taken by a marker", () -> Edits.split(sequence, V1, 5, id("m1")));
    }

    @Test
    void whatIsNotThereOrOutOfRangeIsRefused() {
        refused("there is no marker a", () -> Markers.remove(sequence, id("a")));
        refused("there is no marker q", () -> Markers.move(sequence, id("q"), 0));
        refused("there is no marker q", () -> Markers.change(sequence, marker("q", 0)));
        refused("marker m1 stands at a frame from 0", () -> Markers.move(sequence, id("m1"), -1));
        refused("marker m1 stands at a frame from 0", () -> Markers.move(sequence, id("m1"), Long.MAX_VALUE));
    }

    @Test
    void aMarkerHasNoNumberOutOfRangeAndAColourOrNone() {
        assertEquals("#FF8000", new Marker(id("m"), "", 0, 0, "#FF8000", "", Extras.NONE).color());
        for (String color : List.of("red", "#ff80", "ff8000", "#ff80000")) {
            assertThrows(IllegalArgumentException.class, () -> new Marker(id("m"), "", 0, 0, color, "", Extras.NONE));
        }
        assertThrows(IllegalArgumentException.class, () -> new Marker(id("m"), "", 0, -1, "", "", Extras.NONE));
        assertThrows(IllegalArgumentException.class, () -> new Marker(id("m"), "", 0, Long.MAX_VALUE, "", "", Extras.NONE));
    }

    @Test
    void editsOfClipsMoveNoMarker() throws EditRefused {
        assertEquals("m1@3 m2@8", text(Edits.delete(sequence, id("a"), true)));
        assertEquals("m1@3 m2@8", text(RangeEdits.insert(sequence, V1, 0, clip("x", 5), id("r"))));
    }

    /** The sequence is 20 frames long; a dash stands for no range and for a refusal. */
    @ParameterizedTest
    @CsvSource({
            "-, in, 5, 5 20", "-, in, 0, 0 20", "-, in, 19, 19 20", "-, in, 20, -", "-, in, -1, -", "5 9, in, 6, 6 9",
            "5 9, in, 8, 8 9", "5 9, in, 9, 9 20", "5 9, in, 2, 2 9", "5 90, in, 30, 30 90", "-, out, 5, 0 5", "-, out, 0, -",
            "-, out, 1, 0 1", "-, out, 50, 0 50", "5 9, out, 6, 5 6", "5 9, out, 5, 0 5", "5 9, out, 3, 0 3", "5 9, out, -3, -",
            "5 9, out, 1099511627776, 5 1099511627776", "5 9, out, 1099511627777, -" })
    void theRangeFollowsItsPoints(String before, String point, long frame, String after) throws EditRefused {
        Sequence marked = Markers.setInOut(sequence, range(before));
        if (after.equals("-")) {
            assertThrows(EditRefused.class, () -> moved(marked, point, frame));
        } else {
            assertEquals(range(after), moved(marked, point, frame).inOut());
        }
    }

    @Test
    void theRangeIsTakenOff() throws EditRefused {
        Sequence marked = Markers.setInOut(sequence, new FrameRange(3, 4));
        assertSame(marked, Markers.setInOut(marked, new FrameRange(3, 4)));
        assertNull(Markers.setInOut(marked, null).inOut());
        assertSame(sequence, Markers.setInOut(sequence, null));
        assertEquals(marked.markers(), sequence.markers());
    }

    private static Sequence moved(Sequence marked, String point, long frame) throws EditRefused {
        return point.equals("in") ? Markers.setIn(marked, frame) : Markers.setOut(marked, frame);
    }

    private static @Nullable FrameRange range(String text) {
        return text.equals("-")
                ? null
                : new FrameRange(Long.parseLong(text.split(" ")[0]), Long.parseLong(text.split(" ")[1]));
    }

    private static Marker marker(String id, long frame) {
        return Marker.of(id(id), "Marker " + id, frame);
    }

    private static String text(Sequence sequence) {
        return String.join(" ", sequence.markers().stream().map(marker -> marker.id() + "@" + marker.frame()).toList());
    }
}
