package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class PcmMixTest {

    private static final Id A1 = new Id("a1");

    @Test
    void oneClipAtUnityGainIsItsSourceBitForBit() throws RenderException {
        try (SoundBench bench = new SoundBench()) {
            float[][] heard = bench.read(sequence("a1: full:10"), 0, 19_200);
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < 19_200; i++) {
                    assertEquals(FakePcmReader.sample("full", c, i), heard[c][i]);
                }
            }
        }
    }

    @Test
    void aSilentOrMutedTrackChangesNoSample() throws RenderException, EditRefused {
        Sequence alone = sequence("a1: full:10 narrow:10@3");
        Sequence silent = sequence("a1: full:10 narrow:10@3", "a2: silent:20");
        Sequence muted = Edits.setMuted(sequence("a2: other:20", "a1: full:10 narrow:10@3"), new Id("a2"), true);
        try (SoundBench bench = new SoundBench()) {
            float[][] expected = bench.read(alone, 0, 40_000);
            assertArrayEquals(expected, bench.read(silent, 0, 40_000));
            assertArrayEquals(expected, bench.read(muted, 0, 40_000));
            assertEquals(0, bench.readers.opened("other"), "a muted track is opened");
        }
    }

    @Test
    void soloTracksAreHeardAlone() throws RenderException {
        Sequence sequence = sequence("v1: full:10", "a1: full:10", "a2: narrow:10", "a3: other:10");
        Sequence solo = sequence.withTrack(sequence.tracks().get(2).withSolo(true));
        Sequence picture = sequence.withTrack(sequence.tracks().get(0).withSolo(true));
        try (SoundBench bench = new SoundBench()) {
            assertArrayEquals(bench.read(sequence("a1: narrow:10"), 0, 100), bench.read(solo, 0, 100));
            assertEquals(0, bench.readers.opened("full") + bench.readers.opened("other"), "what is not heard is opened");
            assertArrayEquals(bench.read(sequence, 0, 100), bench.read(picture, 0, 100));
        }
    }

    @Test
    void tracksAreAdded() throws RenderException {
        try (SoundBench bench = new SoundBench()) {
            float[][] heard = bench.read(sequence("a1: full:10", "a2: narrow:10@2"), 5000, 100);
            for (int i = 0; i < 100; i++) {
                assertEquals(FakePcmReader.sample("full", 1, 5000 + i) + FakePcmReader.sample("narrow", 1, 5000 + 3840 + i),
                        heard[1][i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "30000/1001, 48000", "30000/1001, 44100", "24000/1001, 44100", "60000/1001, 48000", "25, 48000", "24, 44100" })
    void aRazorCutLosesAndDoublesNoSample(String rate, int sampleRateHz) throws RenderException, EditRefused {
        Sequence whole = Sequences.sequence(FrameRate.parse(rate), sampleRateHz, "a1: _:3 full:40@11");
        try (SoundBench bench = new SoundBench()) {
            int samples = (int) whole.rate().timeOf(45).ticksRound(sampleRateHz);
            float[][] expected = bench.read(whole, 0, samples);
            Sequence all = whole;
            for (int frame = 4; frame < 43; frame++) {
                assertArrayEquals(expected, bench.read(Edits.split(whole, A1, frame, new Id("right")), 0, samples),
                        "cut at " + frame);
                all = Edits.split(all, A1, frame, new Id("right " + frame));
            }
            assertArrayEquals(expected, bench.read(all, 0, samples), "cut at every frame");
        }
    }

    @Test
    void aClipBeginsAndEndsAtTheSampleItsFramesRoundTo() throws RenderException {
        Sequence sequence = Sequences.sequence(Sequences.FPS_29_97, "a1: _:1 ones:2 _:1 ones:1");
        try (SoundBench bench = new SoundBench()) {
            float[] heard = bench.read(sequence, 0, 9000)[0];
            // 1601.6, 4804.8, 6406.4 and 8008 samples
            for (int i = 0; i < heard.length; i++) {
                assertEquals(i >= 1602 && i < 4805 || i >= 6406 && i < 8008 ? 1 : 0, heard[i], "sample " + i);
            }
        }
    }

    @Test
    void weightsOfACrossfadeAddUpToOne() throws RenderException {
        try (SoundBench bench = new SoundBench()) {
            float[] heard = bench.read(Sequences.sequence(Sequences.FPS_29_97, "a1: ones:20 t/7+6 ones:30@99 t/0+4 ones:10"), 0,
                    96_000)[0];
            for (int i = 0; i < heard.length; i++) {
                assertEquals(1, heard[i], 2e-7f, "sample " + i);
            }
            Sequence sequence = sequence("a1: ones:10 t/5+5 silent:10");
            float[] falling = bench.read(sequence, 5 * 1920, 10 * 1920)[0];
            assertEquals(1, falling[0], 1e-4f);
            assertEquals(0.5f, falling[5 * 1920], 1e-4f);
            assertEquals(0, falling[10 * 1920 - 1], 1e-4f);
            for (int i = 1; i < falling.length; i++) {
                assertTrue(falling[i] < falling[i - 1]);
            }
        }
    }

    @Test
    void aCrossfadeHearsBothClipsBeyondTheirCut() throws RenderException {
        try (SoundBench bench = new SoundBench()) {
            float[] heard = bench.read(sequence("a1: full:10 t/4+4 narrow:10@50"), 0, 38_400)[0];
            int middle = 10 * 1920;
            // Two frames after the cut the outgoing clip has an eighth and a quarter of its way left.
            int at = middle + 2 * 1920;
            double weight = (6 * 1920 + 0.5) / (8 * 1920);
            double expected = FakePcmReader.sample("full", 0, at) * (1 - weight)
                    + FakePcmReader.sample("narrow", 0, 50 * 1920 + at - middle) * weight;
            assertEquals(expected, heard[at], 1e-6);
            at = middle - 3 * 1920;
            weight = (1920 + 0.5) / (8 * 1920);
            expected = FakePcmReader.sample("full", 0, at) * (1 - weight)
                    + FakePcmReader.sample("narrow", 0, 50 * 1920 + at - middle) * weight;
            assertEquals(expected, heard[at], 1e-6);
        }
    }

    @Test
    void gainIsInDecibels() throws RenderException, EditRefused {
        Sequence sequence = sequence("a1: ones:10");
        try (SoundBench bench = new SoundBench()) {
            assertEquals(0.5f, bench.read(Edits.setGain(sequence, new Id("a1.0"), -6.0205999), 100, 1)[0][0], 1e-7f);
            assertEquals(10f, bench.read(Edits.setGain(sequence, new Id("a1.0"), 20), 100, 1)[0][0], 1e-5f);
        }
    }

    @Test
    void onlyTheAskedSamplesOfTheArraysAreWritten() throws RenderException {
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence("a1: ones:1 _:1 ones:1"))) {
            float[][] samples = { { 7, 7, 7, 7, 7, 7 }, { 7, 7, 7, 7, 7, 7 } };
            mix.read(1918, samples, 1, 4, new Cancellation());
            assertArrayEquals(new float[] { 7, 1, 1, 0, 0, 7 }, samples[0]);
            assertArrayEquals(samples[0], samples[1]);
        }
    }

    @Test
    void beforeTheStartAndAfterTheEndThereIsSilence() throws RenderException {
        try (SoundBench bench = new SoundBench()) {
            assertArrayEquals(new float[] { 0, 0, 1, 1 }, bench.read(sequence("a1: ones:1"), -2, 4)[0]);
            assertArrayEquals(new float[] { 1, 1, 0, 0 }, bench.read(sequence("a1: ones:1"), 1918, 4)[1]);
            assertArrayEquals(new float[8], bench.read(sequence("v1: full:10"), 1918, 8)[0]);
        }
    }

    @Test
    void readersLiveAsLongAsTheirClipIsHeardAndReadStraightOn() throws RenderException {
        Sequence sequence = sequence("a1: full:5 t/2+2 narrow:5 full:5@77", "a2: full:5");
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence)) {
            for (int sample = 0; sample < 15 * 1920; sample += 160) {
                SoundBench.read(mix, sample, 160);
                assertTrue(bench.readers.open() <= 3);
            }
            assertEquals(1, bench.readers.open());
            assertEquals(4, bench.readers.sounds().size(), "clips of two tracks and a clip elsewhere in its source");
            assertEquals(0, bench.jumps(), "a reader jumps to and fro");
        }
    }

    @Test
    void whatCannotBeHeardNamesClipAndTimecodeAndLeavesNothingOpen() throws RenderException {
        MediaException damaged = new MediaException(MediaException.Reason.DAMAGED, "narrow.wav", "it is damaged");
        try (SoundBench bench = new SoundBench()) {
            bench.readers.fail("narrow", damaged);
            for (long frame : new long[] { 1, 2, 3, 29, 30, 1799, 1800, 17_983 }) {
                Sequence sequence = Sequences.sequence(Sequences.FPS_29_97, "a1: full:" + frame + " narrow:100");
                long sample = sequence.rate().timeOf(frame).ticksRound(48_000);
                RenderException e = assertThrows(RenderException.class, () -> bench.read(sequence, sample - 100, 1600));
                assertEquals(frame, e.frame());
                assertEquals("narrow:100", e.clipName());
            }
        }
    }

    @Test
    void whatIsNoSoundIsRefusedInWords() throws RenderException {
        try (SoundBench bench = new SoundBench()) {
            assertEquals(MediaException.Reason.NO_STREAM, refusal(bench, sequence("a1: #ff0000:10")));
            assertEquals(MediaException.Reason.MISSING, refusal(bench, sequence("a1: gone:10")));
        }
    }

    @Test
    void cancellationEndsAReadAndTheMixGoesOnAfterwards() throws RenderException {
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence("a1: ones:10"))) {
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            assertThrows(CancelledException.class, () -> mix.read(0, new float[2][10], 0, 10, cancelled));
            assertArrayEquals(new float[] { 1, 1 }, SoundBench.read(mix, 0, 2)[0]);
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void theEndOfAVeryLongTrackIsAsNearAsItsStart() throws RenderException {
        List<String> clips = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            clips.add("full:5@" + i * 9);
        }
        Sequence sequence = sequence("a1: " + String.join(" ", clips));
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence)) {
            long end = 50_000 * 1920;
            // Looking through all clips for each of these would take many minutes.
            for (int i = 0; i < 200_000; i++) {
                SoundBench.read(mix, end - 2, 2);
            }
            assertEquals(1, bench.readers.opened("full"));
            assertEquals(1, SoundParts.of(sequence.tracks().getFirst().items(), sequence.rate(), 48_000, end - 2, end).size());
        }
    }

    private static MediaException.Reason refusal(SoundBench bench, Sequence sequence) {
        RenderException e = assertThrows(RenderException.class, () -> bench.read(sequence, 0, 10));
        assertEquals(0, bench.readers.open());
        return e.media().reason();
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }
}
