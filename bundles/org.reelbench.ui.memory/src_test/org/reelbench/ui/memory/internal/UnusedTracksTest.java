package org.reelbench.ui.memory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

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
import org.reelbench.timeline.Transition;

class UnusedTracksTest {

    private static Item clip(String id, long frames) {
        return Clip.of(new Id(id), id, Generator.color("#804020"), RationalTime.ZERO, frames);
    }

    private static Track track(String id, TrackKind kind, Item... items) {
        return Track.of(new Id(id), id, kind).withItems(TrackItems.of(List.of(items)));
    }

    private static List<String> unused(long frame, Track... tracks) {
        Sequence sequence = new Sequence(new Id("s"), "film", FrameRate.of(25, 1), 640, 360, 48_000, List.of(tracks),
                Extras.NONE);
        return UnusedTracks.at(sequence, frame).stream().map(Id::value).toList();
    }

    @Test
    void tracksWithAGapAtThePlayheadOrNothingMoreAreUnused() {
        Track full = track("v1", TrackKind.VIDEO, clip("a", 100));
        Track late = track("v2", TrackKind.VIDEO, new Gap(50), clip("b", 50));
        Track brief = track("v3", TrackKind.VIDEO, clip("c", 20));
        Track empty = track("v4", TrackKind.VIDEO);

        assertEquals(List.of("v2", "v4"), unused(0, full, late, brief, empty));
        assertEquals(List.of("v2", "v3", "v4"), unused(30, full, late, brief, empty));
        assertEquals(List.of("v3", "v4"), unused(50, full, late, brief, empty));
    }

    @Test
    void soundAndWhatIsHiddenAlreadyIsLeftAlone() {
        Track sound = track("a1", TrackKind.AUDIO);
        Track hidden = track("v1", TrackKind.VIDEO).withHidden(true);

        assertEquals(List.of(), unused(0, sound, hidden));
    }

    @Test
    void aFadeIntoAGapStillShowsTheClip() {
        Track fading = track("v1", TrackKind.VIDEO, clip("a", 50), Transition.dissolve(new Id("t"), 5, 10), new Gap(40),
                Transition.dissolve(new Id("u"), 8, 3), clip("b", 20));

        assertEquals(List.of(), unused(59, fading));
        assertEquals(List.of("v1"), unused(60, fading));
        assertEquals(List.of("v1"), unused(81, fading));
        assertEquals(List.of(), unused(82, fading));
    }
}
