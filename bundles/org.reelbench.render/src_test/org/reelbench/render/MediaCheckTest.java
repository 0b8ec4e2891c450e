package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

class MediaCheckTest {

    private final FakeCatalog catalog = Sequences.catalog().without("full").without("other");

    @Test
    void allThatIsMissingIsNamedOnceWithTheFirstPlace() {
        Sequence sequence = sequence("v1: narrow:10 full:10 full:10@50", "v2: _:5 other:5", "a1: full:10 nowhere:5");
        List<String> found = missing(sequence, 0, 30);
        assertEquals(3, found.size(), found::toString);
        assertTrue(found.get(0).startsWith("clip 'other:5' at 00:00:00:05: other: "), found.get(0));
        assertTrue(found.get(1).startsWith("clip 'full:10' at 00:00:00:10: full: "), found.get(1));
        assertTrue(found.get(2).contains("nowhere"), found.get(2));
    }

    @Test
    void whatIsNotInTheRangeIsNotAskedFor() {
        Sequence sequence = sequence("v1: narrow:10 full:10 narrow:10", "a1: other:5 narrow:20");
        assertEquals(List.of(), missing(sequence, 0, 10).stream().filter(text -> text.contains("full")).toList());
        assertEquals(1, missing(sequence, 9, 11).size());
        assertEquals(List.of(), missing(sequence, 20, 30));
        assertEquals(1, missing(sequence, 4, 5).size());
        assertEquals(List.of(), missing(sequence, 5, 6));
    }

    @Test
    void aDissolveLetsTheNextClipBeSeenEarly() {
        Sequence sequence = sequence("v1: narrow:10 t/3+3 full:10", "a1: narrow:10 t/3+3 other:10");
        assertEquals(0, missing(sequence, 0, 7).size());
        assertEquals(2, missing(sequence, 0, 8).size());
    }

    @Test
    void whatNobodySeesMayBeMissing() {
        Sequence sequence = sequence("v1: full:10", "v2: other:10", "v3: #ff0000:10", "a1: narrow:10");
        assertEquals(List.of(), missing(sequence, 0, 10), "the colour covers all");
        Sequence hidden = sequence("v1: full:10");
        Track track = hidden.tracks().getFirst();
        assertEquals(List.of(), missing(hidden.withTrack(track.withHidden(true)), 0, 10));
    }

    @Test
    void nestedSequencesAreLookedInto() {
        Sequence inner = Sequences.as("inner", 32, 18, sequence("v1: full:10"));
        Sequence outer = sequence("v1: =inner:5 =lost:5");
        List<String> found = MediaCheck.missing(outer, catalog.with(List.of(inner)), 0, 10, new Cancellation()).stream()
                .map(RenderException::getMessage).toList();
        assertEquals(2, found.size(), found::toString);
        assertTrue(found.get(0).contains("full") && found.get(1).contains("lost"), found::toString);
    }

    @Test
    void aStreamThatIsNotThereIsMissingToo() {
        Sequence sequence = sequence("v1: narrow:10");
        Track track = sequence.tracks().getFirst();
        Sequence sounding = sequence.withTracks(List.of(Track.of(new Id("a1"), "A1", org.reelbench.timeline.TrackKind.AUDIO)
                .withItems(track.items())));
        List<String> found = missing(sounding, 0, 10);
        assertEquals(1, found.size());
        assertTrue(found.getFirst().contains("no sound"), found.getFirst());
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }

    private List<String> missing(Sequence sequence, long from, long to) {
        return MediaCheck.missing(sequence, catalog, from, to, new Cancellation()).stream().map(RenderException::getMessage)
                .toList();
    }
}
