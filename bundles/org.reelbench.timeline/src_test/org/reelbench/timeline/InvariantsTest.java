package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.RATE;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;
import static org.reelbench.timeline.Samples.track;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvariantsTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "a:1", "_:1 a:1", "a:1 _:1 b:1", "a:1 b:1", "a:5 t/5+1 b:5 u/4+5 c:5", "a:1 t/0+1 b:1",
            "a:1 t/1+0 b:1" })
    void acceptsWhatFits(String items) {
        assertEquals(List.of(), Invariants.violations(sequence(items)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a:1 _:1 _:1 b:1 | item 2 of track v1 is a gap after a gap",
            "a:1 _:1 | item 1 of track v1 is a gap at the end",
            "_:1 | item 0 of track v1 is a gap at the end",
            "t/1+1 a:5 | item 0 of track v1, transition t, does not sit between two clips",
            "a:5 t/1+1 | item 1 of track v1, transition t, does not sit between two clips",
            "a:5 t/1+1 _:5 b:5 | item 1 of track v1, transition t, does not sit between two clips",
            "a:5 _:5 t/1+1 b:5 | item 2 of track v1, transition t, does not sit between two clips",
            "a:5 t/6+1 b:5 | item 0 of track v1, clip a, is 5 frames long, but the transitions beside it take 6",
            "a:5 t/1+6 b:5 | item 2 of track v1, clip b, is 5 frames long, but the transitions beside it take 6",
            "a:5 t/1+3 b:5 u/3+1 c:5 | item 2 of track v1, clip b, is 5 frames long, but the transitions beside it take 6",
            "a:5 a:5 | two clips or transitions have the id a",
            "a:5 b/1+1 b:5 | two clips or transitions have the id b" })
    void namesWhatDoesNotFit(String items, String violation) {
        assertEquals(List.of(violation), Invariants.violations(sequence(items)));
    }

    @Test
    void findsTwoTransitionsInARow() {
        assertEquals(2, Invariants.violations(sequence("a:5 t/1+1 u/1+1 b:5")).size());
    }

    @Test
    void findsOneIdOnTwoTracks() {
        assertEquals(List.of("two clips or transitions have the id a"), Invariants.violations(sequence("a:5", "a:5", "")));
        assertEquals(List.of("two tracks have the id v1"), Invariants.violations(
                sequence(List.of(track(V1, TrackKind.VIDEO, "a:5"), track(V1, TrackKind.VIDEO, "b:5")))));
    }

    @Test
    void findsAMarkerWithTheIdOfSomethingElse() {
        for (String id : List.of("a", "t", "m")) {
            Sequence sequence = sequence("a:5 t/1+1 b:5")
                    .withMarkers(List.of(Marker.of(id("m"), "", 3), Marker.of(id(id), "", 9)));
            assertEquals(List.of("the id " + id + " of a marker is that of a clip, a transition or another marker"),
                    Invariants.violations(sequence));
        }
    }

    @Test
    void findsAStillPictureAmongSounds() {
        Clip still = Clip.of(id("p"), "Poster", new Still(id("m")), RATE.timeOf(0), 5);
        Track audio = Track.of(A1, "A1", TrackKind.AUDIO).withItems(TrackItems.of(List.of(still)));
        assertEquals(List.of("item 0 of track a1, clip p, is a still picture on an audio track"),
                Invariants.violations(sequence(List.of(audio))));
    }

    @Test
    void findsATrackBeyondAllReach() {
        Sequence sequence = sequence("a:" + Item.MAX_DURATION_FRAMES + " b:1");
        assertEquals(List.of("track v1 is longer than 1099511627776 frames"), Invariants.violations(sequence));
    }

    @Test
    void namesEveryViolationOfALargeSequence() {
        List<Item> items = new ArrayList<>();
        for (int count = 0; count < 1000; count++) {
            items.add(Transition.dissolve(id("t" + count), 1, 1));
        }
        Track track = Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(items));
        assertTrue(Invariants.violations(sequence(List.of(track))).size() == 1000);
    }
}
