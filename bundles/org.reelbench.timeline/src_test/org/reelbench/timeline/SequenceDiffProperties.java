package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;

class SequenceDiffProperties {

    private static final int OPERATIONS_PER_SEQUENCE = 200;
    private static final int SNAPSHOTS_APART = 7;

    private int differences;

    @Test
    void everyFrameThatDiffersLiesInAReportedRange() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        for (int done = 0; done < Tier.count(800, 40_000); done += OPERATIONS_PER_SEQUENCE) {
            Sequence start = EditsProperties.emptySequence(FrameRate.of(25, 1));
            List<Operation> operations = Operation.random(random, OPERATIONS_PER_SEQUENCE);
            if (!problem(start, operations).isEmpty()) {
                List<Operation> shrunk = Shrinking.shrink(operations, list -> !problem(start, list).isEmpty());
                StringBuilder message = new StringBuilder("seed " + seed + ": " + problem(start, shrunk));
                shrunk.forEach(operation -> message.append("\n    ").append(operation));
                fail(message.toString());
            }
        }
        assertTrue(differences > 100, () -> "only " + differences + " comparisons found a difference");
    }

    /** Compares each snapshot with the one before and with one further back, in both directions. */
    private String problem(Sequence start, List<Operation> operations) {
        Sequence sequence = start;
        Sequence older = start;
        int made = 0;
        for (Operation operation : operations) {
            Sequence after;
            try {
                after = operation.apply(sequence);
            } catch (EditRefused e) {
                continue;
            }
            for (Sequence[] pair : new Sequence[][] { { sequence, after }, { after, sequence }, { older, after },
                    { after, older } }) {
                String missed = missed(pair[0], pair[1]);
                if (!missed.isEmpty()) {
                    return "after " + operation + ": " + missed;
                }
            }
            sequence = after;
            if (++made % SNAPSHOTS_APART == 0) {
                older = after;
            }
        }
        return "";
    }

    private String missed(Sequence before, Sequence after) {
        SequenceDiff diff = SequenceDiff.between(before, after);
        if (!diff.ranges().isEmpty()) {
            differences++;
        }
        long frame = FrameStack.missed(FrameStack.of(before), FrameStack.of(after), diff.ranges());
        if (frame >= 0) {
            return "frame " + frame + " differs but only " + diff.ranges() + " is reported";
        }
        for (Track track : before.tracks()) {
            List<List<Object>> later = after.findTrack(track.id()).map(FrameStack::of).orElse(List.of());
            frame = FrameStack.missed(FrameStack.of(track), later, diff.rangesOf(track.id()));
            if (frame >= 0) {
                return "frame " + frame + " of track " + track.id() + " differs but only " + diff.rangesOf(track.id())
                        + " is reported";
            }
        }
        FrameRange previous = null;
        for (FrameRange range : diff.ranges()) {
            if (previous != null && previous.outFrame() >= range.inFrame()
                    || range.outFrame() > Math.max(before.durationFrames(), after.durationFrames())) {
                return "the ranges " + diff.ranges() + " touch, are out of order or lie beyond the end";
            }
            previous = range;
        }
        return "";
    }
}
