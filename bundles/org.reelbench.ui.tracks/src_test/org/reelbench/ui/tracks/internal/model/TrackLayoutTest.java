package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Where rows lie. */
class TrackLayoutTest {

    @Test
    void theTopmostPictureIsFirstAndSoundsAreBelow() {
        TrackLayout layout = TrackLayout.of(
                Tracks.sequence(Tracks.video("v1"), Tracks.audio("a1"), Tracks.video("v2"), Tracks.audio("a2")), 30);
        assertEquals(List.of("v2", "v1", "a1", "a2"), layout.rows().stream().map(row -> row.track().id().value()).toList());
        assertEquals(30, layout.rows().getFirst().yPx());
        for (int i = 1; i < 4; i++) {
            assertTrue(layout.rows().get(i).yPx() > layout.rows().get(i - 1).bottomPx(), "rows do not touch");
        }
        assertTrue(layout.heightPx() >= layout.rows().getLast().bottomPx());
    }

    @Test
    void aHiddenTrackShrinksToItsHeader() {
        TrackLayout layout = TrackLayout.of(Tracks.sequence(Tracks.video("v1").withHidden(true), Tracks.video("v2")), 0);
        assertEquals(Metrics.VIDEO_HEIGHT_PX, layout.rows().get(0).heightPx());
        assertEquals(Metrics.HIDDEN_HEIGHT_PX, layout.rows().get(1).heightPx());
    }

    @Test
    void rowsAreFoundByPixel() {
        TrackLayout layout = TrackLayout.of(Tracks.sequence(Tracks.video("v1"), Tracks.video("v2")), 10);
        assertTrue(layout.rowAt(9).isEmpty());
        assertEquals("v2", layout.rowAt(10).orElseThrow().track().id().value());
        assertEquals("v1", layout.rowAt(10 + Metrics.VIDEO_HEIGHT_PX + Metrics.ROW_GAP_PX).orElseThrow().track().id().value());
        assertTrue(layout.rowAt(10 + Metrics.VIDEO_HEIGHT_PX).isEmpty(), "the gap is no row");
        assertTrue(layout.rowAt(1000).isEmpty());
    }

    @Test
    void anEmptySequenceHasNoRows() {
        TrackLayout layout = TrackLayout.of(Tracks.sequence(), 34);
        assertEquals(List.of(), layout.rows());
        assertEquals(34, layout.heightPx());
    }
}
