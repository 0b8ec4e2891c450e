package org.reelbench.ui.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Markers;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

class ExportRangeTest {

    private static final Sequence FILM = new Sequence(new Id("s"), "Film", FrameRate.of(25, 1), 64, 36, 48_000,
            List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO)
                    .withItems(TrackItems.of(List.of(clip("a"), new Gap(50), clip("b"), clip("c"))))),
            Extras.NONE);

    private static Clip clip(String id) {
        return Clip.of(new Id(id), id, new MediaStream(new Id("m"), 0), RationalTime.ZERO, 100);
    }

    private static List<ExportRange> marked(long in, long out) throws EditRefused {
        return ExportRange.of(Markers.setInOut(FILM, new FrameRange(in, out)), Set.of());
    }

    @Test
    void theWholeSequenceIsOfferedFirst() {
        assertEquals(List.of(new ExportRange("Whole sequence", new FrameRange(0, 350))), ExportRange.of(FILM, Set.of()));
        assertEquals("Whole sequence  –  00:00:14:00", ExportRange.of(FILM, Set.of()).getFirst().label(FILM));
    }

    @Test
    void whatIsMarkedIsOfferedAsFarAsSomethingLiesThere() throws EditRefused {
        assertEquals(new ExportRange("In to out", new FrameRange(20, 30)), marked(20, 30).getLast());
        assertEquals(new ExportRange("In to out", new FrameRange(300, 350)), marked(300, 900).getLast());
        assertEquals(1, marked(350, 900).size(), "nothing lies there");
    }

    @Test
    void selectedClipsAreOfferedFromTheFirstToTheLast() {
        assertEquals(new ExportRange("Selected clips", new FrameRange(150, 350)),
                ExportRange.of(FILM, Set.of(new Id("c"), new Id("b"))).getLast());
        assertEquals(new ExportRange("Selected clips", new FrameRange(0, 100)),
                ExportRange.of(FILM, Set.of(new Id("a"))).getLast());
        assertEquals(1, ExportRange.of(FILM, Set.of(new Id("gone"))).size());
    }
}
