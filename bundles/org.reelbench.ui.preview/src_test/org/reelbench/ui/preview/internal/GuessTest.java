package org.reelbench.ui.preview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.preview.PreviewHint;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

class GuessTest {

    private static Clip clip(int number) {
        return Clip.of(new Id("c" + number), "c" + number, Generator.color("#336699"), RationalTime.ZERO, 100);
    }

    private static Sequence sequence(int clips) {
        Track track = Track.of(new Id("v"), "V", TrackKind.VIDEO)
                .withItems(TrackItems.of(IntStream.range(0, clips).mapToObj(GuessTest::clip).toList()));
        return new Sequence(new Id("s"), "S", FrameRate.of(25, 1), 320, 180, 48_000, List.of(track), Extras.NONE);
    }

    @Test
    void bothEdgesOfWhatIsSelectedMayBeTrimmedNext() {
        PreviewHint hint = Guess.of(sequence(3), Optional.empty(), Set.of(new Id("c1")));
        assertEquals(List.of(new FrameRange(50, 150), new FrameRange(150, 250)), hint.places());
        assertEquals(List.of(), hint.snapshots());
        assertEquals(List.of(new FrameRange(0, 50), new FrameRange(50, 150)),
                Guess.of(sequence(1), Optional.empty(), Set.of(new Id("c0"))).places(), "nothing is before the beginning");
    }

    @Test
    void theLastEditMayBeUndoneNext() {
        assertEquals(new PreviewHint(List.of(), List.of(sequence(2))),
                Guess.of(sequence(3), Optional.of(sequence(2)), Set.of(new Id("gone"))));
    }

    @Test
    void ofAWholeTrackThatIsSelectedNothingIsGuessed() {
        Set<Id> all = IntStream.range(0, 5).mapToObj(number -> new Id("c" + number)).collect(Collectors.toSet());
        assertEquals(PreviewHint.NONE, Guess.of(sequence(5), Optional.empty(), all));
    }
}
