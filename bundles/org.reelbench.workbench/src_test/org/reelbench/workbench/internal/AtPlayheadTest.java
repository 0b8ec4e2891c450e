package org.reelbench.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Which clips and tracks the keys mean that look at the playhead. */
class AtPlayheadTest {

    private static final Id NONE = new Id("none");

    private static Clip clip(String id, long frames) {
        return Clip.of(new Id(id), id, Generator.bars(), RationalTime.ZERO, frames);
    }

    private static Track track(String id, Item... items) {
        return Track.of(new Id(id), id, id.startsWith("v") ? TrackKind.VIDEO : TrackKind.AUDIO)
                .withItems(TrackItems.of(List.of(items)));
    }

    private static Sequence of(Track... tracks) {
        return new Sequence(new Id("s"), "s", FrameRate.of(30, 1), 320, 180, 48_000, List.of(tracks), Extras.NONE);
    }

    private static final Sequence FILM = of(track("v1", clip("low", 60)), track("v2", new Gap(20), clip("high", 20)),
            track("a1", clip("sound", 60)));

    private static String next(String selected, long frame) {
        return ClipEdits.nextAt(FILM, selected.isEmpty() ? Set.of() : Set.of(new Id(selected)), frame).orElse(NONE).value();
    }

    @Test
    void whatIsSeenIsSelectedFirstAndThenWhatLiesBelow() {
        assertEquals("high", next("", 20));
        assertEquals("low", next("high", 20));
        assertEquals("sound", next("low", 20));
        assertEquals("high", next("sound", 20));
        assertEquals("low", next("", 40));
        assertEquals("low", next("high", 40), "one that is elsewhere does not count");
        assertEquals("none", next("", 60), "behind the end");
    }

    @Test
    void hiddenTracksAreNotSelectedFrom() {
        Sequence hidden = of(track("v1", clip("low", 60)), track("v2", clip("high", 60)).withHidden(true));
        assertEquals(Optional.of(new Id("low")), ClipEdits.nextAt(hidden, Set.of(), 0));
    }

    private static String free(String chosen, long from, long to) {
        return GeneratedClips.free(FILM, Optional.of(chosen).filter(name -> !name.isEmpty()).map(Id::new), from, to)
                .orElse(NONE).value();
    }

    @Test
    void somethingNewLiesAboveWhatIsSeenThere() {
        assertEquals("v2", free("", 40, 190));
        assertEquals("v2", free("", 0, 20), "before the upper clip there is room on its track");
        assertEquals("none", free("", 19, 21), "both tracks are taken");
        assertEquals("v1", free("", 60, 200), "behind the end the lowest is free");
        assertEquals("v2", free("v2", 60, 200), "the chosen one where it is free");
        assertEquals("v2", free("v1", 40, 200), "and only there");
        assertEquals("v1", free("a1", 60, 200), "no picture lies on a track of sound");
    }

    @Test
    void tracksThatAreLockedTakeNothing() {
        Sequence locked = of(track("v1", clip("low", 60)), track("v2").withLocked(true), track("v3"));
        assertEquals(Optional.of(new Id("v3")), GeneratedClips.free(locked, Optional.of(new Id("v2")), 0, 10));
    }

    private static String walk(String from, boolean up) {
        return TrackChoice.next(FILM, Optional.of(from).filter(name -> !name.isEmpty()).map(Id::new), up).orElse(NONE).value();
    }

    @Test
    void theChosenTrackWalksAsTracksAreSeen() {
        assertEquals("v1", walk("", true));
        assertEquals("v2", walk("v1", true));
        assertEquals("none", walk("v2", true));
        assertEquals("a1", walk("", false));
        assertEquals("a1", walk("v1", false));
        assertEquals("none", walk("a1", false));
    }
}
