package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.MoreOperation.World;

/**
 * What holds after every edit of every kind, in any order: of the sequence itself, of what it shows, and of the ones before it.
 */
class AllEditsProperties {

    private static final int STEPS_PER_SEQUENCE = 200;
    /** Longer ones are slow to look at frame by frame; edits that make them so are left out. */
    private static final int MOST_FRAMES = 400;
    private static final FrameRate[] RATES = { FrameRate.of(25, 1), FrameRate.of(30_000, 1001) };
    private static final Set<Operation.Kind> UNSEEN = EnumSet.of(Operation.Kind.SPLIT, Operation.Kind.HIDE, Operation.Kind.MUTE,
            Operation.Kind.LOCK, Operation.Kind.DISSOLVE, Operation.Kind.REMOVE_TRANSITION, Operation.Kind.SET_TRANSITION);
    private static final Set<Operation.Kind> ONLY_MORE_OR_LESS = EnumSet.of(Operation.Kind.TRIM_START, Operation.Kind.TRIM_END,
            Operation.Kind.LIFT, Operation.Kind.LIFT_ALL, Operation.Kind.APPEND, Operation.Kind.PLACE, Operation.Kind.DELETE);
    private static final Set<MoreOperation.Kind> UNSEEN_MORE = EnumSet.of(MoreOperation.Kind.LINK, MoreOperation.Kind.UNLINK,
            MoreOperation.Kind.GROUP, MoreOperation.Kind.UNGROUP, MoreOperation.Kind.SPLIT_LINKED, MoreOperation.Kind.ADD_MARKER,
            MoreOperation.Kind.CHANGE_MARKER, MoreOperation.Kind.MOVE_MARKER, MoreOperation.Kind.REMOVE_MARKER,
            MoreOperation.Kind.SET_IN, MoreOperation.Kind.SET_OUT, MoreOperation.Kind.CLEAR_RANGE, MoreOperation.Kind.REORDER,
            MoreOperation.Kind.RENAME, MoreOperation.Kind.SOLO, MoreOperation.Kind.UNLOCK);

    private final Map<String, Integer> madeAndRefused = new TreeMap<>();
    /** What the tracks of one list of steps show, each looked at once. */
    private final Map<TrackItems, List<Object>> looks = new IdentityHashMap<>();

    /** One edit of either kind. */
    private record Step(Operation operation, @Nullable MoreOperation more) {

        String kind() {
            return more == null ? operation.kind().name() : more.kind().name();
        }

        World apply(World world) throws EditRefused {
            return more == null ? world.with(operation.apply(world.sequence())) : more.apply(world);
        }

        @Override
        public String toString() {
            return String.valueOf(more == null ? operation : more);
        }
    }

    @Test
    void everyEditKeepsWhatAlwaysHolds() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        int count = Tier.count(2_000, 100_000);
        for (int done = 0; done < count || !sawAll() && done < 10 * count; done += STEPS_PER_SEQUENCE) {
            Sequence start = EditsProperties.emptySequence(RATES[random.nextInt(RATES.length)]);
            List<Step> steps = steps(random);
            String problem = problem(start, steps);
            if (!problem.isEmpty()) {
                List<Step> shrunk = Shrinking.shrink(steps, list -> !problem(start, list).isEmpty());
                StringBuilder message = new StringBuilder(
                        "seed " + seed + ", rate " + start.rate() + ": " + problem(start, shrunk));
                shrunk.forEach(step -> message.append("\n    ").append(step));
                fail(message.toString());
            }
        }
        assertTrue(sawAll(), () -> "not every edit was made, and refused where it can be: " + madeAndRefused);
    }

    private boolean sawAll() {
        // EditsProperties sees to it that those of the other kind are refused.
        return Arrays.stream(Operation.Kind.values()).allMatch(kind -> seen(kind.name(), 0))
                && Arrays.stream(MoreOperation.Kind.values()).allMatch(kind -> seen(kind.name(), 0)
                        && (kind == MoreOperation.Kind.CLEAR_RANGE || seen(kind.name(), 1)));
    }

    private boolean seen(String kind, int outcome) {
        return madeAndRefused.getOrDefault(kind + (outcome == 0 ? " made" : " refused"), 0) > 0;
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        List<Operation> operations = Operation.random(random, STEPS_PER_SEQUENCE);
        for (int serial = 0; serial < STEPS_PER_SEQUENCE; serial++) {
            boolean more = random.nextInt(5) >= 3;
            steps.add(new Step(operations.get(serial), more ? MoreOperation.random(random, serial) : null));
        }
        return steps;
    }

    /** Returns what goes wrong, or nothing. */
    private String problem(Sequence start, List<Step> steps) {
        looks.clear();
        World world = new World(start, new HashMap<>());
        List<Sequence> history = new ArrayList<>();
        List<Sequence> copies = new ArrayList<>();
        for (Step step : steps) {
            World after;
            try {
                after = step.apply(world);
                madeAndRefused.merge(step.kind() + " made", 1, Integer::sum);
            } catch (EditRefused e) {
                madeAndRefused.merge(step.kind() + " refused", 1, Integer::sum);
                continue;
            }
            if (after.sequence().durationFrames() > MOST_FRAMES) {
                continue;
            }
            String problem = problem(step, world, after);
            if (!problem.isEmpty()) {
                return "after " + step + ": " + problem;
            }
            history.add(after.sequence());
            copies.add(copy(after.sequence()));
            world = after;
        }
        // Undo and redo go back and forth among the snapshots: none of them may have changed meanwhile.
        for (int index = history.size() - 1; index >= 0; index--) {
            if (!history.get(index).equals(copies.get(index)) || !copies.get(index).equals(history.get(index))) {
                return "snapshot " + index + " is no longer what it was";
            }
        }
        return "";
    }

    private static Sequence copy(Sequence sequence) {
        return sequence.withTracks(sequence.tracks().stream()
                .map(track -> track.withItems(TrackItems.of(track.items().toList()))).toList());
    }

    private String problem(Step step, World before, World after) {
        List<String> violations = Invariants.violations(after.sequence());
        if (!violations.isEmpty()) {
            return violations.getFirst();
        }
        for (String problem : List.of(lonely(after.sequence()), unequal(before.sequence(), after.sequence()),
                unlocked(step, before.sequence(), after.sequence()), unreported(before.sequence(), after.sequence()),
                wrongLook(step, before.sequence(), after.sequence()), wrongNesting(step, before, after))) {
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private static String lonely(Sequence sequence) {
        Map<Id, Integer> bearers = new HashMap<>();
        for (Track track : sequence.tracks()) {
            for (Item item : track.items()) {
                if (item instanceof Clip clip) {
                    count(bearers, clip.bonds().link());
                    count(bearers, clip.bonds().group());
                }
            }
        }
        return bearers.containsValue(1) ? "a bond of one clip: " + bearers : "";
    }

    private static void count(Map<Id, Integer> bearers, @Nullable Id bond) {
        if (bond != null) {
            bearers.merge(bond, 1, Integer::sum);
        }
    }

    /** What did not change is the same instance. */
    private static String unequal(Sequence before, Sequence after) {
        if (before.equals(after) && before != after) {
            return "an equal sequence is not the same";
        }
        for (Track track : after.tracks()) {
            Track old = before.findTrack(track.id()).orElse(track);
            if (old.equals(track) && old != track) {
                return "an equal track " + track.id() + " is not the same";
            }
        }
        return "";
    }

    private static String unlocked(Step step, Sequence before, Sequence after) {
        for (Track track : before.tracks()) {
            if (track.locked()) {
                Track left = after.findTrack(track.id()).orElse(null);
                if (left == null || !unbound(left).equals(unbound(track))) {
                    return "locked track " + track.id() + " was edited by " + step.kind();
                }
            }
        }
        return "";
    }

    private static List<Item> unbound(Track track) {
        return track.items().toList().stream().map(item -> item instanceof Clip clip ? clip.withBonds(Bonds.NONE) : item)
                .toList();
    }

    /** Every frame that shows something else is in the difference. */
    private String unreported(Sequence before, Sequence after) {
        SequenceDiff diff = SequenceDiff.between(before, after);
        Set<Id> tracks = new HashSet<>();
        before.tracks().forEach(track -> tracks.add(track.id()));
        after.tracks().forEach(track -> tracks.add(track.id()));
        for (Id id : tracks) {
            List<Object> old = looks(before, id, true);
            List<Object> now = looks(after, id, true);
            long missed = missed(old, now, diff.rangesOf(id));
            missed = missed < 0 ? missed(weights(before, id), weights(after, id), diff.rangesOf(id)) : missed;
            if (missed >= 0) {
                return "frame " + missed + " of track " + id + " differs but only " + diff.rangesOf(id) + " is reported";
            }
        }
        return diff.isEmpty() && !before.equals(after) ? "no difference is reported" : "";
    }

    private static long missed(List<Object> old, List<Object> now, List<FrameRange> ranges) {
        for (int frame = 0; frame < Math.max(old.size(), now.size()); frame++) {
            long number = frame;
            if (!Looks.at(old, frame).equals(Looks.at(now, frame))
                    && ranges.stream().noneMatch(range -> range.contains(number))) {
                return frame;
            }
        }
        return -1;
    }

    private static List<Object> weights(Sequence sequence, Id id) {
        return sequence.findTrack(id).filter(sequence::isPresented).map(Looks::weights).orElse(List.of());
    }

    private List<Object> looks(Sequence sequence, Id id, boolean presentedOnly) {
        return sequence.findTrack(id).filter(track -> !presentedOnly || sequence.isPresented(track))
                .map(track -> looks.computeIfAbsent(track.items(), _ -> Looks.of(track, sequence.rate()))).orElse(List.of());
    }

    private String wrongLook(Step step, Sequence before, Sequence after) {
        MoreOperation more = step.more;
        boolean unseen = more == null ? UNSEEN.contains(step.operation.kind()) : UNSEEN_MORE.contains(more.kind());
        boolean moreOrLess = more == null && ONLY_MORE_OR_LESS.contains(step.operation.kind());
        ClipPlace place = more == null ? null : before.findClip(more.clip(before)).orElse(null);
        for (Track track : before.tracks()) {
            List<Object> old = looks(before, track.id(), false);
            List<Object> now = looks(after, track.id(), false);
            for (int frame = 0; frame < Math.max(old.size(), now.size()); frame++) {
                Object was = Looks.at(old, frame);
                Object is = Looks.at(now, frame);
                if (unseen && !was.equals(is)) {
                    return "frame " + frame + " of track " + track.id() + " shows\n " + is + " in place of\n " + was;
                }
                if (moreOrLess && !was.equals(is) && was != Looks.NOTHING && is != Looks.NOTHING) {
                    return "frame " + frame + " of track " + track.id() + " shows something else";
                }
                if (more != null && place != null && !isRight(more, place, place.track() == track, frame, old, now, before)) {
                    return "frame " + frame + " of track " + track.id() + " shows\n " + is + " in place of\n " + was;
                }
            }
        }
        return "";
    }

    /** Tells whether a frame shows what an edit of one clip says it does. */
    private static boolean isRight(MoreOperation more, ClipPlace place, boolean itsTrack, long frame, List<Object> old,
            List<Object> now, Sequence before) {
        Object was = Looks.at(old, frame);
        Object is = Looks.at(now, frame);
        boolean inside = itsTrack && frame >= place.startFrame() && frame < place.endFrame();
        return switch (more.kind()) {
        case FREEZE -> {
            long from = more.frameOf(before);
            long frozen = more.picks().durationFrames() - 1;
            yield !itsTrack || frame < from
                    ? was.equals(is)
                    : frame < from + frozen ? is.equals(Looks.at(old, from)) : is.equals(Looks.at(old, frame - frozen));
        }
        case REVERSE -> inside && place.clip().speed().signum() != 0
                ? Looks.content(is).equals(Looks.content(Looks.at(old, place.startFrame() + place.endFrame() - 1 - frame)))
                : was.equals(is);
        case SPEED -> inside || was.equals(is) || itsTrack && frame >= place.endFrame() && was == Looks.NOTHING;
        case SPEED_WITH_RIPPLE -> itsTrack && frame >= place.startFrame() || was.equals(is);
        case CURVE, KEYFRAME, MOVE_KEYFRAME, CONSTANT, EFFECT_CURVE, SWITCH_EFFECT, REMOVE_KEYFRAME, BLEND, CHANNELS, KEEP_PITCH,
                ANCHOR ->
            inside
                    ? Looks.content(is).equals(Looks.content(was))
                    : was.equals(is);
        case FADES -> was.equals(is);
        default -> true;
        };
    }

    /** What was nested comes out as it went in. */
    private String wrongNesting(Step step, World before, World after) {
        MoreOperation more = step.more;
        if (more == null || more.kind() != MoreOperation.Kind.NEST) {
            return "";
        }
        Sequence flat = after.sequence();
        Set<Id> shown = new HashSet<>();
        Sequence inner = after.inner().get(new Id("inner" + more.picks().serial()));
        if (inner == null || !Invariants.violations(inner).isEmpty() || !lonely(inner).isEmpty()) {
            return "the inner sequence is " + inner;
        }
        try {
            for (Track track : after.sequence().tracks()) {
                for (Item item : track.items()) {
                    if (item instanceof Clip clip && clip.content().equals(new NestedSequence(inner.id()))) {
                        shown.add(clip.id());
                    }
                }
            }
            flat = Nesting.flatten(flat, shown, inner, List.of());
        } catch (EditRefused e) {
            return "flattening is refused: " + e.getMessage();
        }
        for (Track track : before.sequence().tracks()) {
            if (!looks(before.sequence(), track.id(), true).equals(looks(flat, track.id(), true))) {
                return "track " + track.id() + " shows\n" + flat.track(track.id()).items() + "\nin place of\n" + track.items();
            }
        }
        return "";
    }
}
