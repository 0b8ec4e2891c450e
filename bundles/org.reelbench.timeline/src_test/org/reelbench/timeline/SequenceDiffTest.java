package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.items;
import static org.reelbench.timeline.Samples.sequence;
import static org.reelbench.timeline.Samples.track;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.internal.ItemDiff;

class SequenceDiffTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a:10 b:10 c:10               | a:10 b:10 c:10                | ''",
            "a:10 b:10 c:10               | a:10 b:10@1 c:10              | 10-20",
            "a:10 b:10 c:10               | a:10 _:10 c:10                | 10-20",
            "a:10 b:10 c:10               | a:10 c:10                     | 10-30",
            "a:10 b:10 c:10               | a:10 x:1 b:10 c:10            | 10-31",
            "a:10 b:10                    | a:10 b:10 _:5 c:5             | 20-30",
            "''                           | a:10                          | 0-10",
            "a:10 b:10 c:10               | a:4 x:6@4 b:10 c:10           | 0-10",
            "a:10 b:10 c:10               | x:10 b:10 y:10                | 0-10 20-30",
            "a:10 b:10                    | a:10 t/2+3 b:10               | 8-13",
            "a:10 t/2+3 b:10              | a:10@1 t/2+3 b:10             | 0-13",
            "a:10 t/2+3 b:10              | a:10 t/2+3 b:10@1             | 8-20",
            "a:10 t/2+3 b:10              | a:10 t/1+4 b:10               | 8-14",
            "a:10 t/2+3 b:10              | a:10 u/2+3 b:10               | 8-13",
            "x:10 a:10 t/2+3 b:10         | a:10 t/2+3 b:10               | 0-30",
            "a:10 t/2+3 b:10              | a:10 x:10 t/2+3 b:10          | 8-30",
            "a:10 t/2+3 b:10 c:10         | a:10 u/2+4 x:10 c:10          | 8-20",
            "a:10 b:10 c:10               | a:10 t/2+3 b:10 x:10          | 8-13 20-30",
            "a:10 b:10 t/2+3 c:10         | x:10 b:10 u/3+4 c:10          | 0-10 17-24",
            "a:10 _:10 b:10               | a:10 _:3 x:4 _:3 b:10         | 10-20" })
    void reportsTheFramesThatAnItemHasASayIn(String before, String after, String ranges) {
        assertEquals(ranges, text(SequenceDiff.between(sequence(before), sequence(after)).ranges()));
        assertEquals(ranges, text(SequenceDiff.between(sequence(after), sequence(before)).ranges()));
    }

    @Test
    void theSameInstanceIsNotLookedAt() {
        Sequence sequence = sequence("a:10", "b:10", "c:10");
        assertTrue(SequenceDiff.between(sequence, sequence).isEmpty());
        ItemDiff diff = new ItemDiff(sequence.track(V1).items().tree(), sequence.track(V1).items().tree());
        assertEquals(List.of(), diff.run());
        assertEquals(0, diff.steps());
    }

    @Test
    void onlyTheTouchedTrackIsReported() throws EditRefused {
        Sequence before = sequence("a:10", "b:10", "c:10");
        Sequence after = Edits.setOpacity(before, id("b"), 0.5);
        SequenceDiff diff = SequenceDiff.between(before, after);
        assertEquals(List.of(new TrackChange(V2, List.of(new FrameRange(0, 10)))), diff.tracks());
        assertEquals(List.of(), diff.rangesOf(V1));
        assertSame(before, diff.before());
        assertSame(after, diff.after());
    }

    @Test
    void oneChangeAmongTenThousandCostsAFewSteps() throws EditRefused {
        Sequence before = many();
        int stepsAtMost = 400;
        assertSteps(stepsAtMost, "50000-50010", before, Edits.setOpacity(before, id("c5000"), 0.5));
        assertSteps(stepsAtMost, "50000-50010", before, Edits.split(before, V1, 50_003, id("x")));
        assertSteps(stepsAtMost, "50000-50010", before, Edits.delete(before, id("c5000"), false));
        assertSteps(stepsAtMost, "50000-100000", before, Edits.delete(before, id("c5000"), true));
        assertSteps(stepsAtMost, "99990-100010", before, Edits.move(before, id("c9999"), V1, 100_000));
        assertSteps(stepsAtMost, "0-10 100000-100010", before, Edits.move(before, id("c0"), V1, 100_000));
        assertSteps(stepsAtMost, "50005-50015", before, Edits.dissolve(before, id("c5000"), id("x"), 10));
    }

    @Test
    void aFewChangesFarApartCostAFewStepsEach() throws EditRefused {
        Sequence before = many();
        Sequence after = before;
        StringBuilder expected = new StringBuilder();
        for (int clip = 500; clip < 10_000; clip += 1000) {
            after = Edits.setOpacity(after, id("c" + clip), 0.5);
            expected.append(expected.isEmpty() ? "" : " ").append(clip * 10).append('-').append(clip * 10 + 10);
        }
        assertSteps(10 * 400, expected.toString(), before, after);
    }

    @Test
    void equalItemsOfUnrelatedTreesAreNoChange() {
        assertTrue(SequenceDiff.between(many(), many()).isEmpty());
    }

    @Test
    void hidingMutingOrAnotherKindTouchesAllOfTheTrack() throws EditRefused {
        Sequence before = sequence("a:10", "_:3 b:10", "c:10");
        assertEquals("0-13", text(SequenceDiff.between(before, Edits.setHidden(before, V2, true)).rangesOf(V2)));
        assertEquals("0-10", text(SequenceDiff.between(before, Edits.setMuted(before, A1, true)).rangesOf(A1)));
        Sequence other = before.withTrack(track(A1, TrackKind.VIDEO, "c:10"));
        assertEquals("0-10", text(SequenceDiff.between(before, other).rangesOf(A1)));
    }

    @Test
    void addedAndRemovedTracksAreReportedWhole() throws EditRefused {
        Sequence before = sequence("a:10", "b:10", "c:10");
        Sequence after = Edits.addTrack(Edits.removeTrack(before, V1), 2, track(id("n"), TrackKind.VIDEO, "d:7"));
        SequenceDiff diff = SequenceDiff.between(before, after);
        assertEquals(List.of(new TrackChange(id("n"), List.of(new FrameRange(0, 7))),
                new TrackChange(V1, List.of(new FrameRange(0, 10)))), diff.tracks());
        Sequence empty = Edits.addTrack(before, 0, Track.of(id("n"), "N", TrackKind.VIDEO));
        assertEquals(List.of(new TrackChange(id("n"), List.of())), SequenceDiff.between(before, empty).tracks());
        assertFalse(SequenceDiff.between(before, empty).isEmpty());
    }

    @Test
    void anotherOrderOfTracksTouchesThoseThatChangedPlaces() {
        Sequence before = sequence("a:10", "b:20", "c:10");
        Sequence after = before.withTracks(List.of(before.track(V2), before.track(V1), before.track(A1)));
        SequenceDiff diff = SequenceDiff.between(before, after);
        assertEquals("0-20", text(diff.rangesOf(V2)));
        assertEquals("0-10", text(diff.rangesOf(V1)));
        assertEquals("", text(diff.rangesOf(A1)));
    }

    @Test
    void anotherFormOfTheSequenceTouchesEverything() {
        Sequence before = sequence("a:10", "b:20", "");
        for (Sequence after : List.of(form(before, 30, 1920, 1080, 48_000), form(before, 25, 1280, 1080, 48_000),
                form(before, 25, 1920, 720, 48_000), form(before, 25, 1920, 1080, 44_100))) {
            SequenceDiff diff = SequenceDiff.between(before, after);
            assertTrue(diff.formChanged());
            assertEquals("0-20", text(diff.ranges()));
        }
        assertFalse(SequenceDiff.between(sequence(""), form(sequence(""), 30, 1920, 1080, 48_000)).isEmpty());
        assertFalse(SequenceDiff.between(before, form(before, 25, 1920, 1080, 48_000)).formChanged());
    }

    @Test
    void anotherNameIsAChangeWithoutFrames() {
        Sequence before = sequence("a:10");
        Track track = before.track(V1);
        Sequence after = before
                .withTrack(new Track(V1, "Titles", track.kind(), false, false, false, false, items("a:10"), Extras.NONE));
        assertEquals(List.of(new TrackChange(V1, List.of())), SequenceDiff.between(before, after).tracks());
    }

    private static void assertSteps(int atMost, String ranges, Sequence before, Sequence after) {
        assertEquals(ranges, text(SequenceDiff.between(before, after).ranges()));
        ItemDiff diff = new ItemDiff(before.track(V1).items().tree(), after.track(V1).items().tree());
        assertEquals(ranges, text(diff.run()));
        assertTrue(diff.steps() > 0 && diff.steps() <= atMost, () -> diff.steps() + " steps, expected at most " + atMost);
    }

    private static Sequence many() {
        List<Item> items = new ArrayList<>();
        for (int count = 0; count < 10_000; count++) {
            items.add(clip("c" + count, 10, count));
        }
        return sequence(List.of(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(items))));
    }

    private static Sequence form(Sequence sequence, int framesPerSecond, int widthPx, int heightPx, int sampleRateHz) {
        return new Sequence(sequence.id(), sequence.name(), FrameRate.of(framesPerSecond, 1), widthPx, heightPx, sampleRateHz,
                sequence.tracks(), sequence.extras());
    }

    private static String text(List<FrameRange> ranges) {
        return String.join(" ", ranges.stream().map(range -> range.inFrame() + "-" + range.outFrame()).toList());
    }
}
