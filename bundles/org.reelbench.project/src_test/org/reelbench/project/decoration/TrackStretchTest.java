package org.reelbench.project.decoration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/** What a decorator is given, and what it may say. */
class TrackStretchTest {

    private static final Clip FIRST = Clip.of(new Id("c1"), "c1", new MediaStream(new Id("m1"), 0), RationalTime.ZERO, 100);
    private static final Clip SECOND = Clip.of(new Id("c2"), "c2", new MediaStream(new Id("m2"), 0), RationalTime.ZERO, 100);
    private static final Clip THIRD = Clip.of(new Id("c3"), "c3", Generator.color("#804020"), RationalTime.ZERO, 1);

    private static TrackStretch stretch(long from, long to) {
        Track track = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(
                List.of(FIRST, Transition.dissolve(new Id("t1"), 5, 5), SECOND, new Gap(50), THIRD)));
        Sequence film = new Sequence(new Id("s1"), "Film", FrameRate.of(25, 1), 64, 36, 48_000, List.of(track), Extras.NONE);
        Project project = Project.of("Film", film)
                .withMedia(List.of(new MediaReference(new Id("m1"), "Camera 1", "a.mp4", "", Extras.NONE)));
        return new TrackStretch(project, 3, film, track, new FrameRange(from, to), 1);
    }

    @Test
    void itemsThatTouchTheRangeAreFoundWithTheirPlaces() {
        assertEquals(List.of(0L, 100L, 200L, 250L), stretch(0, 251).items().stream().map(Located::startFrame).toList());
        assertEquals(List.of(100L, 200L), stretch(199, 250).items().stream().map(Located::startFrame).toList());
        assertEquals(List.of(), stretch(251, 300).items());
    }

    @Test
    void ofItemsOnlyClipsAreClips() {
        assertEquals(List.of(new TrackStretch.Placed(SECOND, 100), new TrackStretch.Placed(THIRD, 250)),
                stretch(100, 400).clips());
        assertEquals(200, stretch(100, 400).clips().getFirst().endFrame());
    }

    @Test
    void theMediumOfAClipIsTheProjects() {
        TrackStretch stretch = stretch(0, 10);
        assertEquals(Optional.of("Camera 1"), stretch.medium(FIRST).map(MediaReference::name));
        assertEquals(Optional.empty(), stretch.medium(SECOND));
        assertEquals(Optional.empty(), stretch.medium(THIRD));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        FrameRange range = new FrameRange(0, 1);
        assertThrows(IllegalArgumentException.class, () -> Decoration.ofTrack(range, Tone.NOTE, "two\nlines"));
        assertThrows(IllegalArgumentException.class,
                () -> Decoration.ofTrack(range, Tone.NOTE, "x".repeat(Decoration.LONGEST_LABEL + 1)));
        Decoration longest = Decoration.ofTrack(range, Tone.NOTE, "x".repeat(Decoration.LONGEST_LABEL));
        assertThrows(IllegalArgumentException.class, () -> longest.withNote("x".repeat(Decoration.LONGEST_NOTE + 1)));
        assertEquals("why", longest.withNote("why").note());
        TrackStretch whole = stretch(0, 10);
        assertThrows(IllegalArgumentException.class,
                () -> new TrackStretch(whole.project(), 0, whole.sequence(), whole.track(), range, 0));
    }
}
