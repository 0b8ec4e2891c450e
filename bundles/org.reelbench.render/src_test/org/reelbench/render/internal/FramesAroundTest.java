package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void goingOnReadsOneNewFrameEach() throws Exception {
        Sequence sequence = looking(Rational.ONE, "v1: full:20@10");
        try (Bench bench = bench()) {
            Bench.run(bench.pipeline(sequence), sequence, 0, 20);
            assertEquals(20 + 3, bench.readers.decodes().size(), "twenty frames, two behind the first and one ahead of the last");
        }
    }
}
