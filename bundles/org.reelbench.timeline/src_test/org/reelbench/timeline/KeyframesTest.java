package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves are written {@code 0:1 10:0.5}: frame and value of each linear keyframe. */
class KeyframesTest {

    private static final AnimatedValue OPACITY = AnimatedValue.ofClip(Animated.OPACITY);
    private static final AnimatedValue RADIUS = AnimatedValue.ofEffect(1, "radius");

    private final Sequence sequence = with(clip("a", 20).withOpacity(0.25).withEffects(List.of(
            new AppliedEffect("glow", new TreeMap<>()),
            new AppliedEffect("blur", new TreeMap<>(Map.of("radius", 3L, "size", 1.5, "kind", "box", "soft", true))))));

    @ParameterizedTest
    @CsvSource({
            "'', set 5 0.5, 5:0.5", "0:1, set 5 0.5, 0:1 5:0.5", "0:1 9:0, set 5 0.5, 0:1 5:0.5 9:0", "0:1, set 0 0.5, 0:0.5",
            "0:1, set -7 0, -7:0 0:1", "0:1, set 100 0, 0:1 100:0", "0:1 9:0, remove 0, 9:0", "0:1 9:0, remove 9, 0:1",
            "0:1 9:0, move 0 5, 5:1 9:0", "0:1 9:0, move 0 12, 9:0 12:1", "0:1 9:0, move 0 9, 9:1",
            "0:1 9:0, move 9 -9, -9:0 0:1",
            "0:1, move 0 3, 3:1", "0:1 9:0, move 9 9, 0:1 9:0" })
    void keyframesAreSetRemovedAndMoved(String before, String edit, String after) throws EditRefused {
        for (AnimatedValue value : List.of(OPACITY, RADIUS)) {
            Sequence animated = Keyframes.setCurve(sequence, id("a"), value, curve(before));
            Sequence edited = edit(animated, value, edit.split(" "));
            assertEquals(curve(after), value.curveOf(only(edited)));
            assertEquals(curve(before), value.curveOf(only(animated)));
            if (before.equals(after)) {
                assertSame(animated, edited);
            }
            assertEquals(sequence, Keyframes.setCurve(edited, id("a"), value, null));
        }
    }

    @Test
    void withTheLastKeyframeTheValueStaysWhatItSaid() throws EditRefused {
        Clip clip = only(Keyframes.remove(Keyframes.setCurve(sequence, id("a"), OPACITY, curve("7:0.75")), id("a"), OPACITY, 7));
        assertEquals(0.75, clip.opacity());
        assertEquals(Map.of(), clip.curves());
        Clip blurred = only(Keyframes.remove(Keyframes.setCurve(sequence, id("a"), RADIUS, curve("7:4.6")), id("a"), RADIUS, 7));
        assertEquals(5L, blurred.effects().get(1).parameters().get("radius"));
        assertFalse(blurred.effects().get(1).curves().containsKey("radius"));
    }

    @Test
    void everyPropertyIsAnimatedAndMadeConstant() throws EditRefused {
        for (String name : Animated.NAMES) {
            AnimatedValue value = AnimatedValue.ofClip(name);
            Sequence animated = Keyframes.setCurve(sequence, id("a"), value, curve("0:0.25 10:0.75"));
            assertEquals(0.5, only(animated).valueAt(name, 5));
            Clip constant = only(Keyframes.setConstant(animated, id("a"), value, 0.5));
            assertEquals(Map.of(), constant.curves());
            assertEquals(0.5, constant.valueAt(name, 100));
            assertEquals(only(sequence).valueAt(name, 0),
                    only(Keyframes.setCurve(animated, id("a"), value, null)).valueAt(name, 5));
        }
        assertEquals(2.5, only(Keyframes.setConstant(sequence, id("a"), AnimatedValue.ofEffect(1, "size"), 2.5)).effects().get(1)
                .parameters().get("size"));
        assertEquals(0.5, only(Keyframes.setConstant(sequence, id("a"), AnimatedValue.ofEffect(0, "new"), 0.5)).effects().get(0)
                .parameters().get("new"));
    }

    @Test
    void effectsAreSwitchedOffAndOnAgain() throws EditRefused {
        Sequence off = Keyframes.setEnabled(sequence, id("a"), 1, false);
        assertFalse(only(off).effects().get(1).enabled());
        assertEquals(only(sequence).effects().get(1).parameters(), only(off).effects().get(1).parameters());
        assertSame(off, Keyframes.setEnabled(off, id("a"), 1, false));
        assertEquals(sequence, Keyframes.setEnabled(off, id("a"), 1, true));
    }

    @Test
    void whatIsNotThereOrOutOfRangeIsRefused() {
        refused("there is no clip q", () -> Keyframes.setCurve(sequence, id("q"), OPACITY, null));
        refused("opacity would be 1.5",
                () -> Keyframes.set(sequence, id("a"), OPACITY, new Keyframe(0, 1.5, Interpolation.HOLD)));
        refused("pan would be -2",
                () -> Keyframes.setCurve(sequence, id("a"), AnimatedValue.ofClip(Animated.PAN), curve("0:-2")));
        refused("scale would be 0",
                () -> Keyframes.setCurve(sequence, id("a"), AnimatedValue.ofClip(Animated.SCALE), curve("0:0")));
        refused("gainDb would be 50",
                () -> Keyframes.setCurve(sequence, id("a"), AnimatedValue.ofClip(Animated.GAIN_DB), curve("0:50")));
        refused("opacity would be -1", () -> Keyframes.setConstant(sequence, id("a"), OPACITY, -1));
        refused("finite", () -> Keyframes.setConstant(sequence, id("a"), RADIUS, Double.NaN));
        refused("no keyframe at frame 3", () -> Keyframes.remove(sequence, id("a"), OPACITY, 3));
        refused("no keyframe at frame 3", () -> Keyframes.move(sequence, id("a"), RADIUS, 3, 4));
        refused("has 2 effects", () -> Keyframes.setCurve(sequence, id("a"), AnimatedValue.ofEffect(2, "radius"), curve("0:1")));
        refused("has 2 effects", () -> Keyframes.setEnabled(sequence, id("a"), 2, false));
        for (String parameter : List.of("kind", "soft")) {
            AnimatedValue value = AnimatedValue.ofEffect(1, parameter);
            refused("cannot be animated", () -> Keyframes.setCurve(sequence, id("a"), value, curve("0:1")));
            refused("cannot be animated", () -> Keyframes.setConstant(sequence, id("a"), value, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> AnimatedValue.ofClip("colour"));
        assertThrows(IllegalArgumentException.class, () -> AnimatedValue.ofEffect(-1, "radius"));
        assertThrows(IllegalArgumentException.class,
                () -> clip("a", 1).withCurves(new TreeMap<>(Map.of("colour", new Curve(List.of(keyframe(0, 1)))))));
    }

    @Test
    void anIndexBelowTheFirstEffectIsRefusedWhenAnEffectIsSwitched() {
        assertThrows(EditRefused.class, () -> Keyframes.setEnabled(sequence, id("a"), -1, false));
    }

    /** Every edit that moves the first frame of a clip: frames that stay show the values they showed. */
    @Test
    void whatStaysOfACutOrTrimmedClipKeepsItsValuesAtEachFrame() throws EditRefused {
        Sequence animated = Keyframes.setCurve(Keyframes.setCurve(sequence, id("a"), OPACITY, curve("2:0 9:1 30:0.5")), id("a"),
                RADIUS, curve("0:1 20:3"));
        for (Sequence edited : List.of(Edits.split(animated, V1, 7, id("r")), Edits.trimStart(animated, id("a"), 5),
                Edits.trimEnd(animated, id("a"), -5), RangeEdits.lift(animated, V1, new FrameRange(4, 11), id("r")),
                RangeEdits.overwrite(animated, V1, 4, clip("x", 3), id("r")),
                Links.split(animated, id("a"), 3, List.of(id("r")), id("k")),
                Edits.trimStart(Edits.trimStart(animated, id("a"), 9), id("a"), -9))) {
            for (long frame = 0; frame < 20; frame++) {
                Located there = edited.track(V1).items().locate(frame).orElse(new Located(0, 0, new Gap(1)));
                if (there.item() instanceof Clip clip && !clip.id().equals(id("x"))) {
                    long inClip = frame - there.startFrame();
                    assertEquals(only(animated).valueAt(Animated.OPACITY, frame), clip.valueAt(Animated.OPACITY, inClip));
                    assertEquals(valueOf(RADIUS, only(animated), frame), valueOf(RADIUS, clip, inClip));
                }
            }
        }
    }

    @Test
    void aTrimThatTakesAKeyframeTooFarAwayIsRefused() throws EditRefused {
        Sequence far = Keyframes.setCurve(sequence, id("a"), OPACITY, curve("-" + Keyframe.MAX_FRAME + ":1"));
        refused("has a keyframe that would lie too far", () -> Edits.trimStart(far, id("a"), 1));
    }

    private static double valueOf(AnimatedValue value, Clip clip, long frame) {
        Curve curve = value.curveOf(clip);
        return curve == null ? Double.NaN : curve.valueAt(frame);
    }

    private static Sequence edit(Sequence sequence, AnimatedValue value, String[] words) throws EditRefused {
        long frame = Long.parseLong(words[1]);
        return switch (words[0]) {
        case "set" -> Keyframes.set(sequence, id("a"), value, keyframe(frame, Double.parseDouble(words[2])));
        case "remove" -> Keyframes.remove(sequence, id("a"), value, frame);
        default -> Keyframes.move(sequence, id("a"), value, frame, Long.parseLong(words[2]));
        };
    }

    private static @Nullable Curve curve(String text) {
        return text.isEmpty()
                ? null
                : new Curve(Arrays.stream(text.split(" ")).map(word -> word.split(":"))
                        .map(word -> keyframe(Long.parseLong(word[0]), Double.parseDouble(word[1]))).toList());
    }

    private static Keyframe keyframe(long frame, double value) {
        return new Keyframe(frame, value, Interpolation.LINEAR);
    }

    private static Sequence with(Clip clip) {
        return sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip))));
    }

    private static Clip only(Sequence sequence) {
        return (Clip) sequence.track(V1).items().get(0);
    }
}
