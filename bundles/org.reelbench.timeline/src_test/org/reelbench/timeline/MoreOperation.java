package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.reelbench.time.Rational;

/**
 * One random edit of those that bind, mark, nest, animate or change speeds, told in the picks of an {@link Operation}.
 *
 * @param kind which edit
 * @param picks what it edits
 */
record MoreOperation(Kind kind, Operation picks) {

    enum Kind {
        LINK, UNLINK, GROUP, UNGROUP, SPLIT_LINKED, ADD_MARKER, CHANGE_MARKER, MOVE_MARKER, REMOVE_MARKER, SET_IN, SET_OUT,
        CLEAR_RANGE, SPEED, SPEED_WITH_RIPPLE, REVERSE, FREEZE, NEST, FLATTEN, REORDER, RENAME, SOLO, UNLOCK, CURVE, KEYFRAME,
        REMOVE_KEYFRAME, MOVE_KEYFRAME, CONSTANT, EFFECT_CURVE, SWITCH_EFFECT, BLEND, FADES, CHANNELS,
        KEEP_PITCH, ANCHOR
    }

    private static final int[] WEIGHTS = { 14, 2, 12, 2, 10, 3, 1, 2, 2, 2, 2, 1, 10, 10, 5, 6, 8, 7, 2, 2, 2, 4, 6, 8, 3, 3, 2,
            4, 2, 2, 5, 2, 2, 2 };
    private static final List<Rational> SPEEDS = List.of(Rational.of(2), Rational.of(1, 2), Rational.of(-3, 2), Rational.ONE,
            Rational.ZERO, Rational.of(2_000_000), Rational.of(3), Rational.of(-1));

    /** A sequence and the ones it may show. */
    record World(Sequence sequence, Map<Id, Sequence> inner) {

        World with(Sequence changed) {
            return new World(changed, inner);
        }
    }

    static MoreOperation random(Random random, int serial) {
        int total = 0;
        for (int weight : WEIGHTS) {
            total += weight;
        }
        int ticket = random.nextInt(total);
        int kind = 0;
        while (ticket >= WEIGHTS[kind]) {
            ticket -= WEIGHTS[kind++];
        }
        return new MoreOperation(Kind.values()[kind], new Operation(Operation.Kind.APPEND, serial, random.nextInt(1000),
                random.nextInt(1000), random.nextInt(122) - 1, 1 + random.nextInt(12)));
    }

    /** Returns a frame of the picked clip, one time in a few one beside it. */
    long frameOf(Sequence sequence) {
        return sequence.findClip(picks.clip(sequence)).map(place -> place.startFrame()
                + picks.frame() % (place.clip().durationFrames() + 1)).orElse(picks.frame());
    }

    AnimatedValue value() {
        return AnimatedValue.ofClip(Animated.NAMES.get(picks.trackPick() % Animated.NAMES.size()));
    }

    Rational speed() {
        return SPEEDS.get(picks.trackPick() % SPEEDS.size());
    }

    /** Returns a clip of most tracks, the ones at about the same place; sometimes too few, or one that is not there. */
    private Set<Id> clipsOfTracks(Sequence sequence) {
        Set<Id> clips = new LinkedHashSet<>();
        for (Track track : sequence.tracks()) {
            List<Clip> all = clips(track);
            if (!all.isEmpty() && clips.size() <= picks.trackPick() % 3) {
                clips.add(all.get(picks.clipPick() % all.size()).id());
            }
        }
        if (picks.durationFrames() == 1) {
            clips.add(picks.clip(sequence));
        }
        return clips;
    }

    /** Returns a clip that has effects if there is one, sometimes any. */
    private Id clipWithEffects(Sequence sequence) {
        return sequence.tracks().stream().flatMap(track -> clips(track).stream())
                .filter(clip -> !clip.effects().isEmpty() && picks.clipPick() % 5 > 0).map(Clip::id).findFirst()
                .orElse(picks.clip(sequence));
    }

    private static List<Clip> clips(Track track) {
        List<Clip> clips = new ArrayList<>();
        track.items().forEach(item -> {
            if (item instanceof Clip clip) {
                clips.add(clip);
            }
        });
        return clips;
    }

    /** Returns the clip that is edited, if it is one. */
    Id clip(Sequence sequence) {
        return kind == Kind.EFFECT_CURVE || kind == Kind.SWITCH_EFFECT ? clipWithEffects(sequence) : picks.clip(sequence);
    }

    World apply(World world) throws EditRefused {
        Sequence sequence = world.sequence();
        return switch (kind) {
        case NEST -> nest(world);
        case FLATTEN -> flatten(world);
        case LINK -> world.with(Links.link(sequence, clipsOfTracks(sequence), id("l")));
        case UNLINK -> world.with(Links.unlink(sequence, Set.of(picks.clip(sequence))));
        case GROUP -> world.with(Links.group(sequence, picks.clips(sequence), id("g")));
        case UNGROUP -> world.with(Links.ungroup(sequence, Set.of(picks.clip(sequence))));
        case SPLIT_LINKED ->
            world.with(Links.split(sequence, picks.clip(sequence), frameOf(sequence), picks.rights(sequence), id("l")));
        case SPEED -> world.with(TimeEdits.setSpeed(sequence, picks.clip(sequence), speed(), false));
        case SPEED_WITH_RIPPLE -> world.with(TimeEdits.setSpeed(sequence, picks.clip(sequence), speed(), true));
        case REVERSE -> world.with(TimeEdits.reverse(sequence, picks.clip(sequence)));
        case FREEZE -> world.with(TimeEdits.freeze(sequence, picks.clip(sequence), frameOf(sequence), picks.durationFrames() - 1,
                picks.fresh(sequence), id("r")));
        case ADD_MARKER, CHANGE_MARKER, MOVE_MARKER, REMOVE_MARKER, SET_IN, SET_OUT, CLEAR_RANGE -> world.with(mark(sequence));
        case REORDER, RENAME, SOLO, UNLOCK -> world.with(track(sequence));
        case BLEND, FADES, CHANNELS, KEEP_PITCH, ANCHOR -> world.with(treat(sequence));
        default -> world.with(animate(sequence));
        };
    }

    private World nest(World world) throws EditRefused {
        Sequence sequence = world.sequence();
        Nesting.Nested nested = Nesting.make(sequence, picks.clips(sequence), id("inner"), "Nested", picks.fresh(sequence),
                id("s"),
                id("l"));
        Map<Id, Sequence> inner = new LinkedHashMap<>(world.inner());
        inner.put(nested.inner().id(), nested.inner());
        return new World(nested.outer(), inner);
    }

    private World flatten(World world) throws EditRefused {
        List<Clip> nested = new ArrayList<>();
        for (Track track : world.sequence().tracks()) {
            nested.addAll(clips(track).stream().filter(clip -> clip.content() instanceof NestedSequence).toList());
        }
        if (nested.isEmpty() || !(nested.get(picks.clipPick() % nested.size()).content() instanceof NestedSequence content)) {
            throw new EditRefused("nothing is nested");
        }
        return world.with(Nesting.flatten(world.sequence(), nested.get(picks.clipPick() % nested.size()).id(),
                world.inner().get(content.sequence()), picks.rights(world.sequence())));
    }

    private Sequence mark(Sequence sequence) throws EditRefused {
        List<Marker> markers = sequence.markers();
        Id marker = markers.isEmpty() || picks.clipPick() % 9 == 0
                ? new Id("nothing")
                : markers.get(picks.clipPick() % markers.size()).id();
        return switch (kind) {
        case ADD_MARKER -> Markers.add(sequence, Marker.of(picks.fresh(sequence), "", Math.max(0, picks.frame())));
        case CHANGE_MARKER -> Markers.change(sequence, Marker.of(marker, "Changed", Math.max(0, picks.frame())));
        case MOVE_MARKER -> Markers.move(sequence, marker, picks.frame());
        case REMOVE_MARKER -> Markers.remove(sequence, marker);
        case SET_IN -> Markers.setIn(sequence, picks.frame());
        case SET_OUT -> Markers.setOut(sequence, picks.frame());
        default -> Markers.setInOut(sequence, null);
        };
    }

    private Sequence track(Sequence sequence) throws EditRefused {
        Id track = picks.trackPick() % 5 == 0 ? new Id("nowhere") : picks.track(sequence);
        return switch (kind) {
        case REORDER -> TrackEdits.reorder(sequence, track, picks.newIndex(sequence));
        case RENAME -> TrackEdits.rename(sequence, track, "Track " + picks.durationFrames());
        case SOLO -> TrackEdits.setSolo(sequence, track, picks.durationFrames() % 2 == 0);
        default -> TrackEdits.setLocked(sequence, track, false);
        };
    }

    private Sequence treat(Sequence sequence) throws EditRefused {
        Id clip = picks.clip(sequence);
        return switch (kind) {
        case BLEND -> ClipValues.setBlend(sequence, clip, BlendMode.values()[picks.trackPick() % BlendMode.values().length]);
        case FADES -> ClipValues.setFades(sequence, clip, new Fades(picks.durationFrames() - 1, picks.trackPick() % 6));
        case CHANNELS -> ClipValues.setChannels(sequence, clip,
                picks.trackPick() % 2 == 0 ? ChannelChoice.Mix.MONO : new ChannelChoice.Numbered(List.of(3, 4)));
        case KEEP_PITCH -> ClipValues.setKeepPitch(sequence, clip, picks.trackPick() % 3 == 0);
        default -> Edits.setTransform(sequence, clip, new Transform(0, 0, 1, 90, picks.trackPick() % 3 / 2.0, 0, Crop.NONE));
        };
    }

    private Sequence animate(Sequence sequence) throws EditRefused {
        Id clip = clip(sequence);
        Keyframe keyframe = new Keyframe(picks.frame() % 9, picks.durationFrames() / 10.0, Interpolation.LINEAR);
        Curve curve = new Curve(List.of(keyframe, new Keyframe(20, 0.5, new Interpolation.Bezier(0.4, 0, 0.6, 1))));
        return switch (kind) {
        case CURVE -> Keyframes.setCurve(sequence, clip, value(), curve);
        case KEYFRAME -> Keyframes.set(sequence, clip, value(), keyframe);
        case REMOVE_KEYFRAME -> Keyframes.remove(sequence, clip, anyCurve(sequence, clip), frameOfKeyframe(sequence, clip));
        case MOVE_KEYFRAME ->
            Keyframes.move(sequence, clip, anyCurve(sequence, clip), frameOfKeyframe(sequence, clip), picks.frame());
        case CONSTANT -> Keyframes.setConstant(sequence, clip, value(), picks.durationFrames() / 10.0);
        case EFFECT_CURVE -> Keyframes.setCurve(sequence, clip, AnimatedValue.ofEffect(0, "size"), curve);
        default -> Keyframes.setEnabled(sequence, clip, 0, picks.durationFrames() % 2 == 0);
        };
    }

    private static AnimatedValue anyCurve(Sequence sequence, Id clip) {
        return sequence.findClip(clip).filter(place -> !place.clip().curves().isEmpty())
                .map(place -> AnimatedValue.ofClip(place.clip().curves().firstKey())).orElse(AnimatedValue.ofClip(Animated.PAN));
    }

    private long frameOfKeyframe(Sequence sequence, Id clip) {
        return sequence.findClip(clip).filter(place -> !place.clip().curves().isEmpty()).map(place -> {
            List<Keyframe> keyframes = place.clip().curves().firstEntry().getValue().keyframes();
            return keyframes.get(picks.trackPick() % keyframes.size()).frame();
        }).orElse(0L);
    }

    private Id id(String stem) {
        return new Id(stem + picks.serial());
    }
}
