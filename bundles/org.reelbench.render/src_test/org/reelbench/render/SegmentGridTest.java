package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class SegmentGridTest {

    private final FakeCatalog catalog = Sequences.catalog();

    @ParameterizedTest
    @ValueSource(strings = { "full:700@13", "full:700@13*3/2", "full:700@700*-1", "full:700@-5*1/3", "!pic:700", "#ff0000:700" })
    void segmentsAreTheSpanAndNoLongerThanTwoSecondsRoundedUpToAFrame(String clip) {
        for (FrameRate rate : List.of(Sequences.FPS_25, Sequences.FPS_29_97, Sequences.FPS_23_976, FrameRate.of(1, 5))) {
            List<Segment> segments = Cuts.segments(Sequences.sequence(rate, "v1: _:17 " + clip), catalog);
            long frame = 0;
            for (Segment segment : segments) {
                assertEquals(frame, segment.startFrame());
                long frames = segment.endFrame() - segment.startFrame();
                assertTrue(frames >= 1 && frames <= rate.frameAtOrAfter(RationalTime.ofSeconds(2)),
                        () -> segment + " at " + rate);
                frame = segment.endFrame();
            }
            assertEquals(717, frame);
        }
    }

    @ParameterizedTest
    @CsvSource({ "25, 1", "30000/1001, 1", "30000/1001, 3/2", "24000/1001, -1", "60000/1001, 1/3", "30000/1001, -7/5" })
    void aMovedClipTakesItsCutsAlong(String rate, String speed) throws EditRefused {
        Sequence sequence = Sequences.sequence(FrameRate.parse(rate), "v1: full:400@77*" + speed);
        List<String> ids = Cuts.ids(sequence, catalog);
        assertTrue(ids.size() > 3);
        for (long frame : new long[] { 1, 2, 29, 30, 1001, 12_345, 1_000_000 }) {
            assertEquals(ids, Cuts.ids(Edits.move(sequence, new Id("v1.0"), new Id("v1"), frame), catalog),
                    () -> "moved to " + frame);
        }
    }

    @ParameterizedTest
    @CsvSource({ "25, 1", "30000/1001, 1", "30000/1001, 3/2", "24000/1001, -1" })
    void trimmingKeepsTheCutsInside(String rate, String speed) throws EditRefused {
        Sequence sequence = Sequences.sequence(FrameRate.parse(rate), "v1: full:400@77*" + speed);
        List<String> ids = Cuts.ids(sequence, catalog);
        for (long delta : new long[] { 1, 2, 3, 19 }) {
            List<String> start = Cuts.ids(Edits.trimStart(sequence, new Id("v1.0"), delta), catalog);
            assertEquals(ids.subList(2, ids.size()), start.subList(start.size() - ids.size() + 2, start.size()));
            List<String> end = Cuts.ids(Edits.trimEnd(sequence, new Id("v1.0"), -delta), catalog);
            assertEquals(ids.subList(0, ids.size() - 2), end.subList(0, ids.size() - 2));
        }
    }

    @Test
    void aRazorCutMakesNoNewSegment() throws EditRefused {
        Sequence sequence = Sequences.sequence(Sequences.FPS_29_97, "v1: full:400@77");
        assertEquals(Cuts.ids(sequence, catalog), Cuts.ids(Edits.split(sequence, new Id("v1"), 100, new Id("right")), catalog));
    }

    @Test
    void wholePiecesOfWhatDoesNotMoveAreAlikeAtEveryRate() {
        for (FrameRate rate : List.of(Sequences.FPS_25, Sequences.FPS_29_97, Sequences.FPS_23_976, FrameRate.of(60_000, 1001))) {
            List<String> ids = Cuts.ids(Sequences.sequence(rate, "v1: _:11 !pic:3000"), catalog);
            Set<String> whole = new HashSet<>(ids.subList(0, ids.size() - 1));
            assertEquals(1, whole.size(), () -> "at " + rate);
            assertTrue(ids.size() > 20);
        }
    }

    @Test
    void theLowestLayerThatMovesIsTheAnchor() {
        Sequence above = Sequences.sequence(Sequences.FPS_25, "v1: !pic:200", "v2: narrow:200@10");
        Sequence below = Sequences.sequence(Sequences.FPS_25, "v1: full:200@30", "v2: narrow:200@10");
        assertEquals(List.of(40L, 90L, 140L, 190L, 200L), Cuts.segments(above, catalog).stream().map(Segment::endFrame).toList());
        assertEquals(List.of(20L, 70L, 120L, 170L, 200L), Cuts.segments(below, catalog).stream().map(Segment::endFrame).toList());
    }

    @Test
    void differentPlacesOfTheSourceHaveDifferentRecipes() {
        List<String> ids = Cuts.ids(Sequences.sequence(Sequences.FPS_25, "v1: full:1000"), catalog);
        assertEquals(20, ids.size());
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertFalse(ids.contains(Cuts.ids(Sequences.sequence(Sequences.FPS_25, "v1: full:50@1"), catalog).getFirst()));
    }

    @Test
    void aSpanWithoutEndIsRefused() {
        Span span = new Span(0, Long.MAX_VALUE, List.of());
        assertThrows(IllegalArgumentException.class, () -> SegmentGrid.cut(span, Sequences.FPS_25));
    }
}
