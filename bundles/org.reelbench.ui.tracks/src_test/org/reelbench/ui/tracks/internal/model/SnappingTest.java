package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.ui.tracks.internal.model.Snapping.Snap;

/** Where what is dragged is drawn to. */
class SnappingTest {

    /** Two frames are a pixel: sixteen are near. */
    private static final TimeScale SCALE = new TimeScale(0.5, 0);

    private final Sequence sequence = Tracks.sequence(
            Tracks.video("v1", Tracks.clip("c1", 100), Tracks.gap(100), Tracks.clip("c2", 100)),
            Tracks.video("v2", Tracks.gap(40), Tracks.clip("c3", 10)).withHidden(true))
            .withMarkers(List.of(new Marker(new Id("mk1"), "", 140, 0, "", "", Extras.NONE))).withInOut(new FrameRange(500, 600));
    private final TrackFrame frame = Tracks.frame(sequence, SCALE, 400);

    private Optional<Long> drawn(long at, String... dragged) {
        return Snapping.of(frame, Set.copyOf(List.of(dragged).stream().map(Id::new).toList())).nearest(List.of(at))
                .map(Snap::atFrame);
    }

    @Test
    void edgesMarkersTheRangeThePlayheadAndTheStartDraw() {
        assertEquals(Optional.of(100L), drawn(90));
        assertEquals(Optional.of(100L), drawn(116));
        assertEquals(Optional.empty(), drawn(117));
        assertEquals(Optional.of(140L), drawn(135));
        assertEquals(Optional.of(200L), drawn(190));
        assertEquals(Optional.of(300L), drawn(310));
        assertEquals(Optional.of(400L), drawn(395));
        assertEquals(Optional.of(500L), drawn(505));
        assertEquals(Optional.of(600L), drawn(590));
        assertEquals(Optional.of(0L), drawn(-7));
    }

    @Test
    void whatIsDraggedAndWhatIsHiddenDoNotDraw() {
        assertEquals(Optional.empty(), drawn(200, "c2"));
        assertEquals(Optional.empty(), drawn(45));
    }

    @Test
    void ofSeveralFramesTheNearestToAPlaceMovesAll() {
        Snap snap = Snapping.of(frame, Set.of()).nearest(List.of(90L, 303L)).orElseThrow();
        assertEquals(new Snap(-3, 300), snap);
    }

    @Test
    void thePlaceIsTheNearestThereIs() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Item[] items = new Item[1 + random.nextInt(8)];
            for (int i = 0; i < items.length; i++) {
                long frames = 1 + random.nextInt(12);
                boolean gap = i > 0 && i + 1 < items.length && items[i - 1] instanceof Clip && random.nextBoolean();
                items[i] = gap ? Tracks.gap(frames) : Tracks.clip("c" + i, frames);
            }
            Track track = Tracks.video("v1", items);
            Set<Id> dragged = Set.of(new Id("c" + random.nextInt(8)));
            TrackFrame shown = Tracks.frame(Tracks.sequence(track), SCALE, 1_000_000);
            long at = random.nextInt((int) track.durationFrames() + 20);
            long expected = at;
            long start = 0;
            for (Item item : items) {
                long end = start + item.durationFrames();
                if (item instanceof Clip clip && !dragged.contains(clip.id())) {
                    for (long edge : new long[] { start, end }) {
                        expected = Math.min(expected, Math.abs(at - edge));
                    }
                }
                start = end;
            }
            long found = Snapping.of(shown, dragged).nearest(List.of(at)).map(snap -> Math.abs(snap.moveFrames())).orElse(-1L);
            assertEquals(expected <= 16 ? expected : -1, found, "seed " + seed + " round " + round);
        }
    }
}
