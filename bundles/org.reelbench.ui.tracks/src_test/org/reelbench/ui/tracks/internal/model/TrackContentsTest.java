package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.TrackItems;

/** What is seen of a track, and how little is looked at for it. */
class TrackContentsTest {

    private static final TrackItems ITEMS = TrackItems.of(List.of(Tracks.clip("c1", 100), Tracks.dissolve("t1", 10, 10),
            Tracks.clip("c2", 100), Tracks.gap(50), Tracks.clip("c3", 30)));

    private static List<String> clips(TrackContents contents) {
        return contents.clips().stream().map(placed -> placed.clip().id() + "@" + placed.startFrame()).toList();
    }

    @Test
    void clipsThatTouchTheRangeAreSeen() {
        assertEquals(List.of("c1@0", "c2@100"), clips(TrackContents.visible(ITEMS, 99, 101, 0)));
        assertEquals(List.of("c2@100"), clips(TrackContents.visible(ITEMS, 100, 200, 0)));
        assertEquals(List.of(), clips(TrackContents.visible(ITEMS, 200, 250, 0)));
        assertEquals(List.of("c3@250"), clips(TrackContents.visible(ITEMS, 240, 9999, 0)));
        assertEquals(List.of(), clips(TrackContents.visible(ITEMS, 280, 9999, 0)));
        assertEquals(List.of(), clips(TrackContents.visible(TrackItems.EMPTY, 0, 10, 0)));
    }

    @Test
    void aTransitionIsSeenFromBothSidesOfItsCut() {
        for (long[] range : new long[][] { { 0, 1 }, { 92, 96 }, { 104, 108 }, { 99, 101 }, { 0, 300 } }) {
            TrackContents contents = TrackContents.visible(ITEMS, range[0], range[1], 0);
            assertEquals(1, contents.transitions().size(), range[0] + " to " + range[1]);
            assertEquals(100, contents.transitions().getFirst().cutFrame());
        }
        assertEquals(List.of(), TrackContents.visible(ITEMS, 210, 300, 0).transitions());
    }

    @Test
    void ofTenThousandClipsOnlyTheVisibleAreLookedAt() {
        TrackItems items = Tracks.many(10_000, 50);
        TrackContents contents = TrackContents.visible(items, 250_025, 251_000, 0);
        assertEquals(20, contents.visitedItems());
        assertEquals("c5000@250000", clips(contents).getFirst());
        assertEquals("c5019@250950", clips(contents).getLast());
    }

    @Test
    void whereManyClipsShareAPixelOneStandsForAll() {
        TrackItems items = Tracks.many(100_000, 5);
        TrackContents contents = TrackContents.visible(items, 0, 500_000, 500);
        assertTrue(contents.visitedItems() <= 1001, contents.visitedItems() + " looked at for 1000 pixels");
        assertTrue(contents.visitedItems() >= 900, contents.visitedItems() + " looked at for 1000 pixels");
    }
}
