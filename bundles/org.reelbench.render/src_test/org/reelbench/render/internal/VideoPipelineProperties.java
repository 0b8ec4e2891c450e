package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.MediaException;
import org.reelbench.render.RandomSequences;
import org.reelbench.render.RenderException;
import org.reelbench.render.Tier;
import org.reelbench.timeline.Sequence;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class VideoPipelineProperties {

    @Test
    void everyFrameShowsItsStackWhetherRunOrAskedInAnyOrder() throws Exception {
        long seed = Tier.seed();
        Random random = new Random(seed);
        RandomSequences sequences = new RandomSequences(random);
        int layers = 0;
        for (int i = 0; i < Tier.count(60, 3_000); i++) {
            Sequence sequence = sequences.next();
            try (Bench bench = Bench.threaded()) {
                layers += check(bench, sequence, random, "seed " + seed + ", sequence " + i + ": " + sequence);
            }
        }
        assertTrue(layers > 1000, "hardly a layer was seen: the test proves little");
    }

    private static int check(Bench bench, Sequence sequence, Random random, String message)
            throws RenderException, MediaException {
        VideoPipeline pipeline = bench.pipeline(sequence);
        long frames = sequence.durationFrames() + 2;
        int layers = 0;
        for (int i = 0; i < 10; i++) {
            long from = random.nextLong(frames);
            if (random.nextBoolean()) {
                assertEquals(Bench.expected(sequence, from), Bench.frame(pipeline, from), () -> message + "\nframe " + from);
            } else {
                List<String> shown = Bench.run(pipeline, sequence, from, frames);
                for (int j = 0; j < shown.size(); j++) {
                    long frame = from + j;
                    String expected = Bench.expected(sequence, frame);
                    assertEquals(expected, shown.get(j), () -> message + "\nframe " + frame + " of a run from " + from);
                    layers += expected.isEmpty() ? 0 : expected.split(" ").length;
                }
            }
        }
        return layers;
    }
}
