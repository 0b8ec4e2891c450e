package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.time.Rational;
import org.reelbench.timeline.MoveEdits.Landing;

/** What lies on a locked track stays as it is, whichever edit is asked for. */
class LockedTrackTest {

    private static final String LOCKED = "track 'Track v1' (v1) is locked";
    private static final FrameRange RANGE = new FrameRange(2, 4);
    private static final List<Id> RIGHT = List.of(id("r"), id("s"), id("t"));

    /** These edit no items of the locked track. */
    private static final Set<String> HARMLESS = Set.of("Edits.setHidden", "Edits.setMuted", "Edits.addTrack",
            "RangeEdits.liftAll", "RangeEdits.extractAll", "Links.partners", "Links.linked");
    private static final AnimatedValue OPACITY = AnimatedValue.ofClip(Animated.OPACITY);
    private static final Keyframe KEYFRAME = new Keyframe(3, 0.5, new Interpolation.Linear());

    private final Sequence open = open();
    private final Sequence sequence = open.withTrack(open.track(V1).withLocked(true));

    @TestFactory
    Stream<DynamicTest> everyEditOfItsItemsIsRefused() {
        return edits().entrySet().stream().map(edit -> DynamicTest.dynamicTest(edit.getKey(), () -> {
            refused(LOCKED, () -> edit.getValue().apply(sequence));
            // The lock alone stands in the way.
            assertFalse(edit.getValue().apply(open).equals(open));
        }));
    }

    @Test
    void noEditIsForgottenHere() {
        Set<String> known = new TreeSet<>(HARMLESS);
        edits().keySet().forEach(name -> known.add(name.split(" ")[0]));
        Set<String> all = new TreeSet<>();
        for (Class<?> type : List.of(Edits.class, TrimEdits.class, RangeEdits.class, MoveEdits.class,
                TimeEdits.class, Keyframes.class, Links.class, Nesting.class, ClipValues.class)) {
            Arrays.stream(type.getMethods()).filter(method -> Modifier.isStatic(method.getModifiers())).map(Method::getName)
                    .forEach(name -> all.add(type.getSimpleName() + "." + name));
        }
        assertEquals(all, known);
    }

    @Test
    void editsOfAllTracksLeaveItOut() throws EditRefused {
        for (Sequence after : List.of(RangeEdits.extractAll(sequence, RANGE, RIGHT), RangeEdits.liftAll(sequence, RANGE, RIGHT),
                RangeEdits.rippleDelete(sequence, id("d"), RIGHT))) {
            assertSame(sequence.track(V1), after.track(V1));
            assertFalse(sequence.track(V2).equals(after.track(V2)));
            assertFalse(sequence.track(A1).equals(after.track(A1)));
        }
    }

    @Test
    void editsOfAllTracksAreRefusedWhereAllAreLocked() {
        Sequence locked = sequence.withTracks(sequence.tracks().stream().map(track -> track.withLocked(true)).toList());
        refused("all tracks are locked", () -> RangeEdits.extractAll(locked, RANGE, RIGHT));
        refused("all tracks are locked", () -> RangeEdits.liftAll(locked, RANGE, RIGHT));
    }

    @Test
    void aSequenceWithoutTracksHasNothingToExtract() throws EditRefused {
        Sequence empty = sequence.withTracks(List.of());
        assertSame(empty, RangeEdits.extractAll(empty, RANGE, RIGHT));
    }

    @Test
    void aLockedTrackIsHiddenAndMuted() throws EditRefused {
        assertTrue(Edits.setHidden(sequence, V1, true).track(V1).hidden());
        assertTrue(Edits.setMuted(sequence, V1, true).track(V1).muted());
    }

    private interface Edit {
        Sequence apply(Sequence before) throws EditRefused;
    }

    private static Map<String, Edit> edits() {
        Map<String, Edit> edits = new TreeMap<>();
        edits.put("Edits.append", before -> Edits.append(before, V1, clip("x", 5)));
        edits.put("Edits.place", before -> Edits.place(before, V1, 40, clip("x", 5)));
        edits.put("Edits.split", before -> Edits.split(before, V1, 5, id("x")));
        edits.put("Edits.trimStart", before -> Edits.trimStart(before, id("a"), 1));
        edits.put("Edits.trimEnd", before -> Edits.trimEnd(before, id("a"), -1));
        edits.put("Edits.move on it", before -> Edits.move(before, id("a"), V1, 40));
        edits.put("Edits.move from it", before -> Edits.move(before, id("a"), V2, 40));
        edits.put("Edits.move to it", before -> Edits.move(before, id("d"), V1, 40));
        edits.put("Edits.delete", before -> Edits.delete(before, id("a"), false));
        edits.put("Edits.delete with ripple", before -> Edits.delete(before, id("a"), true));
        edits.put("Edits.dissolve", before -> Edits.dissolve(before, id("b"), id("x"), 2));
        edits.put("Edits.transition", before -> Edits.transition(before, id("b"), id("x"), "org.example.wipe", 2));
        edits.put("Edits.removeTransition", before -> Edits.removeTransition(before, id("u")));
        edits.put("Edits.setTransform", before -> Edits.setTransform(before, id("a"), new Transform(1, 2, 1, 0, Crop.NONE)));
        edits.put("Edits.setOpacity", before -> Edits.setOpacity(before, id("a"), 0.5));
        edits.put("Edits.setGain", before -> Edits.setGain(before, id("a"), -6));
        edits.put("Edits.setEffects", before -> Edits.setEffects(before, id("a"),
                List.of(new AppliedEffect("blur", new TreeMap<>()))));
        edits.put("ClipValues.setName", before -> ClipValues.setName(before, id("a"), "Other"));
        edits.put("ClipValues.setPan", before -> ClipValues.setPan(before, id("a"), 0.5));
        edits.put("ClipValues.setBlend", before -> ClipValues.setBlend(before, id("a"), BlendMode.ADD));
        edits.put("ClipValues.setFades", before -> ClipValues.setFades(before, id("a"), new Fades(1, 2)));
        edits.put("ClipValues.setChannels", before -> ClipValues.setChannels(before, id("a"), ChannelChoice.Mix.LEFT));
        edits.put("ClipValues.setKeepPitch", before -> ClipValues.setKeepPitch(before, id("a"), false));
        edits.put("ClipValues.setContent", before -> ClipValues.setContent(before, id("a"), Generator.color("#ff0000")));
        edits.put("Edits.removeTrack", before -> Edits.removeTrack(before, V1));
        edits.put("TrimEdits.rippleTrimStart", before -> TrimEdits.rippleTrimStart(before, id("a"), 1));
        edits.put("TrimEdits.rippleTrimEnd", before -> TrimEdits.rippleTrimEnd(before, id("a"), -1));
        edits.put("TrimEdits.roll", before -> TrimEdits.roll(before, id("a"), 1));
        edits.put("TrimEdits.slip", before -> TrimEdits.slip(before, id("a"), 1));
        edits.put("TrimEdits.slide", before -> TrimEdits.slide(before, id("b"), 1));
        edits.put("TrimEdits.setTransition", before -> TrimEdits.setTransition(before, id("u"), 1, 1));
        edits.put("RangeEdits.insert", before -> RangeEdits.insert(before, V1, 0, clip("x", 5), id("r")));
        edits.put("RangeEdits.overwrite", before -> RangeEdits.overwrite(before, V1, 0, clip("x", 5), id("r")));
        edits.put("RangeEdits.lift", before -> RangeEdits.lift(before, V1, RANGE, id("r")));
        edits.put("RangeEdits.extract", before -> RangeEdits.extract(before, V1, RANGE, id("r")));
        edits.put("RangeEdits.rippleDelete", before -> RangeEdits.rippleDelete(before, id("b"), RIGHT));
        edits.put("MoveEdits.moveAll on it",
                before -> MoveEdits.moveAll(before, Set.of(id("a")), 40, 0, Landing.FREE, List.of()));
        edits.put("MoveEdits.moveAll from it",
                before -> MoveEdits.moveAll(before, Set.of(id("a")), 40, 1, Landing.OVERWRITE, List.of()));
        edits.put("MoveEdits.moveAll to it",
                before -> MoveEdits.moveAll(before, Set.of(id("d")), 40, -1, Landing.INSERT, List.of()));
        edits.put("MoveEdits.deleteAll", before -> MoveEdits.deleteAll(before, Set.of(id("d"), id("a")), true));
        edits.put("TimeEdits.setSpeed", before -> TimeEdits.setSpeed(before, id("c"), Rational.of(2), true));
        edits.put("TimeEdits.reverse", before -> TimeEdits.reverse(before, id("c")));
        edits.put("TimeEdits.freeze", before -> TimeEdits.freeze(before, id("c"), 25, 5, id("x"), id("r")));
        edits.put("Keyframes.setCurve", before -> Keyframes.setCurve(before, id("b"), OPACITY, null));
        edits.put("Keyframes.set", before -> Keyframes.set(before, id("a"), OPACITY, KEYFRAME));
        edits.put("Keyframes.remove", before -> Keyframes.remove(before, id("b"), OPACITY, 3));
        edits.put("Keyframes.move", before -> Keyframes.move(before, id("b"), OPACITY, 3, 5));
        edits.put("Keyframes.setConstant", before -> Keyframes.setConstant(before, id("b"), OPACITY, 0.25));
        edits.put("Keyframes.setEnabled", before -> Keyframes.setEnabled(before, id("b"), 0, false));
        edits.put("Links.link", before -> Links.link(before, Set.of(id("a"), id("d")), id("x")));
        edits.put("Links.unlink", before -> Links.unlink(before, Set.of(id("b"))));
        edits.put("Links.group", before -> Links.group(before, Set.of(id("a"), id("d")), id("x")));
        edits.put("Links.ungroup", before -> Links.ungroup(before, Set.of(id("b"))));
        edits.put("Links.split", before -> Links.split(before, id("b"), 12, RIGHT, id("x")));
        edits.put("Nesting.make", before -> Nesting.make(before, Set.of(id("c")), id("x"), "X", id("p"), id("q"), id("l2"))
                .outer());
        edits.put("Nesting.flatten", before -> Nesting.flatten(before, id("n"), inner(), RIGHT));
        return edits;
    }

    private static Sequence open() {
        Bonds bonds = new Bonds(id("l"), id("g"));
        Clip bound = clip("b", 10, 5).withBonds(bonds).withEffects(List.of(new AppliedEffect("blur", new TreeMap<>())))
                .withCurves(new TreeMap<>(Map.of(Animated.OPACITY, new Curve(List.of(KEYFRAME)))));
        List<Item> items = List.of(clip("a", 10), Transition.dissolve(id("u"), 2, 2), bound, clip("c", 10),
                clip("n", 5).withContent(new NestedSequence(id("inner"))));
        Sequence sequence = sequence("", "d:10", "e:10");
        return sequence.withTrack(sequence.track(V1).withItems(TrackItems.of(items))).withTrack(sequence.track(A1)
                .withItems(TrackItems.of(List.of(clip("e", 20).withBonds(bonds)))));
    }

    private static Sequence inner() {
        Sequence sequence = sequence("y:5");
        return new Sequence(id("inner"), "Inner", sequence.rate(), sequence.widthPx(), sequence.heightPx(),
                sequence.sampleRateHz(), false, sequence.tracks(), sequence.markers(), sequence.inOut(), sequence.extras());
    }
}
