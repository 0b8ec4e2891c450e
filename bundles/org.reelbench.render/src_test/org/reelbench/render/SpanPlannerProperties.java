package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.render.FrameStack.Seen;
import org.reelbench.timeline.Sequence;

class SpanPlannerProperties {

    @Test
    void spansAreWhatTheStackOfEveryFrameSaysWhateverTheOrderOfQuestions() {
        long seed = Tier.seed();
        Random random = new Random(seed);
        RandomSequences sequences = new RandomSequences(random);
        int joined = 0;
        for (int i = 0; i < Tier.count(400, 20_000); i++) {
            Sequence sequence = sequences.next();
            joined += check(sequence, random, "seed " + seed + ", sequence " + i + ": " + sequence);
        }
        assertTrue(joined > 100, "hardly any span went over a border between items: the test proves little");
    }

    /** Returns how many spans hold more than one clip on a layer. */
    private static int check(Sequence sequence, Random random, String message) {
        long frames = sequence.durationFrames() + 3;
        List<List<Seen>> stacks = new ArrayList<>();
        List<Long> questions = new ArrayList<>();
        for (long frame = 0; frame < frames; frame++) {
            stacks.add(FrameStack.at(sequence, frame));
            questions.add(frame);
        }
        Collections.shuffle(questions, random);
        SpanPlanner planner = new SpanPlanner(sequence, Sequences.catalog());
        int joined = 0;
        for (long frame : questions) {
            Span span = planner.spanAt(frame);
            long start = frame;
            while (start > 0 && goesOn(stacks, start, sequence)) {
                start--;
            }
            long end = frame + 1;
            while (end < frames && goesOn(stacks, end, sequence)) {
                end++;
            }
            assertEquals(start, span.startFrame(), () -> message + "\nstart of the span at " + frame + ": " + span);
            assertEquals(end == frames ? Long.MAX_VALUE : end, span.endFrame(),
                    () -> message + "\nend of the span at " + frame + ": " + span);
            assertLooks(stacks.get((int) frame), span, frame, sequence, message);
            joined += stacks.get((int) start).stream().map(Seen::clip).toList()
                    .equals(stacks.get((int) end - 1).stream().map(Seen::clip).toList()) ? 0 : 1;
        }
        return joined;
    }

    /** Tells whether a frame's stack goes on with that of the frame before. */
    private static boolean goesOn(List<List<Seen>> stacks, long frame, Sequence sequence) {
        List<Seen> before = stacks.get((int) frame - 1);
        List<Seen> here = stacks.get((int) frame);
        if (before.size() != here.size()) {
            return false;
        }
        for (int i = 0; i < here.size(); i++) {
            if (!here.get(i).continues(before.get(i), sequence.rate())) {
                return false;
            }
        }
        return true;
    }

    private static void assertLooks(List<Seen> stack, Span span, long frame, Sequence sequence, String message) {
        assertEquals(stack.size(), span.layers().size(), () -> message + "\nlayers at " + frame + ": " + span);
        for (int i = 0; i < stack.size(); i++) {
            Seen seen = stack.get(i);
            Layer.Look look = span.looks().get(i);
            String where = message + "\nlayer " + i + " at " + frame;
            assertEquals(seen.clip().content(), look.source().content(), where);
            assertEquals(seen.time(), look.source().timeAt(frame, sequence.rate()), where);
            assertEquals(seen.clip().transform(), look.transform(), where);
            assertEquals(seen.effects(), look.effects(), where);
            assertEquals(seen.opacity() * seen.weight(), look.opacityAt(frame), 1e-12, where);
        }
    }
}
