package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.reelbench.time.Rational;
import org.reelbench.timeline.MoveEdits.Landing;

/**
 * One random edit, told in picks ("the seventh clip, if there are that many") rather than ids, so that it still means something
 * when a failing list of operations is shrunk and earlier ones are gone.
 *
 * @param kind which edit
 * @param serial names what the edit creates
 * @param clipPick which clip or transition
 * @param trackPick which track
 * @param frame a position or distance
 * @param durationFrames a duration
 */
record Operation(Kind kind, int serial, int clipPick, int trackPick, long frame, long durationFrames) {

    enum Kind {
        APPEND, PLACE, SPLIT, TRIM_START, TRIM_END, MOVE, DELETE, RIPPLE, DISSOLVE, REMOVE_TRANSITION, HIDE, MUTE, TRANSFORM,
        OPACITY, GAIN, EFFECTS, ADD_TRACK, REMOVE_TRACK, LOCK, INSERT, OVERWRITE, LIFT, EXTRACT, LIFT_ALL, EXTRACT_ALL,
        RIPPLE_ALL, RIPPLE_TRIM_START, RIPPLE_TRIM_END, ROLL, SLIP, SLIDE, SET_TRANSITION, DELETE_ALL, MOVE_FREE, MOVE_OVER,
        MOVE_IN
    }

    /** The weights of the kinds, in their order. */
    private static final int[] WEIGHTS = { 16, 16, 12, 14, 14, 14, 4, 4, 40, 6, 2, 2, 2, 3, 2, 2, 1, 1, 2, 14, 12, 3, 4, 3, 3,
            2, 8, 8, 8, 4, 8, 10, 2, 8, 8, 8 };
    /** The kinds that move something by a frame count that is small and may be negative. */
    private static final Set<Kind> DISTANCES = EnumSet.of(Kind.TRIM_START, Kind.TRIM_END, Kind.RIPPLE_TRIM_START,
            Kind.RIPPLE_TRIM_END, Kind.ROLL, Kind.SLIP, Kind.SLIDE, Kind.SET_TRANSITION, Kind.MOVE_FREE, Kind.MOVE_OVER,
            Kind.MOVE_IN);
    private static final Rational[] SPEEDS = { Rational.ONE, Rational.of(2), Rational.of(-1), Rational.of(1, 2),
            Rational.of(1001, 1000) };

    static List<Operation> random(Random random, int count) {
        List<Operation> operations = new ArrayList<>();
        for (int serial = 0; serial < count; serial++) {
            Kind kind = kind(random);
            long frame = DISTANCES.contains(kind) ? random.nextInt(19) - 9 : random.nextInt(122) - 1;
            operations.add(new Operation(kind, serial, random.nextInt(1000), random.nextInt(1000), frame,
                    1 + random.nextInt(12)));
        }
        return operations;
    }

    private static Kind kind(Random random) {
        int total = 0;
        for (int weight : WEIGHTS) {
            total += weight;
        }
        int ticket = random.nextInt(total);
        int kind = 0;
        while (ticket >= WEIGHTS[kind]) {
            ticket -= WEIGHTS[kind++];
        }
        return Kind.values()[kind];
    }

    /** Returns the id of what the edit creates; one time in thirty the id of something that is there. */
    Id fresh(Sequence sequence) {
        return serial % 30 == 7 ? clip(sequence) : new Id("n" + serial);
    }

    /** Returns a new clip. */
    Clip newClip(Sequence sequence) {
        return Clip.of(fresh(sequence), "New", new MediaStream(new Id("m"), 0), sequence.rate().timeOf(clipPick), durationFrames)
                .withSpeed(SPEEDS[clipPick % SPEEDS.length])
                .withFades(new Fades(clipPick % 4, trackPick % 5).fitting(durationFrames));
    }

    /** Returns the id of the picked clip; one pick is of a clip that is not there. */
    Id clip(Sequence sequence) {
        List<Id> ids = new ArrayList<>();
        sequence.tracks().forEach(track -> track.items().forEach(item -> {
            if (item instanceof Clip clip) {
                ids.add(clip.id());
            }
        }));
        ids.add(new Id("nothing"));
        return ids.get(clipPick % ids.size());
    }

    /** Returns the ids of one to three picked clips. */
    Set<Id> clips(Sequence sequence) {
        Set<Id> ids = new LinkedHashSet<>();
        for (int pick = 0; pick <= trackPick % 3; pick++) {
            ids.add(new Operation(kind, serial, clipPick + pick * (1 + trackPick % 2), trackPick, frame, durationFrames)
                    .clip(sequence));
        }
        return ids;
    }

    /** Returns the ids for right parts; one time in five too few or with one that is taken. */
    List<Id> rights(Sequence sequence) {
        List<Id> ids = new ArrayList<>();
        ids.add(serial % 10 == 1 ? clip(sequence) : new Id("r" + serial));
        for (int part = 1; part < 40 && serial % 10 != 3; part++) {
            ids.add(new Id("r" + serial + "." + part));
        }
        return ids;
    }

    FrameRange range() {
        return new FrameRange(Math.max(0, frame), Math.max(0, frame) + durationFrames);
    }

    int deltaTracks() {
        return trackPick / 7 % 3 - 1;
    }

    Landing landing() {
        return switch (kind) {
        case MOVE_FREE -> Landing.FREE;
        case MOVE_OVER -> Landing.OVERWRITE;
        case MOVE_IN -> Landing.INSERT;
        default -> throw new AssertionError(kind + " lands nowhere");
        };
    }

    /** Returns the id of the picked transition; one pick is of a transition that is not there. */
    Id transition(Sequence sequence) {
        List<Id> ids = new ArrayList<>();
        sequence.tracks().forEach(track -> track.items().forEach(item -> {
            if (item instanceof Transition transition) {
                ids.add(transition.id());
            }
        }));
        ids.add(new Id("nothing"));
        return ids.get(clipPick % ids.size());
    }

    /** Returns the id of the picked track; one pick is of a track that is not there. */
    Id track(Sequence sequence) {
        int pick = trackPick % (sequence.tracks().size() * 10 + 1);
        return pick == 0 ? new Id("nowhere") : sequence.tracks().get(pick % sequence.tracks().size()).id();
    }

    Transform transform() {
        return new Transform(frame, 0, 1, 0, Crop.NONE);
    }

    /** Returns an opacity, sometimes out of range. */
    double opacity() {
        return durationFrames / 10.0;
    }

    List<AppliedEffect> effects() {
        return List.of(new AppliedEffect("blur", new TreeMap<>(Map.of("radius", durationFrames))));
    }

    Track newTrack(Sequence sequence) {
        return Track.of(serial % 3 == 0 ? track(sequence) : new Id("track" + serial), "New",
                serial % 2 == 0 ? TrackKind.VIDEO : TrackKind.AUDIO);
    }

    int newIndex(Sequence sequence) {
        return (int) (durationFrames % (sequence.tracks().size() + 2));
    }

    /** Makes the edit. */
    Sequence apply(Sequence sequence) throws EditRefused {
        return switch (kind) {
        case APPEND -> Edits.append(sequence, track(sequence), newClip(sequence));
        case PLACE -> Edits.place(sequence, track(sequence), frame, newClip(sequence));
        case SPLIT -> Edits.split(sequence, track(sequence), frame, fresh(sequence));
        case TRIM_START -> Edits.trimStart(sequence, clip(sequence), frame);
        case TRIM_END -> Edits.trimEnd(sequence, clip(sequence), frame);
        case MOVE -> Edits.move(sequence, clip(sequence), track(sequence), frame);
        case DELETE -> Edits.delete(sequence, clip(sequence), false);
        case RIPPLE -> Edits.delete(sequence, clip(sequence), true);
        case DISSOLVE -> Edits.dissolve(sequence, clip(sequence), fresh(sequence), durationFrames);
        case REMOVE_TRANSITION -> Edits.removeTransition(sequence, transition(sequence));
        case HIDE -> Edits.setHidden(sequence, track(sequence), durationFrames % 2 == 0);
        case MUTE -> Edits.setMuted(sequence, track(sequence), durationFrames % 2 == 0);
        case TRANSFORM -> Edits.setTransform(sequence, clip(sequence), transform());
        case OPACITY -> Edits.setOpacity(sequence, clip(sequence), opacity());
        case GAIN -> Edits.setGain(sequence, clip(sequence), frame);
        case EFFECTS -> Edits.setEffects(sequence, clip(sequence), effects());
        case ADD_TRACK -> Edits.addTrack(sequence, newIndex(sequence), newTrack(sequence));
        case REMOVE_TRACK -> Edits.removeTrack(sequence, track(sequence));
        case LOCK -> lock(sequence);
        case INSERT -> RangeEdits.insert(sequence, track(sequence), frame, newClip(sequence), rights(sequence).getFirst());
        case OVERWRITE -> RangeEdits.overwrite(sequence, track(sequence), frame, newClip(sequence),
                rights(sequence).getFirst());
        case LIFT -> RangeEdits.lift(sequence, track(sequence), range(), rights(sequence).getFirst());
        case EXTRACT -> RangeEdits.extract(sequence, track(sequence), range(), rights(sequence).getFirst());
        case LIFT_ALL -> RangeEdits.liftAll(sequence, range(), rights(sequence));
        case EXTRACT_ALL -> RangeEdits.extractAll(sequence, range(), rights(sequence));
        case RIPPLE_ALL -> RangeEdits.rippleDelete(sequence, clip(sequence), rights(sequence));
        case RIPPLE_TRIM_START -> TrimEdits.rippleTrimStart(sequence, clip(sequence), frame);
        case RIPPLE_TRIM_END -> TrimEdits.rippleTrimEnd(sequence, clip(sequence), frame);
        case ROLL -> TrimEdits.roll(sequence, clip(sequence), frame);
        case SLIP -> TrimEdits.slip(sequence, clip(sequence), frame);
        case SLIDE -> TrimEdits.slide(sequence, clip(sequence), frame);
        case SET_TRANSITION -> TrimEdits.setTransition(sequence, transition(sequence), durationFrames - 2, frame);
        case DELETE_ALL -> MoveEdits.deleteAll(sequence, clips(sequence), trackPick % 2 == 0);
        case MOVE_FREE, MOVE_OVER, MOVE_IN -> MoveEdits.moveAll(sequence, clips(sequence), frame, deltaTracks(), landing(),
                rights(sequence));
        };
    }

    private Sequence lock(Sequence sequence) throws EditRefused {
        Track track = sequence.findTrack(track(sequence)).orElseThrow(() -> new EditRefused("there is no such track"));
        return sequence.withTrack(track.withLocked(durationFrames % 6 == 0));
    }
}
