package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/** Effects on the sound of clips. */
class EffectSoundTest {

    private static final int FRAME_SAMPLES = 1920;

    /** The mean of the last samples and those ahead, or of everything: what is heard depends on all of them. */
    private static final class Mean implements SoundProcessor {

        private final EffectReach reach;
        private final float[][] line;
        private double factor;
        private long count;
        private int open = 1;
        private final double[] sums = new double[2];

        Mean(long behind, long ahead, double factor) {
            this.reach = new EffectReach(behind, ahead);
            this.factor = factor;
            this.line = new float[2][behind == EffectReach.UNBOUNDED ? 1 : (int) (behind + ahead + 1)];
        }

        @Override
        public EffectReach reach() {
            return reach;
        }

        @Override
        public void reset(long firstSample) {
            count = 0;
            sums[0] = 0;
            sums[1] = 0;
            for (float[] channel : line) {
                java.util.Arrays.fill(channel, 0);
            }
        }

        @Override
        public void set(String parameter, double value) {
            assertEquals("factor", parameter);
            factor = value;
        }

        @Override
        public void process(float[][] channels, int offset, int samples) {
            for (int i = offset; i < offset + samples; i++) {
                int slot = (int) (count++ % line[0].length);
                for (int c = 0; c < 2; c++) {
                    boolean everything = reach.behind() == EffectReach.UNBOUNDED;
                    // Sums of whole numbers are exact, whatever their order.
                    double in = Math.rint(channels[c][i] * 1000);
                    sums[c] += everything ? in : in - line[c][slot];
                    line[c][slot] = (float) in;
                    channels[c][i] = (float) (sums[c] * factor);
                }
            }
        }

        @Override
        public void close() {
            assertEquals(1, open--, "closed twice");
        }
    }

    private static void install(SoundBench bench, String id, long behind, long ahead) {
        EffectDescriptor descriptor = new EffectDescriptor(id, "1", id,
                List.of(EffectParameter.number("factor", "Factor", 0.001, 0, 1)), new EffectReach(behind, ahead), Subject.SOUND);
        bench.effects.add(descriptor, use -> new Mean(behind, ahead, (Double) use.parameters().get("factor")));
    }

    private static Sequence with(Sequence sequence, AppliedEffect... effects) {
        Track track = sequence.tracks().getFirst();
        List<Item> items = track.items().toList().stream()
                .map(item -> item instanceof Clip clip ? clip.withEffects(List.of(effects)) : item).toList();
        return sequence.withTrack(track.withItems(TrackItems.of(items)));
    }

    private static AppliedEffect effect(String id) {
        return new AppliedEffect(id, new TreeMap<>());
    }

    @Test
    void samplesAroundCountAndThoseBeforeTheClipDoNot() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            install(bench, "mean", 5, 3);
            float[] heard = bench.read(with(sequence("a1: _:1 full:10@20"), effect("mean")), FRAME_SAMPLES, 5000)[0];
            for (int i = 0; i < 5000; i++) {
                double sum = 0;
                for (int j = Math.max(0, i - 5); j <= i + 3; j++) {
                    sum += Math.rint(FakePcmReader.sample("full", 0, 20 * FRAME_SAMPLES + j) * 1000);
                }
                assertEquals((float) (sum * 0.001), heard[i], "sample " + i);
            }
            assertEquals(0, bench.jumps());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "5 3", "0 70", "30000 0", "30000 500", "unbounded 40" })
    void pieceByPieceEqualsStraightThrough(String reach) throws Exception {
        String[] parts = reach.split(" ");
        long behind = parts[0].equals("unbounded") ? EffectReach.UNBOUNDED : Long.parseLong(parts[0]);
        try (SoundBench bench = new SoundBench()) {
            install(bench, "mean", behind, Long.parseLong(parts[1]));
            Curve curve = new Curve(List.of(new Keyframe(0, 0.0001, Interpolation.LINEAR),
                    new Keyframe(90, 0.001, Interpolation.LINEAR)));
            AppliedEffect animated = effect("mean").withCurves(new TreeMap<>(Map.of("factor", curve)));
            Sequence sequence = with(sequence("a1: _:1 full:100@20"), effect("mean"), animated);
            int samples = 102 * FRAME_SAMPLES;
            float[][] straight = bench.read(sequence, 0, samples);
            try (PcmMix mix = bench.mix(sequence)) {
                for (int from : new int[] { 150_000, 100, 60_000, 60_500, 1900, 180_000, 95_999 }) {
                    float[][] piece = SoundBench.read(mix, from, 500);
                    for (int i = 0; i < 500; i++) {
                        assertEquals(straight[0][from + i], piece[0][i], "sample " + (from + i));
                        assertEquals(straight[1][from + i], piece[1][i], "sample " + (from + i));
                    }
                }
            }
            float[][] pieces = new float[2][samples];
            try (PcmMix mix = bench.mix(sequence)) {
                for (int at = 0; at < samples; at += 1234) {
                    mix.read(at, pieces, at, Math.min(1234, samples - at), new org.reelbench.media.Cancellation());
                }
            }
            assertArrayEquals(straight, pieces);
            Sequence cut = sequence;
            for (int frame = 7; frame < 100; frame += 13) {
                cut = Edits.split(cut, new Id("a1"), frame, new Id("right " + frame));
            }
            assertArrayEquals(straight, bench.read(cut, 0, samples), "cuts are heard");
        }
    }

    @Test
    void anEffectThatIsSteadyReadsItsSourceOnceAndForwards() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            install(bench, "mean", 20_000, 300);
            try (PcmMix mix = bench.mix(with(sequence("a1: full:300"), effect("mean"), effect("mean")))) {
                for (int at = 0; at < 300 * FRAME_SAMPLES; at += 4800) {
                    SoundBench.read(mix, at, 4800);
                }
            }
            assertEquals(0, bench.jumps());
        }
    }

    @Test
    void whatIsSwitchedOffOrOnPicturesChangesNothing() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            install(bench, "mean", 5, 3);
            bench.effects.add(new EffectDescriptor("blur", "1", "Blur", List.of()), _ -> {
                throw new AssertionError("an effect on pictures is made for sound");
            });
            Sequence plain = sequence("a1: full:10");
            float[][] expected = bench.read(plain, 0, 5000);
            assertArrayEquals(expected, bench.read(with(plain, effect("mean").withEnabled(false)), 0, 5000));
            assertArrayEquals(expected, bench.read(with(plain, effect("blur")), 0, 5000));
        }
    }

    @Test
    void oneThatIsNotInstalledIsRefusedByNameOrLeftOutAsTheCatalogDecides() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            Sequence plain = sequence("a1: full:10");
            Sequence gone = with(plain, effect("org.example.gone"));
            RenderException refused = assertThrows(RenderException.class, () -> bench.read(gone, 0, 10));
            assertTrue(refused.getMessage().contains("'org.example.gone' is not installed"), refused.getMessage());
            List<String> left = new ArrayList<>();
            MediaCatalog lenient = new MediaCatalog() {
                @Override
                public Medium medium(Id media) throws MediaException {
                    return bench.catalog.medium(media);
                }

                @Override
                public boolean leavesOut(String effect) {
                    return left.add(effect);
                }
            };
            try (PcmMix mix = new PcmMix(gone, new SoundMeans(lenient, bench.readers, bench.effects, 48_000, 0))) {
                assertArrayEquals(bench.read(plain, 0, 5000), SoundBench.read(mix, 0, 5000));
            }
            assertEquals(List.of("org.example.gone"), left);
        }
    }

    @Test
    void effectsAreToldWhereFilesLie() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            List<Object> told = new ArrayList<>();
            bench.effects.add(new EffectDescriptor("room", "1", "Room", List.of(EffectParameter.file("echo", "Echo")),
                    EffectReach.NONE, Subject.SOUND), use -> {
                        told.add(use.parameters().get("echo"));
                        return new Mean(0, 0, 1);
                    });
            bench.read(with(sequence("a1: full:10"), new AppliedEffect("room", new TreeMap<>(Map.of("echo", "a/./hall.wav")))), 0,
                    1);
            assertEquals(List.of(bench.catalog.file("a/./hall.wav").toString()), told);
        }
    }

    @Test
    void anEffectThatFailsIsNamedAndLeavesNothingOpen() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            bench.effects.add(new EffectDescriptor("bad", "1", "Bad", List.of(), EffectReach.NONE, Subject.SOUND),
                    _ -> (_, _, _) -> {
                        throw new IllegalStateException("it broke");
                    });
            install(bench, "mean", 5, 3);
            RenderException failed = assertThrows(RenderException.class,
                    () -> bench.read(with(sequence("a1: full:10"), effect("bad")), 0, 10));
            assertTrue(failed.getMessage().contains("'bad' failed") && failed.getMessage().contains("it broke"),
                    failed.getMessage());
            AppliedEffect wrong = new AppliedEffect("mean", new TreeMap<>(Map.of("factor", 7.0)));
            assertThrows(RenderException.class, () -> bench.read(with(sequence("a1: full:10"), wrong), 0, 10));
        }
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }
}
