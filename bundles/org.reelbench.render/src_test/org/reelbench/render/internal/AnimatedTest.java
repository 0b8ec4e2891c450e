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
import org.reelbench.media.MediaException;
import org.reelbench.media.Placement;
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

/** Values that change from frame to frame and from sample to sample. */
class AnimatedTest {

    private static final int FRAME_SAMPLES = 1920;

    @Test
    void opacityFollowsItsCurveWithinOneSpan() throws Exception {
        Sequence sequence = animated("v1: _:10 full:10", Map.of("opacity", line(0, 0, 10, 1)));
        Sequence cut = Edits.split(sequence, new Id("v1"), 14, new Id("right"));
        try (Bench bench = Bench.direct()) {
            List<String> shown = Bench.run(bench.pipeline(sequence), sequence, 10, 20);
            for (int frame = 0; frame < 10; frame++) {
                assertTrue(shown.get(frame).startsWith("full#" + frame + "*0." + frame + "00000@"), shown.get(frame));
            }
            assertEquals(1, bench.composers.opened().size(), "the running graph takes the values");
            assertEquals(shown, Bench.run(bench.pipeline(cut), cut, 10, 20));
            assertEquals(2, bench.readers.opened("full"), "keyframes and cuts border no span: one reader a renderer");
        }
    }

    @Test
    void placeSizeAndTurnFollowTheirCurves() throws Exception {
        Sequence sequence = animated("v1: _:10 full:5", Map.of("xPx", line(0, 0, 4, 8), "yPx", line(0, -4, 4, 0),
                "scale", line(0, 1, 4, 0.5), "rotationDegrees", line(1, 0, 3, 90)));
        try (Bench bench = Bench.direct()) {
            Bench.run(bench.pipeline(sequence), sequence, 10, 15);
            List<String> places = new ArrayList<>();
            for (List<Placement> layers : bench.composers.placed()) {
                Placement place = layers.getFirst();
                places.add((place.leftPx() + place.widthPx() / 2.0 - 32) + " "
                        + (place.topPx() + place.heightPx() / 2.0 - 18) + " " + (int) place.widthPx() + " "
                        + place.rotationDegrees());
            }
            assertEquals(List.of("0.0 -4.0 64 0.0", "2.0 -3.0 56 0.0", "4.0 -2.0 48 45.0", "6.0 -1.0 40 90.0", "8.0 0.0 32 90.0"),
                    places);
        }
    }

    @Test
    void aLayerBetweenPixelsMovesThroughOneGraph() throws Exception {
        Sequence sequence = animated("v1: _:10 full:50", Map.of("xPx", line(0, 0.05, 49, 4.95), "cropLeftPx", line(0, 0, 9, 3),
                "anchorX", line(3, 0.5, 20, 0.25)));
        try (Bench bench = Bench.direct()) {
            Bench.run(bench.pipeline(sequence), sequence, 10, 60);
            assertEquals(1, bench.composers.opened().size());
            assertEquals(50, bench.composers.placed().stream().distinct().count());
        }
    }

    @Test
    void aPictureThatStandsStillIsComposedByOneGraph() throws Exception {
        Sequence sequence = animated("v1: _:10 full:50", Map.of("xPx", line(0, 0, 4, 8)));
        try (Bench bench = Bench.direct()) {
            Bench.run(bench.pipeline(sequence), sequence, 10, 60);
            assertEquals(5, bench.composers.opened().size(), "one for each place");
        }
    }

    @Test
    void parametersOfEffectsFollowTheirCurves() throws Exception {
        Sequence plain = Sequences.sequence(Sequences.FPS_25, "v1: _:10 full:4");
        AppliedEffect blur = new AppliedEffect("blur", new TreeMap<>(Map.of("size", 7.0, "kind", "soft")))
                .withCurves(new TreeMap<>(Map.of("size", line(0, 1, 2, 3))));
        Sequence sequence = with(plain, clip(plain).withEffects(List.of(blur)));
        try (Bench bench = Bench.direct()) {
            Bench.run(bench.pipeline(sequence), sequence, 10, 14);
            assertEquals(List.of(1.0, 2.0, 3.0), bench.composers.opened().stream()
                    .map(c -> c.layers().getFirst().effects().getFirst().parameters().get("size")).toList());
        }
    }

    @Test
    void aKeyframeAtTheEndOfAllNumbersIsRefusedInWords() throws Exception {
        Sequence sequence = animated("v1: _:10 full:5", Map.of("opacity", line(0, 1, Keyframe.MAX_FRAME, 0)));
        try (Bench bench = Bench.direct()) {
            RenderException e = assertThrows(RenderException.class, () -> Bench.frame(bench.pipeline(sequence), 12));
            assertEquals(MediaException.Reason.UNSUPPORTED, e.media().reason());
        }
    }

    @Test
    void gainGoesEvenlyFromSampleToSampleAndNoCutIsHeard() throws Exception {
        Sequence sequence = animated("a1: _:3 ones:10", Map.of("gainDb", line(0, -12, 8, 0)));
        int samples = 10 * FRAME_SAMPLES;
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(sequence)) {
            float[][] heard = bench.read(sequence, 3 * FRAME_SAMPLES, samples);
            for (int i = 0; i < samples; i++) {
                double gainDb = Math.min(0, -12 + 12.0 * i / (8 * FRAME_SAMPLES));
                assertEquals(Math.pow(10, gainDb / 20), heard[0][i], 1e-4, "sample " + i);
                assertTrue(i == 0 || heard[0][i] >= heard[0][i - 1] && heard[0][i] - heard[0][i - 1] < 1e-3, "a step at " + i);
            }
            assertArrayEquals(heard[0], heard[1]);
            float[][] pieces = new float[2][samples];
            for (int at = 0; at < samples; at += 37) {
                mix.read(3L * FRAME_SAMPLES + at, pieces, at, Math.min(37, samples - at), new org.reelbench.media.Cancellation());
            }
            assertArrayEquals(heard, pieces);
            Sequence cut = Edits.split(sequence, new Id("a1"), 7, new Id("right"));
            assertArrayEquals(heard, bench.read(cut, 3 * FRAME_SAMPLES, samples));
        }
    }

    @Test
    void aJumpOfTheGainIsNotAClick() throws Exception {
        Curve jump = new Curve(List.of(new Keyframe(0, -100, Interpolation.HOLD), new Keyframe(5, 0, Interpolation.HOLD)));
        Sequence sequence = animated("a1: _:3 ones:10", Map.of("gainDb", jump));
        try (SoundBench bench = new SoundBench()) {
            float[] heard = bench.read(sequence, 3 * FRAME_SAMPLES, 10 * FRAME_SAMPLES)[0];
            for (int i = 1; i < heard.length; i++) {
                assertTrue(Math.abs(heard[i] - heard[i - 1]) < 1 / 60.0, "a step at " + i);
            }
            assertEquals(1, heard[5 * FRAME_SAMPLES + 64]);
            assertEquals(1e-5f, heard[5 * FRAME_SAMPLES - 64], 1e-7f);
        }
    }

    @Test
    void panTurnsTheOtherSideDown() throws Exception {
        try (SoundBench bench = new SoundBench()) {
            Sequence sequence = Sequences.sequence(Sequences.FPS_25, "a1: _:3 ones:10");
            for (double pan : new double[] { -1, -0.25, 0, 0.5, 1 }) {
                float[][] heard = bench.read(with(sequence, clip(sequence).withPan(pan)), 3 * FRAME_SAMPLES, 100);
                assertEquals(Math.min(1, 1 - pan), heard[0][50]);
                assertEquals(Math.min(1, 1 + pan), heard[1][50]);
            }
            float[][] moving = bench.read(animated("a1: _:3 ones:10", Map.of("pan", line(0, -1, 10, 1))), 3 * FRAME_SAMPLES,
                    10 * FRAME_SAMPLES);
            assertEquals(0, moving[1][0], 1e-6);
            assertEquals(0.5, moving[1][5 * FRAME_SAMPLES / 2], 1e-6);
            assertEquals(1, moving[0][5 * FRAME_SAMPLES / 2], 1e-6);
            assertEquals(0.5, moving[0][15 * FRAME_SAMPLES / 2], 1e-6);
        }
    }

    private static Curve line(long fromFrame, double from, long toFrame, double to) {
        return new Curve(List.of(new Keyframe(fromFrame, from, Interpolation.LINEAR),
                new Keyframe(toFrame, to, Interpolation.LINEAR)));
    }

    private static Sequence animated(String track, Map<String, Curve> curves) {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, track);
        return with(sequence, clip(sequence).withCurves(new TreeMap<>(curves)));
    }

    private static Clip clip(Sequence sequence) {
        return (Clip) sequence.tracks().getFirst().items().get(1);
    }

    private static Sequence with(Sequence sequence, Item clip) {
        Track track = sequence.tracks().getFirst();
        return sequence.withTrack(track.withItems(TrackItems.of(List.of(track.items().get(0), clip))));
    }
}
