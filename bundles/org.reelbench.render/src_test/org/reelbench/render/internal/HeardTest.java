package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.Cancellation;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SoundTreatment;

/** How clips are heard: which channels, how they fade, and what the limiter does at the end. */
class HeardTest {

    private static final int FRAME_SAMPLES = 1920;

    @ParameterizedTest
    @CsvSource({ "all, 1, 2", "left, 1, 1", "right, 2, 2", "'2', 2, 2", "'2,1', 2, 1", "'3,1', 3, 1", "'7', 7, 7" })
    void channelsAreHeardWhereTheyWereChosen(String choice, int left, int right) throws Exception {
        Sequence sequence = heard(sequence("a1: full:10"), sound -> sound.withChannels(ChannelChoice.parse(choice)));
        try (SoundBench bench = new SoundBench()) {
            float[][] heard = bench.read(sequence, 0, 500);
            for (int i = 0; i < 500; i++) {
                assertEquals(FakePcmReader.sample("full", left - 1, i), heard[0][i]);
                assertEquals(FakePcmReader.sample("full", right - 1, i), heard[1][i]);
            }
        }
    }

    @Test
    void monoIsTheMeanOnBothSides() throws Exception {
        Sequence sequence = heard(sequence("a1: full:10"), sound -> sound.withChannels(ChannelChoice.Mix.MONO));
        try (SoundBench bench = new SoundBench()) {
            float[][] heard = bench.read(sequence, 0, 500);
            for (int i = 0; i < 500; i++) {
                assertEquals((FakePcmReader.sample("full", 0, i) + FakePcmReader.sample("full", 1, i)) / 2, heard[0][i]);
                assertEquals(heard[0][i], heard[1][i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "left, 1, 1", "right, 2, 2", "'2,1', 2, 1", "'1,3', 1, 0", "'2', 2, 2" })
    void aNestedSequenceHasTwoChannels(String choice, int left, int right) throws Exception {
        Sequence inner = Sequences.as("inner", 64, 36, sequence("a1: full:10"));
        Sequence outer = heard(sequence("a1: =inner:10"), sound -> sound.withChannels(ChannelChoice.parse(choice)));
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(outer, inner)) {
            float[][] heard = SoundBench.read(mix, 0, 500);
            for (int i = 0; i < 500; i++) {
                assertEquals(left == 0 ? 0 : FakePcmReader.sample("full", left - 1, i), heard[0][i]);
                assertEquals(right == 0 ? 0 : FakePcmReader.sample("full", right - 1, i), heard[1][i]);
            }
        }
    }

    @Test
    void clipsOfOtherChannelsDoNotShareAReader() throws Exception {
        Sequence sequence = sequence("a1: full:10", "a2: full:10");
        Sequence chosen = sequence
                .withTrack(heard(sequence, sound -> sound.withChannels(ChannelChoice.Mix.RIGHT)).tracks().get(1));
        try (SoundBench bench = new SoundBench()) {
            float[][] heard = bench.read(chosen, 0, 500);
            for (int i = 0; i < 500; i++) {
                assertEquals(FakePcmReader.sample("full", 0, i) + FakePcmReader.sample("full", 1, i), heard[0][i]);
            }
        }
    }

    @Test
    void fadesGoEvenlyFromSampleToSample() throws Exception {
        Sequence sequence = SoundBench.each(sequence("a1: _:2 ones:10"), clip -> clip.withFades(new Fades(3, 5)));
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence)) {
            float[] heard = bench.read(sequence, 2 * FRAME_SAMPLES, 10 * FRAME_SAMPLES)[0];
            for (int i = 0; i < heard.length; i++) {
                double in = (i + 0.5) / (3 * FRAME_SAMPLES);
                double out = (10 * FRAME_SAMPLES - i - 0.5) / (5 * FRAME_SAMPLES);
                assertEquals(Math.min(1, Math.min(in, out)), heard[i], 1e-6, "sample " + i);
            }
            float[][] pieces = new float[2][heard.length];
            for (int at = 0; at < heard.length; at += 333) {
                mix.read(2L * FRAME_SAMPLES + at, pieces, at, Math.min(333, heard.length - at), new Cancellation());
            }
            assertArrayEquals(heard, pieces[1]);
            Sequence cut = Edits.split(sequence, new Id("a1"), 6, new Id("right"));
            assertArrayEquals(heard, bench.read(cut, 2 * FRAME_SAMPLES, 10 * FRAME_SAMPLES)[0], "the cut is heard");
        }
    }

    @Test
    void theLimiterIsAtTheOutputAlone() throws Exception {
        Sequence inner = Sequences.as("inner", 64, 36, sequence("a1: ones:10", "a2: ones:10")).withLimiter(true);
        Sequence plain = sequence("a1: =inner:10");
        try (SoundBench bench = new SoundBench();
                PcmMix mix = bench.mix(plain, inner);
                AudioRenderer limited = bench.output(plain.withLimiter(true), inner);
                AudioRenderer open = bench.output(plain, inner)) {
            assertEquals(2, SoundBench.read(mix, 5000, 1)[0][0]);
            assertEquals(2, read(open, 5000)[0]);
            assertTrue(read(limited, 5000)[0] < Math.pow(10, -1 / 20.0));
        }
    }

    @Test
    void aSilentTrackChangesNoSampleWhateverIsOnIt() throws Exception {
        Sequence alone = sequence("a1: full:20");
        Sequence both = sequence("a1: full:20", "a2: silent:5 silent:5*2 silent:5*-1/2 silent:5");
        try (SoundBench bench = new SoundBench()) {
            assertArrayEquals(bench.read(alone, 0, 40_000), bench.read(both, 0, 40_000));
        }
    }

    private static float[] read(AudioRenderer renderer, long sample) throws Exception {
        float[][] samples = new float[2][1];
        renderer.read(sample, samples, 0, 1, new Cancellation());
        return samples[0];
    }

    private static Sequence heard(Sequence sequence, UnaryOperator<SoundTreatment> change) {
        return SoundBench.each(sequence, clip -> clip.withSound(change.apply(clip.sound())));
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }
}
