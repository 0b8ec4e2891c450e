package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectReach;
import org.reelbench.render.Sequences;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/** Effects that look around get the frames their source has around one, however rendering came there. */
class FramesAroundTest {

    private static final AppliedEffect LOOKING = new AppliedEffect("org.example.looking", new TreeMap<>());

    private static Sequence looking(Rational speed, String track) {
        Sequence plain = Sequences.sequence(Sequences.FPS_25, track);
        Track first = plain.tracks().getFirst();
        List<Item> items = new ArrayList<>();
        first.items().toList()
                .forEach(item -> items
                        .add(item instanceof Clip clip ? clip.withSpeed(speed).withEffects(List.of(LOOKING)) : item));
        return Sequences.of(Sequences.FPS_25, 48_000, List.of(first.withItems(TrackItems.of(items))));
    }

    private static Bench bench() {
        Bench bench = Bench.threaded();
        bench.composers.install(
                new EffectDescriptor("org.example.looking", "1", "Looking", List.of(), new EffectReach(2, 1)));
        return bench;
    }

    @Test
    void theFramesComeFromTheSourceBeyondTheEdgesOfTheClip() throws Exception {
        try (Bench bench = bench()) {
            VideoPipeline pipeline = bench.pipeline(looking(Rational.ONE, "v1: full:5@10"));
            String shown = Bench.frame(pipeline, 0);
            assertTrue(shown.endsWith("in [full#8@8/25s full#9@9/25s full#10@2/5s full#11@11/25s]"), shown);
            assertTrue(Bench.frame(pipeline, 4).endsWith("in [full#12@12/25s full#13@13/25s full#14@14/25s full#15@3/5s]"));
        }
    }

    @Test
    void oneFrameIsTheSameInARunAndAlone() throws Exception {
        for (Rational speed : List.of(Rational.ONE, Rational.of(-1), Rational.of(3, 2), Rational.of(0))) {
            Sequence sequence = looking(speed, "v1: full:9@30 _:2 full:8@3");
            try (Bench bench = bench(); Bench other = bench()) {
                List<String> run = Bench.run(bench.pipeline(sequence), sequence, 0, sequence.durationFrames());
                VideoPipeline alone = other.pipeline(sequence);
                for (int frame : new int[] { 7, 18, 3, 4, 5, 0, 12, 11, 8 }) {
                    assertEquals(run.get(frame), Bench.frame(alone, frame), "speed " + speed + " frame " + frame);
                }
            }
        }
    }

    @Test
    void picturesOfNestedSequencesAreAlikeWhetherTheyFillTheirCanvasOrNot() throws Exception {
        Sequence inner = Sequences.as("inner", 64, 36,
                Sequences.sequence(Sequences.FPS_25, "v1: full:4 narrow:3 _:2 other:3 full:3%0.5 full:4"));
        Sequence outer = looking(Rational.ONE, "v1: =inner:19");
        Sequence untouched = Sequences.sequence(Sequences.FPS_25, "v1: =inner:19");
        try (Bench bench = bench()) {
            List<String> straight = Bench.run(bench.pipeline(outer, inner), outer, 0, 19);
            assertTrue(straight.get(5).contains("in [full#3") && straight.get(5).contains(" narrow#1"), straight.get(5));
            assertTrue(bench.composers.opened().stream()
                    .filter(c -> c.layers().isEmpty() || c.layers().getFirst().effects().isEmpty())
                    .allMatch(c -> c.canvas().transparent()));
            Bench.run(bench.pipeline(untouched, inner), untouched, 0, 1);
            assertFalse(bench.composers.opened().get(bench.composers.opened().size() - 2).canvas().transparent(),
                    "where no effect looks around a covered canvas needs no transparency");
        }
    }

    @Test
    void goingOnReadsOneNewFrameEach() throws Exception {
        Sequence sequence = looking(Rational.ONE, "v1: full:20@10");
        try (Bench bench = bench()) {
            Bench.run(bench.pipeline(sequence), sequence, 0, 20);
            assertEquals(20 + 3, bench.readers.decodes().size(), "twenty frames, two behind the first and one ahead of the last");
        }
    }
}
