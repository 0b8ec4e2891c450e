package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.timeline.FrameRange;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack.Mark;
import org.reelbench.ui.tracks.internal.model.TrackContents.PlacedClip;

/** What decorators say of a track is found where it is seen. */
class DecoratedTrackTest {

    private static Decoration mark(long from, long to) {
        return Decoration.ofTrack(new FrameRange(from, to), Tone.NOTE, "");
    }

    private static List<Long> starts(List<Mark> marks) {
        return marks.stream().map(Mark::startFrame).toList();
    }

    @Test
    void marksThatTouchTheRangeAreSeenHoweverTheyAreListed() {
        DecoratedTrack track = new DecoratedTrack("d",
                List.of(mark(300, 310), mark(0, 1000), mark(100, 110), mark(50, 60), mark(200, 210)));
        assertEquals(List.of(0L, 100L, 200L), starts(track.visible(List.of(), 109, 201, 0)));
        assertEquals(List.of(0L), starts(track.visible(List.of(), 400, 500, 0)));
        assertEquals(List.of(), starts(track.visible(List.of(), 1000, 2000, 0)));
    }

    @Test
    void thoseOfAClipGoWithIt() {
        Decoration within = Decoration.ofClip(Tracks.clip("c1", 100), new FrameRange(10, 20), Tone.NOTE, "");
        DecoratedTrack track = new DecoratedTrack("d", List.of(within));
        assertEquals(List.of(new Mark(within, 10, 20)),
                track.visible(List.of(new PlacedClip(Tracks.clip("c1", 100), 0)), 0, 500, 0));
        assertEquals(List.of(new Mark(within, 310, 320)),
                track.visible(List.of(new PlacedClip(Tracks.clip("c1", 100), 300)), 0, 500, 0));
        assertEquals(List.of(), track.visible(List.of(new PlacedClip(Tracks.clip("c2", 100), 0)), 0, 500, 0));
    }

    @Test
    void ofAClipThatWasTrimmedOnlyWhatIsLeftIsMarked() {
        Decoration whole = Decoration.ofClip(Tracks.clip("c1", 100), Tone.NOTE, "");
        Decoration end = Decoration.ofClip(Tracks.clip("c1", 100), new FrameRange(90, 100), Tone.NOTE, "");
        DecoratedTrack track = new DecoratedTrack("d", List.of(whole, end));
        assertEquals(List.of(new Mark(whole, 5, 55)),
                track.visible(List.of(new PlacedClip(Tracks.clip("c1", 50), 5)), 0, 500, 0));
    }

    @Test
    void whereManyShareAPixelOneStandsForAll() {
        List<Decoration> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(mark(10 * i, 10 * i + 1));
        }
        DecoratedTrack track = new DecoratedTrack("d", many);
        assertEquals(1000, track.visible(List.of(), 0, 100_000, 100).size());
        assertEquals(11, track.visible(List.of(), 50_000, 50_101, 1).size());
    }

    @Test
    void aLongOneIsSeenWhereAShortOneBegins() {
        DecoratedTrack track = new DecoratedTrack("d", List.of(mark(0, 1), mark(5, 5000), mark(6, 7)));
        assertEquals(List.of(0L, 5L), starts(track.visible(List.of(), 0, 10_000, 100)));
    }

    @Test
    void everyPixelThatHasAMarkHasOneThatIsSeen() {
        Random random = new Random(42);
        for (int round = 0; round < 50; round++) {
            List<Decoration> some = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                long from = random.nextInt(20_000);
                some.add(mark(from, from + 1 + random.nextInt(random.nextBoolean() ? 3 : 3000)));
            }
            List<Mark> seen = new DecoratedTrack("d", some).visible(List.of(), 0, 20_000, 100);
            for (Decoration each : some) {
                for (long at : new long[] { each.range().inFrame(), each.range().outFrame() - 1 }) {
                    assertTrue(at >= 20_000 || seen.stream()
                            .anyMatch(mark -> mark.startFrame() <= at + 100 && mark.endFrame() >= at - 100), "round " + round);
                }
            }
        }
    }

    @Test
    void whatLiesAtAPlaceIsFound() {
        Decoration within = Decoration.ofClip(Tracks.clip("c1", 100), new FrameRange(10, 20), Tone.NOTE, "");
        DecoratedTrack track = new DecoratedTrack("d", List.of(within));
        var items = Tracks.video("v1", Tracks.gap(30), Tracks.clip("c1", 100)).items();
        assertEquals(new Mark(within, 40, 45), track.at(items, 40, 45));
        assertEquals(null, track.at(items, 30, 40));
    }
}
