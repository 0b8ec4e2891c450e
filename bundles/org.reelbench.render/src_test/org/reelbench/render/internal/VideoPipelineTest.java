package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composition;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.EditRefused;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

@Timeout(60)
class VideoPipelineTest {

    @Test
    void twoLayersMayShowTheSameSource() throws Exception {
        Sequence sequence = sequence("v1: full:20@5%0.5", "v2: full:20@5%0.5", "v3: full:20@5%0.5");
        try (Bench bench = Bench.threaded()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            assertEquals(expected(sequence, 0, 20), Bench.run(pipeline, sequence, 0, 20));
            assertEquals(Bench.expected(sequence, 3), Bench.frame(pipeline, 3));
            assertEquals(3, bench.readers.opened("full"));
        }
    }

    @Test
    void aLayerThatGoesOnKeepsItsReaderOverSpans() throws Exception {
        Sequence sequence = sequence("v1: full:30 full:30@30 full:30@60", "v2: _:10 narrow:20 _:20 narrow:10",
                "v3: _:70 alpha:5");
        try (Bench bench = Bench.threaded()) {
            assertEquals(expected(sequence, 0, 90), Bench.run(bench.pipeline(sequence), sequence, 0, 90));
            assertEquals(1, bench.readers.opened("full"));
            assertEquals(2, bench.readers.opened("narrow"));
            List<String> decoded = bench.readers.decodes().stream().filter(picture -> picture.startsWith("full#")).toList();
            assertEquals(90, decoded.size(), () -> decoded + " frames were decoded that nobody sees, or twice");
        }
    }

    @Test
    void theNextSpanIsOpenedShortlyBeforeItIsNeeded() throws Exception {
        Sequence sequence = sequence("v1: full:100 other:20@7");
        try (Bench bench = Bench.direct()) {
            List<Integer> opened = new ArrayList<>();
            VideoPipeline pipeline = bench.pipeline(sequence);
            pipeline.run(0, 120, (_, _) -> opened.add(bench.readers.opened("other")), new Cancellation());
            assertEquals(0, opened.get(50), "opened far too early");
            assertEquals(1, opened.get(99), "opened only when it is needed");
            assertEquals(1, opened.get(119));
        }
    }

    @Test
    void leftSpansAndHiddenTracksHoldNothing() throws Exception {
        Sequence sequence = Edits.setHidden(sequence("v1: full:40 _:40", "v2: _:39 narrow:1 _:39 other:1", "v3: alpha:80"),
                new Id("v3"), true);
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            Bench.frame(pipeline, 39);
            assertEquals(2, bench.readers.open());
            Bench.frame(pipeline, 60);
            assertEquals(0, bench.readers.open());
            assertEquals(0, bench.catalog.openSources());
            assertEquals(0, bench.readers.decoded.live());
            assertEquals(0, bench.readers.opened("alpha"));
            List<Integer> open = new ArrayList<>();
            pipeline.run(0, 80, (_, _) -> open.add(bench.readers.open()), new Cancellation());
            assertEquals(List.of(1, 2, 2, 0, 1), List.of(open.get(8), open.get(20), open.get(39), open.get(40), open.get(79)));
        }
    }

    @Test
    void decodingRunsAheadButNotFar() throws Exception {
        Sequence sequence = sequence("v1: full:300%0.5", "v2: narrow:300");
        try (Bench bench = Bench.direct()) {
            Bench.run(bench.pipeline(sequence), sequence, 0, 300);
            assertEquals(2 * (LayerFeed.DEPTH + 1), bench.readers.decoded.most());
        }
        try (Bench bench = Bench.threaded()) {
            Bench.run(bench.pipeline(sequence), sequence, 0, 300);
            assertTrue(bench.readers.decoded.most() <= 2 * (LayerFeed.DEPTH + 1));
        }
    }

    @Test
    void oneFrameIsAskedWithoutDecodingOthers() throws Exception {
        Sequence sequence = sequence("v1: full:300");
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            Bench.frame(pipeline, 200);
            Bench.frame(pipeline, 10);
            assertEquals(List.of("full#200", "full#10"), bench.readers.decodes());
            assertEquals(1, bench.readers.opened("full"));
        }
    }

    @Test
    void aSecondDecodingThreadIsSpentOnLargePicturesAloneOnly() throws Exception {
        PictureFormat large = PictureFormat.of(3840, 2160, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (Bench bench = Bench.direct()) {
            bench.catalog.with("large", "l", large, 0).with("besides", "b", large, 0);
            VideoPipeline pipeline = bench.pipeline(sequence("v1: large:10 full:10 besides:10%0.5", "v2: _:20 narrow:10"));
            Bench.frame(pipeline, 5);
            Bench.frame(pipeline, 15);
            Bench.frame(pipeline, 25);
            assertEquals(List.of(2, 1, 1), List.of(bench.readers.threads("large"), bench.readers.threads("full"),
                    bench.readers.threads("besides")));
        }
    }

    @Test
    void theComposerStaysForASpanAndChangesWithTheStack() throws Exception {
        Sequence sequence = sequence("v1: full:10 full:10@10 t/2+2 other:10");
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            assertEquals("", pipeline.graph());
            Bench.run(pipeline, sequence, 0, 40);
            List<Integer> layers = bench.composers.opened().stream().map(c -> c.layers().size()).toList();
            assertEquals(List.of(1, 2, 1, 0), layers);
            assertEquals("0 layers", pipeline.graph());
            assertEquals(2, bench.composers.open(), "the one in use and the one before");
        }
    }

    @Test
    void pixelsOfAPhoneHeldUprightAreTurned() throws Exception {
        PictureFormat lying = PictureFormat.of(1920, 1080, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (Bench bench = Bench.direct()) {
            bench.catalog.with("phone", "p", lying, 90);
            Bench.frame(bench.pipeline(sequence("v1: phone:10")), 0);
            Composition composition = bench.composers.opened().getFirst();
            assertEquals(90, composition.layers().getFirst().placement().rotationDegrees());
            assertEquals(36, composition.layers().getFirst().placement().widthPx());
        }
    }

    @Test
    void afterTheEndThereIsBlackAndBeforeTheStartNothing() throws Exception {
        Sequence sequence = sequence("v1: full:10");
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            assertEquals("", Bench.frame(pipeline, 1_000_000));
            assertThrows(IllegalArgumentException.class, () -> pipeline.frame(-1, new Cancellation()));
        }
    }

    @Test
    void whatTheConsumerThrowsComesOut() throws Exception {
        Sequence sequence = sequence("v1: full:100");
        MediaException full = new MediaException(MediaException.Reason.DISK_FULL, "film", "the disk is full");
        try (Bench bench = Bench.threaded()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            MediaException thrown = assertThrows(MediaException.class, () -> pipeline.run(0, 100, (frame, _) -> {
                if (frame == 7) {
                    throw full;
                }
            }, new Cancellation()));
            assertSame(full, thrown);
            assertEquals(0, bench.composers.composed.live());
            assertEquals(Bench.expected(sequence, 8), Bench.frame(pipeline, 8));
        }
    }

    @Test
    void aPictureThatTheConsumerKeepsOutlivesTheRenderer() throws Exception {
        Sequence sequence = sequence("v1: full:3");
        List<VideoFrame> kept = new ArrayList<>();
        Bench bench = Bench.threaded();
        bench.pipeline(sequence).run(0, 3, (_, picture) -> kept.add(picture.retain()), new Cancellation());
        assertThrows(AssertionError.class, bench::close, "the kept pictures are live");
        assertEquals(Bench.expected(sequence, 2), CountedFrame.text(kept.get(2)));
        kept.forEach(VideoFrame::close);
        bench.close();
    }

    @Test
    void aCanvasOfAnOddSizeIsRefused() throws Exception {
        Sequence even = sequence("v1: full:3");
        Sequence odd = new Sequence(even.id(), even.name(), even.rate(), 65, 36, 48_000, even.tracks(), even.extras());
        try (Bench bench = Bench.direct()) {
            assertThrows(IllegalArgumentException.class, () -> bench.pipeline(odd));
        }
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        try (Bench bench = Bench.threaded()) {
            VideoPipeline pipeline = bench.pipeline(sequence("v1: full:3"));
            Bench.frame(pipeline, 1);
            pipeline.close();
            pipeline.close();
        }
    }

    @Test
    void aRazorCutIsSeenNeitherByDecodersNorByEffects() throws EditRefused, Exception {
        Sequence whole = Sequences.sequence(Sequences.FPS_29_97, "v1: full:60@11*3/2");
        Sequence cut = Edits.split(whole, new Id("v1"), 31, new Id("right"));
        try (Bench bench = Bench.threaded()) {
            List<String> uncut = Bench.run(bench.pipeline(whole), whole, 0, 60);
            assertEquals(1, bench.readers.opened("full"));
            assertEquals(uncut, Bench.run(bench.pipeline(cut), cut, 0, 60));
            assertEquals(2, bench.readers.opened("full"), "one reader for each of the two renderers");
        }
    }

    @Test
    void picturesStandStillRunBackwardsAndRunAtFractionsByTheSamplingRule() throws Exception {
        assertEquals(List.of(7, 7, 7, 7), shown("full:4@7*0", Sequences.FPS_25));
        assertEquals(List.of(9, 8, 7, 6), shown("full:4@9*-1", Sequences.FPS_25));
        assertEquals(List.of(2, 1, 0, 0, 0), shown("full:5@2*-1", Sequences.FPS_25), "before the first picture the first");
        assertEquals(List.of(5, 5, 5, 6, 6, 6, 7), shown("full:7@5*1/3", Sequences.FPS_25));
        assertEquals(List.of(5, 7, 10, 12, 15), shown("full:5@5*5/2", Sequences.FPS_25));
        assertEquals(List.of(20, 17, 15, 12, 10), shown("full:5@20*-5/2", Sequences.FPS_25));
        // A frame takes 1001/30000 s, a picture of the medium 1/25 s; frame 12 begins at 0.4004 s, just in the eleventh picture.
        assertEquals(List.of(0, 0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10), shown("full:13", Sequences.FPS_29_97));
        assertEquals(List.of(0, 1, 2, 3, 4), shown("full:5", Sequences.FPS_23_976));
    }

    /** The numbers of the pictures that the frames of one clip show, in a run and asked one by one backwards. */
    private static List<Integer> shown(String clip, FrameRate rate) throws Exception {
        Sequence sequence = Sequences.sequence(rate, "v1: " + clip);
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            List<String> run = Bench.run(pipeline, sequence, 0, sequence.durationFrames());
            for (int frame = run.size() - 1; frame >= 0; frame--) {
                assertEquals(run.get(frame), Bench.frame(pipeline, frame));
            }
            return run.stream().map(text -> Integer.valueOf(text.substring(text.indexOf('#') + 1, text.indexOf('*')))).toList();
        }
    }

    @Test
    void aSoloTrackIsSeenAloneUnlessItIsHidden() throws Exception {
        Sequence sequence = sequence("v1: full:5", "v2: narrow:5", "v3: alpha:5");
        Sequence solo = sequence.withTrack(sequence.tracks().get(1).withSolo(true));
        try (Bench bench = Bench.direct()) {
            assertEquals(Bench.expected(sequence("v1: narrow:5"), 2), Bench.frame(bench.pipeline(solo), 2));
            assertEquals(0, bench.readers.opened("full") + bench.readers.opened("alpha"), "what is not seen is opened");
            Sequence hidden = solo.withTrack(solo.tracks().get(1).withHidden(true));
            assertEquals("", Bench.frame(bench.pipeline(hidden), 2), "solo does not show what is hidden");
        }
    }

    private static List<String> expected(Sequence sequence, long from, long to) {
        List<String> expected = new ArrayList<>();
        for (long frame = from; frame < to; frame++) {
            expected.add(Bench.expected(sequence, frame));
        }
        return expected;
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }
}
