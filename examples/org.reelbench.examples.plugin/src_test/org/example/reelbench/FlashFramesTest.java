package org.example.reelbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.project.Project;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.project.decoration.TrackStretch;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** What flashes is found, and what is meant is left alone. */
class FlashFramesTest {

    private static Clip clip(String id, long frames) {
        return Clip.of(new Id(id), id, Generator.color("#804020"), RationalTime.ZERO, frames);
    }

    private static List<Decoration> of(Item... items) {
        Track track = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(items)));
        Sequence film = new Sequence(new Id("s1"), "Film", FrameRate.of(25, 1), 64, 36, 48_000, List.of(track), Extras.NONE);
        return new FlashFrames().decorate(
                new TrackStretch(Project.of("Film", film), 0, film, track, new FrameRange(0, track.durationFrames()), 1));
    }

    @Test
    void aClipOfAFrameIsMarkedWhereverItGoes() {
        Decoration only = of(clip("c1", 50), clip("c2", 1), clip("c3", 3)).getFirst();
        assertEquals(Optional.of(new Id("c2")), only.clip());
        assertEquals(new FrameRange(0, 1), only.range());
        assertEquals(Tone.WARNING, only.tone());
    }

    @Test
    void aGapOfTwoFramesIsMarkedWhereItIs() {
        assertEquals(List.of(Decoration.ofTrack(new FrameRange(50, 52), Tone.PROBLEM, "2 frames")
                .withNote("A gap of 2 frames is seen as a black flash")), of(clip("c1", 50), new Gap(2), clip("c2", 50)));
    }

    @Test
    void whatIsLongEnoughIsMeant() {
        assertEquals(List.of(), of(clip("c1", 3), new Gap(3), clip("c2", 50)));
    }
}
