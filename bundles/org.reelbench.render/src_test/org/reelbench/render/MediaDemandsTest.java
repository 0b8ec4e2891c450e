package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.TrackDemand;
import org.reelbench.media.MediaException;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

class MediaDemandsTest {

    private final FakeCatalog catalog = Sequences.catalog();

    @Test
    void namesWhatLiesUnderThePlayheadAndWhatComesByItsDistance() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:50 other:25 narrow:500 alpha:25");
        assertEquals(List.of("v1 full 0s", "v1 other 1s", "v1 narrow 2s"), demands(sequence, 25, 10));
    }

    @Test
    void namesWhatHasJustBeenPassed() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:50 other:250");
        assertEquals(List.of("v1 full 1s", "v1 other 0s"), demands(sequence, 74, 8));
        assertEquals(List.of("v1 other 0s"), demands(sequence, 274, 8));
    }

    @Test
    void hiddenAndMutedTracksWantNothing() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:50", "v2: other:50", "a1: full:50", "a2: narrow:50");
        Sequence hidden = sequence.withTrack(sequence.track(new Id("v2")).withHidden(true))
                .withTrack(sequence.track(new Id("a1")).withMuted(true));
        assertEquals(List.of("v1 full 0s", "v2 hidden", "a1 hidden", "a2 narrow 0s"), demands(hidden, 0, 10));
        Track solo = sequence.track(new Id("v1")).withSolo(true);
        assertEquals("v2 hidden", demands(sequence.withTrack(solo), 0, 10).get(1));
    }

    @Test
    void stillsHaveTheirFirstPictureStreamAndDrawnClipsNone() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: !pic:50", "v2: #ff0000:50", "v3: _:10 full:5");
        List<TrackDemand> demands = MediaDemands.around(sequence, catalog, 0, Set.of(), RationalTime.ofSeconds(10));
        assertEquals(-1, demands.get(0).media().getFirst().streamIndex());
        assertEquals(List.of(), demands.get(1).media());
        assertEquals(RationalTime.of(10, 25), demands.get(2).media().getFirst().distance());
    }

    @Test
    void looksIntoNestedSequences() {
        Sequence inner = Sequences.as("inner", 64, 36, Sequences.sequence(Sequences.FPS_25, "v1: full:50 other:50"));
        Sequence outer = Sequences.sequence(Sequences.FPS_25, "v1: _:25 =inner:100");
        List<String> names = new ArrayList<>();
        for (TrackDemand track : MediaDemands.around(outer, catalog.with(List.of(inner)), 0, Set.of(),
                RationalTime.ofSeconds(10))) {
            track.media().forEach(medium -> names.add(text(track, medium)));
        }
        assertEquals(List.of("v1 full 1s", "v1 other 3s"), names);
    }

    @Test
    void aMediumThatIsMissingFailsWhenItIsLoaded() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:50");
        catalog.without("full");
        MediumDemand demand = MediaDemands.around(sequence, catalog, 0, Set.of(), RationalTime.ofSeconds(10)).getFirst().media()
                .getFirst();
        MediaException missing = assertThrows(MediaException.class, () -> demand.finder().find());
        assertEquals("full: no such medium", missing.getMessage());
    }

    @Test
    void tellsWhichTracksAreSelected() {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:50", "v2: other:50");
        assertEquals(List.of(false, true),
                MediaDemands.around(sequence, catalog, 0, Set.of(new Id("v2")), RationalTime.ofSeconds(1))
                        .stream().map(TrackDemand::selected).toList());
    }

    @Test
    void asksForNoMoreThanTheWindowHowLongEverTheTrackIs() {
        StringBuilder items = new StringBuilder("v1:");
        for (int i = 0; i < 1000; i++) {
            items.append(" full:25 other:25");
        }
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, items.toString());
        int before = catalog.questions();
        List<String> demands = demands(sequence, 25_000, 4);
        assertTrue(catalog.questions() - before <= 7, () -> catalog.questions() - before + " questions");
        assertEquals(6, demands.size(), demands::toString);
    }

    private List<String> demands(Sequence sequence, long frame, long seconds) {
        List<String> texts = new ArrayList<>();
        for (TrackDemand track : MediaDemands.around(sequence, catalog, frame, Set.of(), RationalTime.ofSeconds(seconds))) {
            if (!track.visible()) {
                texts.add(track.track() + " hidden");
            }
            track.media().forEach(medium -> texts.add(text(track, medium)));
        }
        return texts;
    }

    private static String text(TrackDemand track, MediumDemand medium) {
        return track.track() + ' ' + medium.medium().replace(" original", "") + ' ' + medium.distance();
    }
}
