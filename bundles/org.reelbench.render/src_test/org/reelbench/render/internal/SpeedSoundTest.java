package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.Cancellation;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TimeEdits;

/** Sound that does not run as it was recorded. */
class SpeedSoundTest {

    private static final int FRAME_SAMPLES = 1920;

    @Test
    void backwardsTheSameSamplesAreHeardInTheOppositeOrder() throws Exception {
        Sequence forwards = sequence("a1: _:3 full:10@20");
        Sequence backwards = TimeEdits.reverse(forwards, new Id("a1.1"));
        int samples = 10 * FRAME_SAMPLES;
        try (SoundBench bench = new SoundBench()) {
            float[][] expected = bench.read(forwards, 3 * FRAME_SAMPLES, samples);
            float[][] heard = bench.read(backwards, 3 * FRAME_SAMPLES, samples);
            for (int i = 0; i < samples; i++) {
                assertEquals(expected[0][samples - 1 - i], heard[0][i], "sample " + i);
                assertEquals(expected[1][samples - 1 - i], heard[1][i], "sample " + i);
            }
        }
    }

    @Test
    void pitchFollowsTheSpeed() throws Exception {
        for (double[] play : new double[][] { { 2, 1 }, { 1, 2 }, { 3, 2 }, { 1001, 1000 }, { 10, 1 }, { -5, 2 } }) {
            double speed = play[0] / play[1];
            String clip = "tone:50@10000*" + (long) play[0] + "/" + (long) play[1];
            try (SoundBench bench = new SoundBench()) {
                float[] heard = bench.read(sequence("a1: " + clip), 0, 48_000)[0];
                double phase = 2 * Math.PI * 440 * speed / 48_000;
                double start = speed > 0 ? 0 : 2 * Math.PI * 440 * (-speed * FRAME_SAMPLES - 1) / 48_000;
                for (int i = 0; i < heard.length; i++) {
                    assertEquals(Math.sin(start + phase * i), heard[i], 2e-4, "sample " + i + " of " + clip);
                }
            }
        }
    }

    @Test
    void whatWouldBeTooHighToBeHeardIsLeftOut() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            for (String speed : new String[] { "2/1", "5/1", "31/1" }) {
                for (float sample : bench.read(sequence("a1: shrill:50@10000*" + speed), 0, 20_000)[0]) {
                    assertEquals(0, sample, 1e-3, "a tone of 17 kHz, faster, comes back as another one");
                }
            }
        }
    }

    @Test
    void loudnessStaysWhatItIs() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            for (String speed : new String[] { "2/1", "1/3", "-7/5", "999/1000", "32/1" }) {
                for (float sample : bench.read(sequence("a1: ones:50@10000*" + speed), 0, 10_000)[0]) {
                    assertEquals(1, sample, 1e-6);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "2/1, false", "-3/2, false", "1/7, false", "30/1, false", "-1/1, false", "2/1, true", "-3/2, true", "1/7, true",
            "20/1, true" })
    void neitherCutsNorCallsAreHeard(String speed, boolean keepPitch) throws Exception {
        Sequence whole = SoundBench.each(Sequences.sequence(Sequences.FPS_29_97, "a1: _:3 full:40@20000*" + speed),
                clip -> clip.withSound(clip.sound().withKeepPitch(keepPitch)));
        Sequence cut = whole;
        for (int frame = 5; frame < 40; frame += 7) {
            cut = Edits.split(cut, new Id("a1"), frame, new Id("right " + frame));
        }
        int samples = (int) whole.rate().timeOf(44).ticksRound(48_000);
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(whole)) {
            float[][] expected = bench.read(whole, 0, samples);
            assertArrayEquals(expected, bench.read(cut, 0, samples));
            float[][] pieces = new float[2][samples];
            for (int at = 0; at < samples; at += 777) {
                mix.read(at, pieces, at, Math.min(777, samples - at), new Cancellation());
            }
            assertArrayEquals(expected, pieces);
        }
    }

    @Test
    void thePitchIsKeptWhereTheClipSaysSo() throws Exception {
        for (String speed : new String[] { "2/1", "1/3", "-3/2", "-1/4" }) {
            try (SoundBench bench = new SoundBench()) {
                Sequence sequence = Sequences.sequence(Sequences.FPS_25, "a1: tone:50@10000*" + speed);
                float[] heard = bench.read(sequence, 0, 96_000)[0];
                int waves = 0;
                for (int i = 1; i < heard.length; i++) {
                    waves += heard[i - 1] < 0 && heard[i] >= 0 ? 1 : 0;
                }
                assertEquals(880, waves, 4, speed);
            }
        }
    }

    @Test
    void backwardsAndForwardsTheSameMomentIsHeardAtTheSamePlace() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            // "step" begins to sound 400 seconds after its start: in the middle of both clips.
            for (String clip : new String[] { "step:100@9900*2", "step:100@10100*-2" }) {
                float[] heard = bench.read(Sequences.sequence(Sequences.FPS_25, "a1: " + clip), 0, 100 * FRAME_SAMPLES)[0];
                double early = 0;
                double late = 0;
                for (int i = 0; i < 47 * FRAME_SAMPLES; i++) {
                    early += Math.abs(heard[i]);
                    late += Math.abs(heard[heard.length - 1 - i]);
                }
                assertEquals(0, clip.contains("-") ? late : early, clip);
                assertEquals(47 * FRAME_SAMPLES, clip.contains("-") ? early : late, 1, clip);
            }
        }
    }

    @Test
    void aFrozenClipAndOneThatIsTooFastAreSilentAndOpenNothing() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            assertArrayEquals(new float[2][5000], bench.read(sequence("a1: full:10@20*0 full:10*33"), 0, 5000));
            assertArrayEquals(new float[2][5000], bench.read(sequence("a1: full:10@20*0 full:10*33"), 19_000, 5000));
            assertEquals(0, bench.readers.opened("full"));
        }
    }

    @Test
    void playedForwardsTheSourceIsReadStraightOn() throws Exception {
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence("a1: full:100*3/2"))) {
            for (int sample = 0; sample < 150_000; sample += 480) {
                SoundBench.read(mix, sample, 480);
            }
            assertEquals(0, bench.jumps());
            assertTrue(bench.readers.opened("full") == 1);
        }
    }

    private static Sequence sequence(String... tracks) {
        return SoundBench.each(Sequences.sequence(Sequences.FPS_25, tracks),
                clip -> clip.withSound(clip.sound().withKeepPitch(false)));
    }
}
