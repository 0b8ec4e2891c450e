package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;

class EditsProperties {

    private static final int OPERATIONS_PER_SEQUENCE = 400;
    private static final FrameRate[] RATES = { FrameRate.of(25, 1), FrameRate.of(30_000, 1001), FrameRate.of(24_000, 1001) };

    private final Map<Operation.Kind, int[]> madeAndRefused = new EnumMap<>(Operation.Kind.class);

    @Test
    void everyEditDoesWhatTheModelSaysOrIsRefusedAsTheModelSays() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        int count = Tier.count(2_000, 100_000);
        // Rare refusals may want a few more; what is then still missing fails below.
        for (int done = 0; done < count || done < 10 * count && !sawAll(); done += OPERATIONS_PER_SEQUENCE) {
            Sequence start = emptySequence(RATES[random.nextInt(RATES.length)]);
            List<Operation> operations = Operation.random(random, OPERATIONS_PER_SEQUENCE);
            String problem = problem(start, operations);
            if (!problem.isEmpty()) {
                List<Operation> shrunk = Shrinking.shrink(operations, list -> !problem(start, list).isEmpty());
                StringBuilder message = new StringBuilder("seed " + seed + ", rate " + start.rate() + ": "
                        + problem(start, shrunk));
                shrunk.forEach(operation -> message.append("\n    ").append(operation));
                fail(message.toString());
            }
        }
        madeAndRefused.forEach((kind, counts) -> {
            assertTrue(counts[0] > 0, () -> kind + " was never made: the test proves nothing about it");
            assertTrue(counts[1] > 0, () -> kind + " was never refused: the test proves nothing about it");
        });
        assertEquals(Operation.Kind.values().length, madeAndRefused.size());
    }

    private boolean sawAll() {
        return madeAndRefused.size() == Operation.Kind.values().length
                && madeAndRefused.values().stream().allMatch(counts -> counts[0] > 0 && counts[1] > 0);
    }

    static Sequence emptySequence(FrameRate rate) {
        return new Sequence(new Id("s"), "S", rate, 640, 360, 48_000, List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO),
                Track.of(new Id("v2"), "V2", TrackKind.VIDEO), Track.of(new Id("a1"), "A1", TrackKind.AUDIO)), Extras.NONE);
    }

    /** Returns what goes wrong, or nothing. */
    private String problem(Sequence start, List<Operation> operations) {
        Sequence sequence = start;
        SequenceModel model = new SequenceModel(start);
        for (Operation operation : operations) {
            List<List<Item>> itemsBefore = itemsOf(sequence);
            boolean expected = model.apply(operation, sequence);
            Sequence after;
            try {
                after = operation.apply(sequence);
                count(operation, 0);
                if (!expected) {
                    return operation + " was made but should be refused";
                }
            } catch (EditRefused e) {
                after = sequence;
                count(operation, 1);
                if (expected) {
                    return operation + " was refused: " + e.getMessage();
                }
            }
            if (!itemsBefore.equals(itemsOf(sequence))) {
                return operation + " changed the sequence it began with";
            }
            String difference = difference(model, after);
            if (!difference.isEmpty()) {
                return "after " + operation + ": " + difference;
            }
            sequence = after;
        }
        return "";
    }

    private static String difference(SequenceModel model, Sequence sequence) {
        List<String> violations = Invariants.violations(sequence);
        if (!violations.isEmpty()) {
            return violations.getFirst();
        }
        if (!sequence.tracks().stream().map(Track::id).toList().equals(model.tracks())) {
            return "tracks are " + sequence.tracks() + " but should be " + model.tracks();
        }
        for (Track track : sequence.tracks()) {
            if (track.kind() != model.kind(track.id()) || track.hidden() != model.isHidden(track.id())
                    || track.muted() != model.isMuted(track.id()) || track.locked() != model.isLocked(track.id())) {
                return "kind, hidden, muted or locked of track " + track.id() + " is wrong";
            }
            List<Item> expected = model.items(track.id());
            if (!track.items().toList().equals(expected)) {
                return "track " + track.id() + " is\n  " + track.items() + " but should be\n  " + expected;
            }
        }
        return "";
    }

    private static List<List<Item>> itemsOf(Sequence sequence) {
        List<List<Item>> items = new ArrayList<>();
        sequence.tracks().forEach(track -> items.add(track.items().toList()));
        return items;
    }

    private void count(Operation operation, int outcome) {
        madeAndRefused.computeIfAbsent(operation.kind(), _ -> new int[2])[outcome]++;
    }
}
