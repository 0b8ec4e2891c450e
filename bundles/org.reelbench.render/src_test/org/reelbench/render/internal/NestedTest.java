package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Composition;
import org.reelbench.media.MediaException;
import org.reelbench.media.Placement;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transform;

/** Sequences shown by clips of others. */
@Timeout(120)
class NestedTest {

    private static final FrameRate FPS_30 = FrameRate.of(30, 1);

    @Test
    void theInnerSequenceIsSampledAtItsOwnRate() throws Exception {
        Sequence inner = inner(FPS_30, "v1: full:30 narrow:30@7");
        for (String clip : List.of("=inner:50", "=inner:40@10", "=inner:20*5/2", "=inner:50@40*-1", "=inner:9@17*0", "=inner:90",
                "=inner:70@30*-1", "=inner:50*1/3")) {
            for (FrameRate rate : List.of(Sequences.FPS_25, Sequences.FPS_23_976, Sequences.FPS_29_97, FPS_30)) {
                Sequence outer = Sequences.sequence(rate, "v1: _:3 " + clip);
                try (Bench bench = Bench.threaded()) {
                    List<String> expected = new ArrayList<>();
                    for (long frame = 0; frame < outer.durationFrames(); frame++) {
                        expected.add(frame < 3 ? "" : expected(outer, inner, frame - 3));
                    }
                    VideoPipeline pipeline = bench.pipeline(outer, inner);
                    assertEquals(expected, Bench.run(pipeline, outer, 0, outer.durationFrames()), clip);
                    for (int frame = expected.size() - 1; frame >= 0; frame--) {
                        assertEquals(expected.get(frame), Bench.frame(pipeline, frame), clip);
                    }
                }
            }
        }
    }

    /** What a frame of the outer clip shows, if the rule is applied by hand. */
    private static String expected(Sequence outer, Sequence inner, long frameInClip) {
        Clip clip = (Clip) outer.tracks().getFirst().items().get(1);
        RationalTime time = clip.sourceTimeAt(frameInClip, outer.rate());
        long shown = Math.min(Math.max(inner.rate().frameAt(time), 0), inner.durationFrames() - 1);
        return FakeComposers.layer(Bench.expected(inner, shown), 1, time);
    }

    @Test
    void theInnerCanvasIsFittedIntoThePlaceOfTheClip() throws Exception {
        Sequence inner = Sequences.as("inner", 36, 36, inner(Sequences.FPS_25, "v1: narrow:10"));
        Sequence outer = sequence("v1: full:10", "v2: =inner:10%0.5");
        Sequence moved = changed(outer, clipOf(outer, 1).withTransform(new Transform(4, 0, 0.5, 0, Transform.IDENTITY.crop())));
        try (Bench bench = Bench.direct()) {
            assertEquals("full#3*1.000000@0.12s narrow#3*1.000000@0.12s*0.500000@0.12s".replaceAll("@0.12s", "@" + time(3)),
                    Bench.frame(bench.pipeline(outer, inner), 3));
            Bench.frame(bench.pipeline(moved, inner), 3);
            List<Composition> opened = bench.composers.opened();
            assertEquals(4, opened.size());
            assertEquals(Placement.at(14, 0, 36, 36), opened.get(1).layers().get(1).placement());
            assertEquals(Placement.at(27, 9, 18, 18), opened.get(3).layers().get(1).placement());
            assertEquals(36, opened.get(0).canvas().widthPx());
            assertTrue(opened.get(1).layers().get(1).translucent());
        }
    }

    @Test
    void whereTheInnerSequenceShowsNothingItIsTransparent() throws Exception {
        Sequence inner = inner(Sequences.FPS_25, "v1: full:5 narrow:5 _:5 full:5%0.5");
        Sequence outer = sequence("v1: other:20", "v2: =inner:20");
        try (Bench bench = Bench.direct()) {
            Bench.run(bench.pipeline(outer, inner), outer, 0, 20);
            List<Boolean> transparent = bench.composers.opened().stream().filter(c -> c.layers().size() < 2)
                    .map(c -> c.canvas().transparent()).toList();
            assertEquals(List.of(false, true, true, true), transparent);
            assertFalse(bench.composers.opened().stream().filter(c -> c.layers().size() == 2)
                    .anyMatch(c -> c.canvas().transparent()), "the film itself is black where nothing is");
        }
    }

    @Test
    void anOddInnerCanvasIsComposed() throws Exception {
        Sequence inner = Sequences.as("inner", 35, 21, inner(Sequences.FPS_25, "v1: #ff0000:5"));
        Sequence outer = sequence("v1: =inner:5");
        try (Bench bench = Bench.direct()) {
            assertTrue(Bench.frame(bench.pipeline(outer, inner), 1).startsWith("luma 63"));
            assertEquals(35, bench.composers.opened().getFirst().canvas().widthPx());
        }
    }

    @Test
    void sequencesInSequencesDoNotWaitForEachOthersThreads() throws Exception {
        Sequence first = Sequences.as("a", 64, 36, sequence("v1: full:40", "v2: narrow:40@3"));
        Sequence second = Sequences.as("b", 64, 36, sequence("v1: =a:40", "v2: =a:40@5%0.5", "v3: alpha:40"));
        Sequence third = sequence("v1: =b:40", "v2: =b:40@3%0.5", "v3: =a:40%0.5", "v4: narrow:40");
        List<String> alone = new ArrayList<>();
        try (Bench bench = Bench.direct()) {
            alone.addAll(Bench.run(bench.pipeline(third, first, second), third, 0, 40));
        }
        try (Bench bench = Bench.threaded()) {
            assertEquals(alone, Bench.run(bench.pipeline(third, first, second), third, 0, 40));
        }
    }

    @Test
    void whatFailsInsideIsNamedWithItsSequenceAndPlace() throws Exception {
        Sequence inner = inner(Sequences.FPS_25, "v1: _:10 gone:10");
        Sequence outer = sequence("v1: full:5 =inner:20", "a1: full:5 =inner:20");
        try (Bench bench = Bench.threaded(); SoundBench sounds = new SoundBench()) {
            RenderException e = assertThrows(RenderException.class, () -> Bench.frame(bench.pipeline(outer, inner), 17));
            assertEquals(17, e.frame());
            assertEquals(MediaException.Reason.MISSING, e.media().reason());
            assertTrue(e.getMessage().contains("sequence 'inner': clip 'gone:10' at 00:00:00:12: gone"), e.getMessage());
            RenderException unknown = assertThrows(RenderException.class, () -> Bench.frame(bench.pipeline(outer), 7));
            assertEquals(MediaException.Reason.MISSING, unknown.media().reason());
            assertThrows(RenderException.class, () -> SoundBench.read(sounds.mix(outer), 5 * 1920, 10));
        }
    }

    @Test
    void aSequenceThatContainsItselfIsRefusedInWords() throws Exception {
        Sequence self = Sequences.as("inner", 64, 36, sequence("v1: =inner:20", "a1: =inner:20"));
        try (Bench bench = Bench.threaded(); SoundBench sounds = new SoundBench(); PcmMix mix = sounds.mix(self, self)) {
            RenderException e = assertThrows(RenderException.class, () -> Bench.frame(bench.pipeline(self, self), 0));
            assertEquals(MediaException.Reason.UNSUPPORTED, e.media().reason());
            assertTrue(e.getMessage().contains("nested more than"), e.getMessage());
            assertThrows(RenderException.class, () -> SoundBench.read(mix, 0, 10));
        }
    }

    @Test
    void theInnerSequenceIsHeardAsItsOwnMix() throws Exception {
        Sequence inner = Sequences.as("inner", 64, 36,
                Sequences.sequence(Sequences.FPS_29_97, 44_100, "a1: full:30 t/4+4 narrow:30@9",
                        "a2: _:20 other:9"));
        Sequence atOurRate = Sequences.sequence(Sequences.FPS_29_97, 48_000, "a1: full:30 t/4+4 narrow:30@9", "a2: _:20 other:9");
        Sequence outer = Sequences.sequence(Sequences.FPS_25, 48_000, "a1: _:3 =inner:60@5");
        try (SoundBench bench = new SoundBench(); PcmMix mix = bench.mix(outer, inner)) {
            int samples = 60 * 1920;
            float[][] heard = SoundBench.read(mix, 3 * 1920, samples);
            assertArrayEquals(bench.read(atOurRate, 5 * 1920, samples), heard);
        }
    }

    private static RationalTime time(long frame) {
        return Sequences.FPS_25.timeOf(frame);
    }

    private static Clip clipOf(Sequence sequence, int track) {
        return (Clip) sequence.tracks().get(track).items().get(0);
    }

    private static Sequence changed(Sequence sequence, Clip clip) {
        return sequence.withTrack(sequence.tracks().get(1).withItems(TrackItems.of(List.of(clip))));
    }

    private static Sequence inner(FrameRate rate, String... tracks) {
        return Sequences.as("inner", 64, 36, Sequences.sequence(rate, tracks));
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }
}
