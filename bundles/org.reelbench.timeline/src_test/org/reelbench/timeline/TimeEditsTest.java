package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.RATE;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Speed, reverse and freeze at all borders. Frozen clips are x, right parts r. */
class TimeEditsTest {

    private static final Curve CURVE = new Curve(List.of(new Keyframe(0, 0, Interpolation.LINEAR),
            new Keyframe(10, 1, Interpolation.LINEAR)));

    @TestFactory
    Stream<DynamicTest> speedWithoutRipple() {
        return EditTable.of("""
                twice as fast leaves a gap               | a:10 b:5           | a 2    | a:5 _:5 b:5
                twice as fast at the end                 | b:5 a:10           | a 2    | b:5 a:5
                a gap behind gets longer                 | a:10 _:3 b:5       | a 2    | a:5 _:8 b:5
                half as fast eats a gap                  | a:10 _:12 b:5      | a 1/2  | a:20 _:2 b:5
                half as fast fills a gap                 | a:10 _:10 b:5      | a 1/2  | a:20 b:5
                half as fast at the end                  | b:5 a:10           | a 1/2  | b:5 a:20
                no room by one frame                     | a:10 _:9 b:5       | a 1/2  | ! are not free
                a clip touches its end                   | a:10 b:5           | a 1/2  | ! are not free
                the start stays behind a gap             | _:4 a:10@3         | a 2    | _:4 a:5@3
                a duration is rounded up from a half     | a:5                | a 2    | a:3
                a duration is rounded down               | a:10               | a 3    | a:3
                at least one frame stays                 | a:10 b:1           | a 100  | a:1 _:9 b:1
                the transition behind a gap goes         | a:10 u/2+2 b:5     | a 2    | a:5 _:5 b:5
                the transition before it stays if it fits | b:9 u/2+5 a:10    | a 2    | b:9 u/2+5 a:5
                and goes if not                          | b:9 u/2+6 a:10     | a 2    | b:9 a:5
                the speed it has                         | a:10               | a 1    | =
                backwards                                | a:10@3             | a -1   | a:10@12
                backwards and faster                     | a:10@3             | a -2   | a:5@11
                backwards and slower                     | a:10@3             | a -1/2 | a:20@12
                frozen                                   | a:10@3 b:5         | a 0    | a:10@3 b:5
                too fast                                 | a:10               | a 1000001 | ! cannot run at speed 1000001
                no such clip                             | a:10               | x 2    | ! there is no clip x
                too long                                 | a:1099511627776    | a 1/2  | ! cannot run at speed 1/2
                """, (before, words) -> TimeEdits.setSpeed(before, id(words.get(0)), Rational.parse(words.get(1)), false));
    }

    @TestFactory
    Stream<DynamicTest> speedWithRipple() {
        return EditTable.of("""
                twice as fast                            | a:10 b:5           | a 2    | a:5 b:5
                half as fast                             | a:10 b:5           | a 1/2  | a:20 b:5
                gaps keep their length                   | a:10 _:3 b:5       | a 2    | a:5 _:3 b:5
                other tracks stay                        | a:10 b:5 // c:20   | a 2    | a:5 b:5 // c:20
                transitions stay if they fit             | a:10 u/5+2 b:5     | a 2    | a:5 u/5+2 b:5
                and go if not                            | a:10 u/6+2 b:5     | a 2    | a:5 b:5
                the track gets too long                  | a:10 b:1099511627766 | a 1/2 | ! would be longer than
                """, (before, words) -> TimeEdits.setSpeed(before, id(words.get(0)), Rational.parse(words.get(1)), true));
    }

    @TestFactory
    Stream<DynamicTest> freezeOfFourFrames() {
        return EditTable.of("""
                inside a clip                            | a:10@2 b:5         | a 3    | a:3@2 x:4@5 r:7@5 b:5
                at its first frame                       | b:5 a:10@2         | a 5    | b:5 x:4@2 a:10@2
                at the first frame of all                | a:10               | a 0    | x:4 a:10
                at its last frame                        | a:10 b:5           | a 9    | a:9 x:4@9 r:1@9 b:5
                behind a gap                             | _:3 a:10           | a 4    | _:3 a:1 x:4@1 r:9@1
                away from transitions                    | b:5 u/1+2 a:10 v/2+1 c:5 | a 9 | b:5 u/1+2 a:4 x:4@4 r:6@4 v/2+1 c:5
                inside the transition before it          | b:5 u/1+5 a:10     | a 7    | b:5 a:2 x:4@2 r:8@2
                inside the transition behind it          | a:10 u/5+1 b:5     | a 7    | a:7 x:4@7 r:3@7 b:5
                at the first frame after a transition    | b:5 u/1+2 a:10     | a 5    | b:5 x:4 a:10
                other tracks stay                        | a:10 // c:10       | a 5    | a:5 x:4@5 r:5@5 // c:10
                before the clip                          | b:5 a:10           | a 4    | ! not at frame 4
                at its end                               | a:10 b:5           | a 10   | ! not at frame 10
                the id of the right part is taken        | a:10 r:5           | a 5    | ! the id r is taken
                but not needed                           | a:10 r:5           | a 0    | x:4 a:10 r:5
                the id is taken                          | a:10 x:5           | a 0    | ! the id x is taken
                the track gets too long                  | a:10 b:1099511627764 | a 5  | ! would be longer than
                no such clip                             | a:10               | q 0    | ! there is no clip q
                """, (before, words) -> TimeEdits.freeze(before, id(words.get(0)), Long.parseLong(words.get(1)), 4, id("x"),
                id("r")));
    }

    @Test
    void aClipTurnedRoundShowsTheSameFramesLastFirst() throws EditRefused {
        for (Rational speed : List.of(Rational.ONE, Rational.of(2), Rational.of(-3, 7))) {
            Clip clip = clip("a", 10, 5).withSpeed(speed);
            Sequence sequence = with(clip);
            Clip turned = only(TimeEdits.reverse(sequence, clip.id()));
            for (int frame = 0; frame < 10; frame++) {
                assertEquals(clip.sourceTimeAt(frame, RATE), turned.sourceTimeAt(9 - frame, RATE));
            }
            assertEquals(sequence, TimeEdits.reverse(TimeEdits.reverse(sequence, clip.id()), clip.id()));
        }
    }

    @Test
    void aFasterClipTurnedRoundShowsWhatItWouldForwards() throws EditRefused {
        Sequence sequence = with(clip("a", 11, 5));
        Clip forwards = only(TimeEdits.setSpeed(sequence, id("a"), Rational.of(3, 2), true));
        Clip backwards = only(TimeEdits.setSpeed(sequence, id("a"), Rational.of(-3, 2), true));
        assertEquals(7, forwards.durationFrames());
        for (int frame = 0; frame < 7; frame++) {
            assertEquals(forwards.sourceTimeAt(frame, RATE), backwards.sourceTimeAt(6 - frame, RATE));
        }
    }

    @Test
    void aFrozenClipRunsOnFromItsFrameAndTurningItChangesNothing() throws EditRefused {
        Sequence frozen = TimeEdits.setSpeed(with(clip("a", 10, 5)), id("a"), Rational.ZERO, false);
        assertEquals(RATE.timeOf(5), only(frozen).sourceTimeAt(9, RATE));
        assertSame(frozen, TimeEdits.reverse(frozen, id("a")));
        Clip again = only(TimeEdits.setSpeed(frozen, id("a"), Rational.of(2), false));
        assertEquals(clip("a", 10, 5).withSpeed(Rational.of(2)), again);
    }

    @Test
    void keyframesMoveTogetherWithTheDurationThoseOfEffectsToo() throws EditRefused {
        Clip clip = clip("a", 20).withCurves(new TreeMap<>(Map.of(Animated.PAN, CURVE)))
                .withEffects(
                        List.of(new AppliedEffect("blur", new TreeMap<>()).withCurves(new TreeMap<>(Map.of("radius", CURVE)))));
        Clip fast = only(TimeEdits.setSpeed(with(clip), id("a"), Rational.of(2), true));
        assertEquals(CURVE.scaled(Rational.of(1, 2)), fast.curves().get(Animated.PAN));
        assertEquals(CURVE.scaled(Rational.of(1, 2)), fast.effects().getFirst().curves().get("radius"));
        assertEquals(clip.curves(), only(TimeEdits.reverse(with(clip), id("a"))).curves());
        assertEquals(clip.curves(), only(TimeEdits.setSpeed(with(clip), id("a"), Rational.ZERO, true)).curves());
    }

    @Test
    void aFrozenClipLooksAsTheFrameDidAndIsBoundToNoOther() throws EditRefused {
        Clip clip = clip("a", 20).withSpeed(Rational.of(-1)).withCurves(new TreeMap<>(Map.of(Animated.PAN, CURVE)))
                .withEffects(List.of(new AppliedEffect("blur", new TreeMap<>(Map.of("passes", 1L)))
                        .withCurves(new TreeMap<>(Map.of("radius", CURVE, "passes", CURVE)))))
                .withBonds(new Bonds(id("l"), id("g")));
        TrackItems items = TimeEdits.freeze(with(clip), id("a"), 6, 50, id("x"), id("r")).track(V1).items();
        Clip frozen = (Clip) items.get(1);
        assertEquals(Rational.ZERO, frozen.speed());
        assertEquals(clip.sourceTimeAt(6, RATE), frozen.sourceIn());
        assertEquals(0.6, frozen.pan(), 1e-12);
        assertEquals(Map.of(), frozen.curves());
        assertEquals(new TreeMap<>(Map.of("passes", 1L, "radius", CURVE.valueAt(6))), frozen.effects().getFirst().parameters());
        assertEquals(Map.of(), frozen.effects().getFirst().curves());
        assertEquals(Bonds.NONE, frozen.bonds());
        assertEquals(new Bonds(null, id("g")), ((Clip) items.get(2)).bonds());
        assertEquals(CURVE.shifted(-6), ((Clip) items.get(2)).curves().get(Animated.PAN));
        assertEquals(CURVE, ((Clip) items.get(0)).curves().get(Animated.PAN));
    }

    @Test
    void stillPicturesHaveNoSpeed() {
        Sequence sequence = with(clip("a", 10).withContent(new Still(id("m"))));
        refused("has no speed", () -> TimeEdits.setSpeed(sequence, id("a"), Rational.of(2), true));
        refused("has no speed", () -> TimeEdits.reverse(sequence, id("a")));
        refused("has no speed", () -> TimeEdits.freeze(sequence, id("a"), 0, 1, id("x"), id("r")));
    }

    @Test
    void aFrozenClipLastsAtLeastOneFrame() {
        refused("lasts from 1", () -> TimeEdits.freeze(with(clip("a", 10)), id("a"), 0, 0, id("x"), id("r")));
        refused("lasts from 1", () -> TimeEdits.freeze(with(clip("a", 10)), id("a"), 0, Long.MAX_VALUE, id("x"), id("r")));
    }

    @Test
    void sourceTimesThatAreNotExactAreRefused() {
        Clip fine = Clip.of(id("a"), "A", new MediaStream(id("m"), 0), RationalTime.of(1, Long.MAX_VALUE), 10);
        refused("cannot run at speed -1", () -> TimeEdits.reverse(with(fine), id("a")));
    }

    @Test
    void thirtyOverOneThousandAndOneStaysExact() throws EditRefused {
        FrameRate rate = FrameRate.of(30_000, 1001);
        Clip clip = clip("a", 100);
        Sequence sequence = new Sequence(id("s"), "S", rate, 16, 16, 48_000,
                List.of(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)))), Extras.NONE);
        Clip turned = only(TimeEdits.setSpeed(sequence, id("a"), Rational.of(-999, 1000), true));
        assertEquals(100, turned.durationFrames());
        assertEquals(RationalTime.of(99L * 999 * 1001, 30_000_000), turned.sourceIn());
    }

    private static Sequence with(Clip clip) {
        return sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip))));
    }

    private static Clip only(Sequence sequence) {
        assertEquals(1, sequence.track(V1).items().size());
        return (Clip) sequence.track(V1).items().get(0);
    }
}
