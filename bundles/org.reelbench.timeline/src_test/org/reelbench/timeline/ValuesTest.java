package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** What the values of the model accept, refuse and keep. */
class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\t", "a\nb", "a\u0000" })
    void anIdIsReadable(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Id(text));
    }

    @Test
    void anIdIsShort() {
        assertEquals("x".repeat(200), new Id("x".repeat(200)).toString());
        assertThrows(IllegalArgumentException.class, () -> new Id("x".repeat(201)));
        assertTrue(id("a").compareTo(id("b")) < 0);
    }

    @Test
    void durationsAreAboveZeroAndBounded() {
        refused(() -> new Gap(0));
        refused(() -> new Gap(-1));
        refused(() -> new Gap(Item.MAX_DURATION_FRAMES + 1));
        refused(() -> clip("a", 0));
        refused(() -> clip("a", Item.MAX_DURATION_FRAMES + 1));
        assertEquals(Item.MAX_DURATION_FRAMES, new Gap(Item.MAX_DURATION_FRAMES).durationFrames());
    }

    @Test
    void aTransitionCoversAtLeastAFrameAndTakesNone() {
        refused(() -> Transition.dissolve(id("t"), 0, 0));
        refused(() -> Transition.dissolve(id("t"), -1, 5));
        refused(() -> Transition.dissolve(id("t"), 5, -1));
        refused(() -> Transition.dissolve(id("t"), Long.MAX_VALUE, Long.MAX_VALUE));
        refused(() -> new Transition(id("t"), " ", 1, 1, Extras.NONE));
        Transition transition = Transition.dissolve(id("t"), 2, 3);
        assertEquals(0, transition.durationFrames());
        assertEquals(5, transition.coveredFrames());
    }

    @Test
    void aSpeedMayFreezeOrReverseButNotGoBeyondExactness() {
        Clip clip = clip("a", 10);
        assertEquals(Rational.of(-1), clip.withSpeed(Rational.of(-1)).speed());
        Clip frozen = clip.withSource(RationalTime.ofSeconds(3), 10).withSpeed(Rational.ZERO);
        assertEquals(RationalTime.ofSeconds(3), frozen.sourceTimeAt(7, Samples.RATE));
        refused(() -> clip.withSpeed(Rational.of(1_000_001)));
        refused(() -> clip.withSpeed(Rational.of(-1_000_001)));
        refused(() -> clip.withSpeed(Rational.of(1, 1_000_001)));
    }

    @Test
    void panAndCurvesLieInTheirRanges() {
        refused(() -> clip("a", 10).withPan(1.01));
        refused(() -> clip("a", 10).withPan(-1.01));
        refused(() -> clip("a", 10).withPan(Double.NaN));
        assertEquals(clip("a", 10), clip("a", 10).withPan(-0.0));
        for (String name : Animated.NAMES) {
            for (double value : new double[] { Animated.least(name), Animated.greatest(name) }) {
                assertEquals(value, clip("a", 10).withCurves(curves(name, value)).valueAt(name, 5));
            }
        }
        refused(() -> clip("a", 10).withCurves(curves(Animated.OPACITY, 1.1)));
        refused(() -> clip("a", 10).withCurves(curves(Animated.SCALE, 0)));
        refused(() -> clip("a", 10).withCurves(curves("crop", 0)));
        refused(() -> clip("a", 10).valueAt("crop", 0));
    }

    @Test
    void withoutACurveAValueIsItsConstant() {
        Clip clip = clip("a", 10).withOpacity(0.1).withGainDb(0.2).withPan(0.3)
                .withTransform(new Transform(4, 5, 6, 7, 8, 9, new Crop(10, 11, 12, 13)));
        assertEquals(List.of(8.0, 9.0, 13.0, 10.0, 12.0, 11.0, 0.2, 0.1, 0.3, 7.0, 6.0, 4.0, 5.0),
                Animated.NAMES.stream().map(name -> clip.valueAt(name, 99)).toList());
    }

    @Test
    void anEffectHasCurvesOfNumbersOnly() {
        AppliedEffect effect = new AppliedEffect("blur",
                new TreeMap<>(Map.of("kind", "box", "soft", true, "size", 1L, "radius", 2.0)));
        for (String name : List.of("size", "radius", "not set")) {
            assertEquals(curves(name, 5), effect.withCurves(curves(name, 5)).curves());
        }
        refused(() -> effect.withCurves(curves("kind", 5)));
        refused(() -> effect.withCurves(curves("soft", 5)));
        refused(() -> effect.withCurves(curves("size", 5)).withParameters(new TreeMap<>(Map.of("size", "large"))));
    }

    @Test
    void bondsThatAreTakenOffAreNone() {
        assertSame(Bonds.NONE, new Bonds(id("l"), null).withLink(null));
        assertSame(Bonds.NONE, new Bonds(null, id("g")).withGroup(null));
        assertEquals(new Bonds(id("l"), null), new Bonds(id("l"), id("g")).withGroup(null));
    }

    private static SortedMap<String, Curve> curves(String name, double value) {
        return new TreeMap<>(Map.of(name, new Curve(List.of(new Keyframe(0, value, Interpolation.HOLD)))));
    }

    @Test
    void sourceTimesCountFromTheClipsStartInEitherDirectionAndBeyondItsEnds() {
        FrameRate rate = FrameRate.of(24_000, 1001);
        Clip clip = clip("a", 10).withSource(RationalTime.ofSeconds(5), 10);
        assertEquals(RationalTime.ofSeconds(5), clip.sourceTimeAt(0, rate));
        assertEquals(RationalTime.of(5 * 24_000 + 3 * 1001, 24_000), clip.sourceTimeAt(3, rate));
        assertEquals(RationalTime.of(5 * 24_000 - 1001, 24_000), clip.sourceTimeAt(-1, rate));
        assertEquals(RationalTime.of(5 * 24_000 - 6 * 1001, 24_000),
                clip.withSpeed(Rational.of(-1, 2)).sourceTimeAt(12, rate));
    }

    @Test
    void numbersOfATransformAreFinite() {
        refused(() -> new Transform(Double.NaN, 0, 1, 0, Crop.NONE));
        refused(() -> new Transform(0, Double.POSITIVE_INFINITY, 1, 0, Crop.NONE));
        refused(() -> new Transform(0, 0, 0, 0, Crop.NONE));
        refused(() -> new Transform(0, 0, -1, 0, Crop.NONE));
        refused(() -> new Transform(0, 0, Double.POSITIVE_INFINITY, 0, Crop.NONE));
        refused(() -> new Transform(0, 0, 1, Double.NaN, Crop.NONE));
        refused(() -> new Crop(0, 0, -1, 0));
        assertEquals(Transform.IDENTITY, new Transform(-0.0, -0.0, 1, -0.0, Crop.NONE));
    }

    @Test
    void effectParametersAreOfFourTypesAndCopied() {
        TreeMap<String, Object> parameters = new TreeMap<>();
        parameters.put("amount", -0.0);
        parameters.put("count", 3L);
        parameters.put("on", true);
        parameters.put("text", "x");
        AppliedEffect effect = new AppliedEffect("blur", parameters);
        parameters.put("amount", 0.0);
        assertEquals(new AppliedEffect("blur", parameters), effect);
        parameters.put("amount", 1.0);
        assertNotEquals(new AppliedEffect("blur", parameters), effect);
        assertThrows(UnsupportedOperationException.class, () -> effect.parameters().clear());
        refused(() -> new AppliedEffect(" ", new TreeMap<>()));
        for (Object bad : new Object[] { Double.NaN, Double.NEGATIVE_INFINITY, 1, 1f, List.of() }) {
            parameters.put("amount", bad);
            refused(() -> new AppliedEffect("blur", parameters));
        }
    }

    @Test
    void mapsAreCopiedIntoNaturalOrderSoThatEqualOnesAreWrittenAlike() {
        SortedMap<String, String> reversed = new TreeMap<>(Comparator.reverseOrder());
        reversed.put("a", "1");
        reversed.put("b", "2");
        assertEquals(List.of("a", "b"), List.copyOf(new Extras(reversed).jsonByName().keySet()));
        assertEquals(List.of("a", "b"), List.copyOf(new Generator("k", reversed).parameters().keySet()));
        assertTrue(Extras.NONE.isEmpty());
    }

    @Test
    void aColourIsWrittenInSixDigits() {
        assertEquals("#Ff8000", Generator.color("#Ff8000").parameters().get("color"));
        refused(() -> Generator.color("red"));
        refused(() -> Generator.color("#fff"));
        refused(() -> new Generator("", new TreeMap<>()));
        refused(() -> new MediaStream(id("m"), -1));
    }

    @Test
    void aMediumHasAPath() {
        MediaReference medium = new MediaReference(id("m"), "Shot", "media/shot.mp4", "", Extras.NONE);
        assertEquals("../shot.mp4", medium.withPath("../shot.mp4").path());
        assertEquals("abc", medium.withFingerprint("abc").fingerprint());
        refused(() -> medium.withPath(" "));
    }

    @Test
    void aSequenceHasASizeAndASampleRate() {
        Sequence sequence = sequence("a:5", "_:3 b:10", "");
        assertEquals(13, sequence.durationFrames());
        assertEquals(0, sequence("").durationFrames());
        refused(() -> new Sequence(id("s"), "S", Samples.RATE, 0, 1, 1, List.of(), Extras.NONE));
        refused(() -> new Sequence(id("s"), "S", Samples.RATE, 1, 0, 1, List.of(), Extras.NONE));
        refused(() -> new Sequence(id("s"), "S", Samples.RATE, 1, 1, 0, List.of(), Extras.NONE));
    }

    @Test
    void aSequenceFindsItsTracksAndClips() {
        Sequence sequence = sequence("a:5", "_:3 b:10", "");
        ClipPlace place = sequence.findClip(id("b")).orElseThrow();
        assertEquals(new ClipPlace(sequence.track(Samples.V2), 1, 3, clip("b", 10)), place);
        assertEquals(13, place.endFrame());
        assertTrue(sequence.findClip(id("x")).isEmpty());
        assertTrue(sequence.findTrack(id("x")).isEmpty());
        assertThrows(NoSuchElementException.class, () -> sequence.track(id("x")));
        assertThrows(NoSuchElementException.class, () -> sequence.withTrack(Track.of(id("x"), "X", TrackKind.VIDEO)));
        assertSame(sequence, sequence.withTrack(sequence.track(Samples.V1)));
    }

    @Test
    void aRangeHoldsAtLeastOneFrame() {
        FrameRange range = new FrameRange(3, 5);
        assertEquals(2, range.durationFrames());
        assertTrue(range.contains(3) && range.contains(4) && !range.contains(2) && !range.contains(5));
        refused(() -> new FrameRange(3, 3));
        refused(() -> new FrameRange(-1, 3));
    }

    private static void refused(Executable creation) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, creation);
        assertTrue(String.valueOf(refused.getMessage()).length() > 10);
    }
}
