package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class SpanPlannerTest {

    private final FakeCatalog catalog = Sequences.catalog();

    @ParameterizedTest
    @CsvSource({ "25, 1", "30000/1001, 1", "30000/1001, 1001/1000", "24000/1001, 7/3", "60000/1001, -1",
            "30000/1001, -999983/1000000" })
    void aRazorCutIsNoBorder(String rate, String speed) throws EditRefused {
        Sequence whole = Sequences.sequence(FrameRate.parse(rate), "v1: _:7 full:1000@13*" + speed);
        Sequence cut = whole;
        for (int i = 0; i < 20; i++) {
            cut = Edits.split(cut, new Id("v1"), 7 + 49 * i + 1, new Id("right " + i));
        }
        SpanPlanner planner = new SpanPlanner(cut, catalog);
        for (long frame : new long[] { 500, 7, 1006 }) {
            assertEquals(7, planner.spanAt(frame).startFrame());
            assertEquals(1007, planner.spanAt(frame).endFrame());
        }
        assertEquals(new SpanPlanner(whole, catalog).spanAt(7).looks(), planner.spanAt(7).looks());
    }

    @Test
    void aClipThatDoesNotGoOnIsABorder() {
        assertEquals(List.of("0-10", "10-20", "20-end"), spans(sequence("v1: full:10 full:10@11")));
        assertEquals(List.of("0-10", "10-20", "20-end"), spans(sequence("v1: full:10 full:10@10%0.5")));
        assertEquals(List.of("0-10", "10-20", "20-end"), spans(sequence("v1: full:10 full:10@10*2")));
        assertEquals(List.of("0-10", "10-20", "20-end"), spans(sequence("v1: full:10 other:10@10")));
    }

    @Test
    void whatCannotBeSeenMakesNoBorder() throws EditRefused {
        String cuts = "v1: narrow:3 other:4@9 _:5 narrow:3";
        assertEquals(List.of("0-20", "20-end"), spans(sequence(cuts, "v2: full:20")));
        assertEquals(List.of("0-20", "20-end"), spans(sequence(cuts, "v2: #ff0000:20")));
        assertEquals(List.of("0-3", "3-7", "7-12", "12-15", "15-end"), spans(sequence(cuts, "v2: full:20%0")));
        assertEquals(1, spans(Edits.setHidden(sequence(cuts), new Id("v1"), true)).size());
        assertEquals(List.of("0-end"), spans(sequence("a1: full:10 other:5")));
    }

    @Test
    void whatMayShowThroughHidesNothing() {
        for (String above : List.of("full:9%0.5", "narrow:9", "alpha:9", "missing:9")) {
            Sequence sequence = sequence("v1: other:9", "v2: " + above);
            assertEquals(2, new SpanPlanner(sequence, catalog).spanAt(4).layers().size(), above);
        }
    }

    @Test
    void aPictureThatPlayersTurnCoversTheCanvasByTheShapeTheyShow() {
        PictureFormat lying = PictureFormat.of(1920, 1080, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        PictureFormat standing = PictureFormat.of(1080, 1920, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        catalog.with("upright", "u", lying, 90).with("flat", "f", standing, 270).with("head", "h", lying, 180);
        Sequence sequence = sequence("v1: other:30", "v2: upright:10 flat:10 head:10");
        SpanPlanner planner = new SpanPlanner(sequence, catalog);
        assertEquals(2, planner.spanAt(5).layers().size());
        assertEquals(1, planner.spanAt(15).layers().size());
        assertEquals(1, planner.spanAt(25).layers().size());
    }

    @Test
    void picturesOfAnUnknownRgbFormatMayBeTransparent() {
        ColorDescription rgb = new ColorDescription(ColorDescription.Matrix.RGB, ColorDescription.Range.FULL);
        catalog.with("rgb", "r", PictureFormat.of(1920, 1080, PixelFormat.NATIVE, rgb), 0);
        catalog.with("tenbit", "t", PictureFormat.of(1920, 1080, PixelFormat.NATIVE, ColorDescription.BT709_LIMITED), 0);
        SpanPlanner planner = new SpanPlanner(sequence("v1: other:20", "v2: rgb:10 tenbit:10"), catalog);
        assertEquals(2, planner.spanAt(5).layers().size());
        assertEquals(1, planner.spanAt(15).layers().size());
    }

    @Test
    void aDissolveIsASpanWithTheOutgoingClipBelow() {
        Sequence sequence = sequence("v1: full:10 t/2+3 other:10@50");
        assertEquals(List.of("0-8", "8-13", "13-20", "20-end"), spans(sequence));
        List<Layer.Look> looks = new SpanPlanner(sequence, catalog).spanAt(8).looks();
        assertEquals(2, looks.size());
        assertEquals(1, looks.get(0).opacityAt(9));
        assertEquals(0.1, looks.get(1).opacityAt(8), 1e-12);
        assertEquals(0.9, looks.get(1).opacityAt(12), 1e-12);
        assertEquals(sequence.rate().timeOf(12), looks.get(0).source().timeAt(12, sequence.rate()));
        assertEquals(sequence.rate().timeOf(48), looks.get(1).source().timeAt(8, sequence.rate()));
    }

    @Test
    void theOutgoingClipFadesWhereTheIncomingOneLeavesItUncovered() {
        List<Layer.Look> looks = new SpanPlanner(sequence("v1: full:10 t/5+5 narrow:10@50"), catalog).spanAt(7).looks();
        assertEquals(0.95, looks.get(0).opacityAt(5), 1e-12);
        assertEquals(0.05, looks.get(0).opacityAt(14), 1e-12);
        assertEquals(0.95, looks.get(1).opacityAt(14), 1e-12);
    }

    @Test
    void halfOpaqueClipsDissolveEvenly() {
        for (String clips : List.of("full:10%0.5 t/5+5 other:10@50%0.5", "full:10 t/5+5 other:10%0.25",
                "narrow:10%0.3 t/5+5 full:10")) {
            List<Layer.Look> looks = new SpanPlanner(sequence("v1: " + clips), catalog).spanAt(7).looks();
            double from = looks.get(0).opacity();
            double to = looks.get(1).opacity();
            for (int frame = 5; frame < 15; frame++) {
                double risen = (frame - 4.5) / 10;
                double above = looks.get(1).opacityAt(frame);
                double below = looks.get(0).opacityAt(frame);
                assertEquals(to * risen, above, 1e-12);
                assertEquals(from * (1 - risen), below * (1 - above), 1e-12, "what is left of the outgoing clip in " + clips);
            }
        }
    }

    @Test
    void theLastSpanIsEmptyAndHasNoEnd() {
        SpanPlanner planner = new SpanPlanner(sequence("v1: full:10"), catalog);
        assertEquals(new Span(10, Long.MAX_VALUE, List.of()), planner.spanAt(Long.MAX_VALUE - 1));
        assertEquals(new Span(0, Long.MAX_VALUE, List.of()), new SpanPlanner(sequence(), catalog).spanAt(5));
        assertEquals(new Span(0, Long.MAX_VALUE, List.of()), new SpanPlanner(sequence("v1: _:5 full:4%0"), catalog).spanAt(0));
    }

    @Test
    void thereIsNoSpanBeforeTheSequence() {
        SpanPlanner planner = new SpanPlanner(sequence("v1: full:10"), catalog);
        assertThrows(IllegalArgumentException.class, () -> planner.spanAt(-1));
    }

    @Test
    void aQuestionCostsBordersNearbyAndNotTheTrack() {
        List<String> clips = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            clips.add("full:5@" + i * 9);
        }
        SpanPlanner planner = new SpanPlanner(sequence("v1: " + String.join(" ", clips)), catalog);
        planner.spanAt(40_002);
        assertTrue(planner.stretches() <= 3, () -> planner.stretches() + " stretches for one span");
        planner.spanAt(40_003);
        planner.spanAt(40_000);
        assertTrue(planner.stretches() <= 3, "a known span is looked for again");
    }

    @Test
    void aMediumIsAskedForOnceHoweverManyClipsShowIt() {
        SpanPlanner planner = new SpanPlanner(sequence("v1: full:5 full:5@9 full:5 gone:5 gone:5@9 gone:5"), catalog);
        for (long frame = 0; frame < 30; frame++) {
            planner.spanAt(frame);
        }
        assertEquals(2, catalog.questions());
    }

    @Test
    void spansDoNotOverlapWhenAMediumComesBackMeanwhile() {
        SpanPlanner planner = new SpanPlanner(sequence("v1: narrow:5 other:5 narrow:5", "v2: late:15"), catalog);
        assertEquals(5, planner.spanAt(0).endFrame());
        catalog.with("late", 1920, 1080, PixelFormat.YUV420P);
        assertEquals(5, planner.spanAt(7).startFrame());
        assertEquals(10, planner.spanAt(7).endFrame());
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }

    private List<String> spans(Sequence sequence) {
        SpanPlanner planner = new SpanPlanner(sequence, catalog);
        List<String> spans = new ArrayList<>();
        long frame = 0;
        while (frame < Long.MAX_VALUE) {
            Span span = planner.spanAt(frame);
            assertEquals(frame, span.startFrame(), "a hole or an overlap");
            frame = span.endFrame();
            spans.add(span.startFrame() + "-" + (frame == Long.MAX_VALUE ? "end" : frame));
        }
        return spans;
    }
}
