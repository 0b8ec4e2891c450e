package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.CANVAS;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.FULL;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WHOLE;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.hash;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.input;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.noise;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.solid;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.FilterText;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** Effects of third parties in the composer: how they come and go, run, and fail. */
class EffectsTest {

    private final FfmpegComposers composers = new FfmpegComposers();

    /** Makes a provider's bodies. */
    @FunctionalInterface
    private interface Maker {
        EffectBody make(SortedMap<String, Object> values) throws MediaException;
    }

    private record Provider(String id, String version, Maker maker) implements EffectProvider {
        @Override
        public EffectDescriptor descriptor() {
            return new EffectDescriptor(id, version, id, List.of(EffectParameter.number("amount", "Amount", 1, 0, 10)));
        }

        @Override
        public EffectBody create(SortedMap<String, Object> parameters) throws MediaException {
            return maker.make(parameters);
        }
    }

    /** Sets the luma of the first pixel, and remembers what it saw. */
    private static final class Marker implements FrameProcessor {
        private final PixelFormat format;
        private final int mark;
        private final List<RationalTime> times = new ArrayList<>();
        private int seen = -1;
        private Range range = Range.LIMITED;
        private boolean closed;

        Marker(PixelFormat format, int mark) {
            this.format = format;
            this.mark = mark;
        }

        @Override
        public Set<PixelFormat> formats() {
            return Set.of(format);
        }

        @Override
        public void process(VideoFrame frame, RationalTime sourceTime) {
            assertEquals(format, frame.format().pixelFormat());
            times.add(sourceTime);
            seen = at(frame, 0, 0, 0);
            range = frame.format().color().range();
            frame.plane(0).set(ValueLayout.JAVA_BYTE, 0, (byte) mark);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private EffectProvider install(String id, Maker maker) {
        EffectProvider provider = new Provider(id, "1", maker);
        composers.addEffect(provider, Map.of());
        return provider;
    }

    private static LayerSpec layer(PictureFormat format, Placement placement, String... effects) {
        return new LayerSpec(format, placement, false,
                Arrays.stream(effects).map(e -> new EffectUse(e, new TreeMap<>())).toList());
    }

    private Composer open(String... effects) throws MediaException {
        return composers.open(new Composition(CANVAS, List.of(layer(FULL, WHOLE, effects))));
    }

    @Test
    void effectsApplyInTheirOrder() throws Exception {
        install("plus", _ -> new FilterText("lutyuv=y=val+10"));
        install("double", _ -> new FilterText("lutyuv=y=(val-16)*2+16"));
        try (MemoryFrame picture = solid(FULL, 50, 128, 128);
                Composer first = open("plus", "double");
                Composer second = open("double", "plus");
                VideoFrame plusFirst = first.compose(0, List.of(input(picture)));
                VideoFrame doubleFirst = second.compose(0, List.of(input(picture)))) {
            assertEquals((50 + 10 - 16) * 2 + 16, at(plusFirst, 0, 5, 5));
            assertEquals((50 - 16) * 2 + 16 + 10, at(doubleFirst, 0, 5, 5));
        }
    }

    @Test
    void aProcessorStandsBetweenTheFiltersBeforeAndAfterIt() throws Exception {
        Marker marker = new Marker(PixelFormat.YUV420P, 100);
        install("plus", _ -> new FilterText("lutyuv=y=val+10"));
        install("mark", _ -> marker);
        try (MemoryFrame picture = solid(FULL, 50, 128, 128); Composer composer = open("plus", "mark", "plus")) {
            for (int n = 0; n < 3; n++) {
                RationalTime sourceTime = RationalTime.of(n, 7);
                try (VideoFrame composed = composer.compose(n, List.of(new ComposerInput(picture, 1, sourceTime)))) {
                    assertEquals(60, marker.seen);
                    assertEquals(110, at(composed, 0, 0, 0));
                    assertEquals(70, at(composed, 0, 1, 0));
                }
            }
            assertEquals(50, at(picture, 0, 0, 0), "the layer's own frame is not changed");
            assertEquals(List.of(RationalTime.ZERO, RationalTime.of(1, 7), RationalTime.of(2, 7)), marker.times);
            assertTrue(composer.graph().contains("{mark}"), composer.graph());
            assertFalse(marker.closed);
        }
        assertTrue(marker.closed, "the composer closes its processors");
    }

    @Test
    void aProcessorGetsTheFormatItWants() throws Exception {
        for (PixelFormat format : List.of(PixelFormat.BGRA, PixelFormat.YUV444P, PixelFormat.YUVA420P, PixelFormat.GRAY8)) {
            Marker marker = new Marker(format, 128);
            EffectProvider provider = install("mark", _ -> marker);
            try (MemoryFrame picture = solid(FULL, 126, 128, 128);
                    Composer composer = open("mark");
                    VideoFrame composed = composer.compose(0, List.of(input(picture)))) {
                assertEquals(126, at(composed, 0, 100, 100), 1, format + " and back");
                boolean full = format == PixelFormat.BGRA || format == PixelFormat.GRAY8;
                assertEquals(full ? (126 - 16) * 255 / 219.0 : 126, marker.seen, 1.1, format.toString());
                assertEquals(full ? Range.FULL : Range.LIMITED, marker.range);
                assertEquals(128, at(composed, 1, 50, 50), 1);
            }
            composers.removeEffect(provider);
        }
    }

    @Test
    void severalProcessorsOnSeveralLayersDoNotDisturbEachOther() throws Exception {
        install("a", _ -> new Marker(PixelFormat.YUV420P, 101));
        install("b", _ -> new Marker(PixelFormat.YUVA444P, 102));
        PictureFormat small = Pictures.format(52, 48, PixelFormat.YUV420P);
        List<LayerSpec> layers = List.of(layer(FULL, WHOLE, "a"), layer(small, Placement.at(10, 10, 52, 48), "b"),
                layer(small, Placement.at(71, 11, 52, 48), "a", "b", "a"));
        try (MemoryFrame below = solid(FULL, 50, 128, 128);
                MemoryFrame above = solid(small, 200, 128, 128);
                Composer composer = composers.open(new Composition(CANVAS, layers));
                VideoFrame composed = composer.compose(0, List.of(input(below), input(above), input(above)))) {
            assertEquals(101, at(composed, 0, 0, 0));
            assertEquals(102, at(composed, 0, 10, 10));
            assertEquals(200, at(composed, 0, 11, 10));
            assertEquals(101, at(composed, 0, 71, 11));
            assertEquals(200, at(composed, 0, 72, 11));
            assertEquals(50, at(composed, 0, 70, 11));
        }
    }

    @Test
    void anEffectThatMakesTransparentShowsWhatIsBelow() throws Exception {
        install("keyed", _ -> new FilterText("format=pix_fmts=yuva420p,lutyuv=y=val:u=val:v=val:a=0"));
        try (MemoryFrame below = noise(FULL, 1);
                MemoryFrame above = noise(FULL, 2);
                Composer composer = composers
                        .open(new Composition(CANVAS, List.of(layer(FULL, WHOLE), layer(FULL, WHOLE, "keyed"))));
                VideoFrame composed = composer.compose(0, List.of(input(below), input(above)));
                Composer alone = open("keyed");
                VideoFrame black = alone.compose(0, List.of(input(below)))) {
            assertEquals(hash(below), hash(composed));
            assertEquals(16, at(black, 0, 10, 10), "below the lowest layer is black");
        }
    }

    @Test
    void picturesTurnedOverHaveReadablePlanes() throws Exception {
        Marker marker = new Marker(PixelFormat.YUV420P, 100);
        install("over", _ -> new FilterText("vflip"));
        install("mark", _ -> marker);
        try (MemoryFrame picture = noise(FULL, 3);
                Composer over = open("over");
                VideoFrame turned = over.compose(0, List.of(input(picture)));
                Composer marked = open("over", "mark", "over");
                VideoFrame back = marked.compose(0, List.of(input(picture)))) {
            assertEquals(at(picture, 0, 7, 3), at(turned, 0, 7, 176));
            assertEquals(at(picture, 0, 0, 179), marker.seen);
            assertEquals(100, at(back, 0, 0, 179));
            assertEquals(at(picture, 1, 5, 5), at(back, 1, 5, 5));
        }
    }

    @Test
    void whatIsNotInstalledIsNamedWithTheRemedy() {
        MediaException missing = assertThrows(MediaException.class, () -> open("org.example.gone").close());
        assertEquals(Reason.EFFECT, missing.reason());
        assertTrue(missing.getMessage().contains("org.example.gone") && missing.getMessage().contains("install"),
                missing.getMessage());
    }

    @Test
    void effectsComeAndGoAndRunningComposersKeepTheirs() throws Exception {
        EffectProvider provider = install("plus", _ -> new FilterText("lutyuv=y=val+10"));
        assertEquals("plus", composers.effect("plus").orElseThrow().id());
        try (MemoryFrame picture = solid(FULL, 50, 128, 128); Composer composer = open("plus")) {
            composers.removeEffect(provider);
            assertTrue(composers.effects().isEmpty());
            assertThrows(MediaException.class, () -> open("plus").close());
            try (VideoFrame composed = composer.compose(0, List.of(input(picture)))) {
                assertEquals(60, at(composed, 0, 5, 5));
            }
        }
    }

    @Test
    void ofTwoWithOneIdTheHigherRankedIsUsed() throws Exception {
        EffectProvider low = new Provider("x", "low", _ -> new FilterText("null"));
        EffectProvider high = new Provider("x", "high", _ -> new FilterText("null"));
        composers.addEffect(low, Map.of("service.id", 1L));
        composers.addEffect(high, Map.of("service.id", 2L, "service.ranking", 5));
        assertEquals("high", composers.effect("x").orElseThrow().version());
        composers.removeEffect(high);
        assertEquals("low", composers.effect("x").orElseThrow().version());
        composers.addEffect(high, Map.of("service.id", 2L));
        assertEquals("low", composers.effect("x").orElseThrow().version(), "of equals the older stays");
        assertEquals(1, composers.effects().size());
    }

    @Test
    void textThatDoesNotWorkIsNamed() {
        install("good", _ -> new FilterText("null"));
        for (String text : List.of("no_such_filter", "gblur=nonsense=1", "gblur=sigma='3", "scale=w=10:h=10", "split", "nullsink",
                "crop=iw/2")) {
            EffectProvider bad = install("bad", _ -> new FilterText(text));
            MediaException failed = assertThrows(MediaException.class, () -> open("good", "bad").close(), text);
            assertEquals(Reason.EFFECT, failed.reason(), failed.getMessage());
            assertTrue(failed.getMessage().contains("'bad'"), failed.getMessage());
            composers.removeEffect(bad);
        }
    }

    @Test
    void textThatDropsOrHoldsFramesIsCaughtAndTheComposerGoesOn() throws Exception {
        install("drop", _ -> new FilterText("select=not(mod(n\\,2))"));
        install("hold", _ -> new FilterText("tblend=all_mode=average"));
        try (MemoryFrame picture = solid(FULL, 50, 128, 128)) {
            try (Composer composer = open("drop")) {
                composer.compose(0, List.of(input(picture))).close();
                assertEquals(Reason.EFFECT,
                        assertThrows(MediaException.class, () -> composer.compose(1, List.of(input(picture))).close()).reason());
                composer.compose(2, List.of(input(picture))).close();
            }
            try (Composer composer = open("hold")) {
                assertEquals(Reason.EFFECT,
                        assertThrows(MediaException.class, () -> composer.compose(0, List.of(input(picture))).close()).reason());
            }
        }
    }

    @Test
    void valuesAreCheckedAndProvidersThatFailAreNamed() throws Exception {
        install("fails", _ -> {
            throw new IllegalStateException("not today");
        });
        install("refuses", _ -> {
            throw new MediaException(Reason.EFFECT, "", "needs a table");
        });
        assertMessage("not today", () -> open("fails").close());
        assertMessage("needs a table", () -> open("refuses").close());
        TreeMap<String, Object> tooMuch = new TreeMap<>(Map.of("amount", 11));
        LayerSpec layer = new LayerSpec(FULL, WHOLE, false, List.of(new EffectUse("fails", tooMuch)));
        assertMessage("amount", () -> composers.open(new Composition(CANVAS, List.of(layer))).close());
    }

    private static Composition with(double first, double second) {
        return new Composition(CANVAS, List.of(new LayerSpec(FULL, WHOLE, false,
                List.of(new EffectUse("first", new TreeMap<>(Map.of("amount", first))),
                        new EffectUse("second", new TreeMap<>(Map.of("amount", second)))))));
    }

    /** Puts the sum of the first samples around into the first sample, and remembers when it was asked. */
    private static EffectProvider summing(String id, EffectReach reach) {
        return new EffectProvider() {
            @Override
            public EffectDescriptor descriptor() {
                return new EffectDescriptor(id, "1", id, List.of(), reach);
            }

            @Override
            public EffectBody create(SortedMap<String, Object> parameters) {
                return new FrameProcessor() {
                    @Override
                    public Set<PixelFormat> formats() {
                        return Set.of(PixelFormat.YUV420P);
                    }

                    @Override
                    public void process(VideoFrame frame, RationalTime sourceTime) {
                        throw new IllegalStateException("nothing around");
                    }

                    @Override
                    public void process(VideoFrame frame, RationalTime sourceTime, List<VideoFrame> around) {
                        int sum = around.stream().mapToInt(f -> at(f, 0, 0, 0)).sum();
                        frame.plane(0).set(ValueLayout.JAVA_BYTE, 0, (byte) sum);
                    }
                };
            }
        };
    }

    @Test
    void effectsLookAroundThroughThoseBeforeThem() throws Exception {
        composers.addEffect(summing("two", new EffectReach(1, 0)), Map.of());
        composers.addEffect(summing("three", new EffectReach(1, 1)), Map.of());
        install("plus", _ -> new FilterText("lutyuv=y=val+1"));
        List<MemoryFrame> pictures = IntStream.range(0, 5).mapToObj(n -> solid(FULL, 2 + n, 128, 128)).toList();
        try (Composer composer = open("plus", "two", "plus", "three")) {
            ComposerInput middle = new ComposerInput(pictures.get(3), 1, RationalTime.ZERO, null, pictures.subList(1, 5).stream()
                    .map(p -> new ComposerInput.Neighbour(p, RationalTime.ZERO)).toList());
            try (VideoFrame composed = composer.compose(0, List.of(middle))) {
                // 4 5 6 7 become by twos 9+1 11+1 13+1, and those together 36.
                assertEquals(10 + 12 + 14, at(composed, 0, 0, 0));
                assertEquals(5 + 2, at(composed, 0, 5, 5), "the frame in the middle is the third of four");
            }
            assertThrows(IllegalArgumentException.class, () -> composer.compose(0, List.of(input(pictures.get(0)))).close());
        } finally {
            pictures.forEach(MemoryFrame::close);
        }
        composers.addEffect(summing("far", new EffectReach(0, EffectReach.MOST_FRAMES + 1)), Map.of());
        assertMessage("far", () -> open("far").close());
    }

    /** Adds up the first samples it got; of those ahead too. */
    private static EffectProvider adding(String id, EffectReach reach, boolean takesOnValues) {
        return new EffectProvider() {
            @Override
            public EffectDescriptor descriptor() {
                return new EffectDescriptor(id, "1", id, List.of(EffectParameter.number("amount", "Amount", 0, 0, 10)), reach);
            }

            @Override
            public EffectBody create(SortedMap<String, Object> parameters) {
                return new FrameProcessor() {

                    private int sum;

                    @Override
                    public Set<PixelFormat> formats() {
                        return Set.of(PixelFormat.YUV420P);
                    }

                    @Override
                    public boolean adjust(SortedMap<String, Object> values) {
                        return takesOnValues;
                    }

                    @Override
                    public void process(VideoFrame frame, RationalTime sourceTime) {
                        sum += at(frame, 0, 0, 0);
                        frame.plane(0).set(ValueLayout.JAVA_BYTE, 0, (byte) sum);
                    }

                    @Override
                    public void process(VideoFrame frame, RationalTime sourceTime, List<VideoFrame> around) {
                        sum += around.stream().mapToInt(f -> at(f, 0, 0, 0)).sum();
                        frame.plane(0).set(ValueLayout.JAVA_BYTE, 0, (byte) sum);
                    }
                };
            }
        };
    }

    @Test
    void effectsThatAreFedRememberWhatTheComposerGot() throws Exception {
        composers.addEffect(adding("all", new EffectReach(EffectReach.UNBOUNDED, 0), true), Map.of());
        composers.addEffect(adding("many", new EffectReach(EffectReach.MOST_FRAMES + 1, 1), true), Map.of());
        List<MemoryFrame> pictures = IntStream.range(0, 5).mapToObj(n -> solid(FULL, 2 + n, 128, 128)).toList();
        try (Composer all = open("all"); Composer many = open("many")) {
            int sum = 0;
            int sumAhead = 0;
            for (int n = 0; n < 4; n++) {
                sum += 2 + n;
                sumAhead += 2 + n + 3 + n;
                ComposerInput ahead = new ComposerInput(pictures.get(n), 1, RationalTime.ZERO, null, pictures.subList(n, n + 2)
                        .stream().map(p -> new ComposerInput.Neighbour(p, RationalTime.ZERO)).toList());
                try (VideoFrame one = all.compose(n, List.of(input(pictures.get(n))));
                        VideoFrame other = many.compose(n, List.of(ahead))) {
                    assertEquals(sum, at(one, 0, 0, 0));
                    assertEquals(sumAhead, at(other, 0, 0, 0), "of a fed effect only what is ahead comes with a frame");
                }
            }
        } finally {
            pictures.forEach(MemoryFrame::close);
        }
    }

    @Test
    void whatRemembersIsNotReplacedByWhatHasForgotten() throws Exception {
        composers.addEffect(adding("first", new EffectReach(EffectReach.UNBOUNDED, 0), false), Map.of());
        composers.addEffect(adding("second", new EffectReach(EffectReach.UNBOUNDED, 0), true), Map.of());
        try (Composer composer = composers.open(with(1, 2))) {
            assertTrue(composer.adjust(with(1, 3)));
            assertMessage("'first' remembers frames", () -> composer.adjust(with(2, 3)));
            assertEquals(with(1, 3), composer.composition());
        }
    }

    @Test
    void otherValuesAreTakenOnWithoutANewComposer() throws Exception {
        install("first", v -> new FilterText("lutyuv=y=val+" + Math.round((Double) v.get("amount"))));
        install("second", v -> new FilterText("lutyuv=y=val*" + Math.round((Double) v.get("amount")) + ",null"));
        try (MemoryFrame picture = solid(FULL, 20, 128, 128); Composer composer = composers.open(with(1, 2))) {
            for (double[] values : new double[][] { { 1, 2 }, { 5, 2 }, { 5, 4 }, { 7, 1 }, { 1, 2 } }) {
                assertTrue(composer.adjust(with(values[0], values[1])));
                assertEquals(with(values[0], values[1]), composer.composition());
                try (VideoFrame composed = composer.compose(0, List.of(input(picture)))) {
                    assertEquals((20 + values[0]) * values[1], at(composed, 0, 5, 5));
                }
            }
            assertFalse(composer.adjust(new Composition(CANVAS, List.of(layer(FULL, WHOLE, "first")))));
        }
    }

    @Test
    void whereOneEffectCannotTakeOnValuesAllKeepTheirs() throws Exception {
        install("first", v -> new FilterText("lutyuv=y=val+" + Math.round((Double) v.get("amount"))));
        install("second", v -> {
            if ((Double) v.get("amount") > 8) {
                throw new MediaException(Reason.EFFECT, "", "too much");
            }
            return new FilterText((Double) v.get("amount") > 5 ? "negate" : "null");
        });
        try (MemoryFrame picture = solid(FULL, 20, 128, 128); Composer composer = composers.open(with(1, 2))) {
            assertFalse(composer.adjust(with(5, 6)), "another chain is another graph");
            assertMessage("too much", () -> composer.adjust(with(7, 9)));
            assertEquals(with(1, 2), composer.composition());
            try (VideoFrame composed = composer.compose(0, List.of(input(picture)))) {
                assertEquals(21, at(composed, 0, 5, 5));
            }
            assertTrue(composer.adjust(with(3, 2)));
        }
    }

    private static void assertMessage(String words, org.junit.jupiter.api.function.Executable executable) {
        MediaException failed = assertThrows(MediaException.class, executable);
        assertEquals(Reason.EFFECT, failed.reason());
        assertTrue(failed.getMessage().contains(words), failed.getMessage());
    }

    @Test
    void aProcessorThatThrowsFailsTheFrameAndNotTheComposer() throws Exception {
        boolean[] broken = { false };
        boolean[] closed = { false };
        install("moody", _ -> new FrameProcessor() {
            @Override
            public Set<PixelFormat> formats() {
                return Set.of(PixelFormat.YUV420P);
            }

            @Override
            public void process(VideoFrame frame, RationalTime sourceTime) {
                if (broken[0]) {
                    throw new IllegalStateException("not today");
                }
            }

            @Override
            public void close() {
                closed[0] = true;
                throw new IllegalStateException("nor tomorrow");
            }
        });
        try (MemoryFrame below = noise(FULL, 1);
                MemoryFrame above = noise(FULL, 2);
                Composer composer = composers
                        .open(new Composition(CANVAS,
                                List.of(layer(FULL, WHOLE), layer(FULL, Placement.at(50, 50, 64, 36), "moody"))))) {
            String before;
            try (VideoFrame composed = composer.compose(0, List.of(input(below), input(above)))) {
                before = hash(composed);
            }
            broken[0] = true;
            assertMessage("not today", () -> composer.compose(0, List.of(input(below), input(above))).close());
            broken[0] = false;
            try (VideoFrame composed = composer.compose(0, List.of(input(below), input(above)));
                    VideoFrame other = composer.compose(1, List.of(input(above), input(above)))) {
                assertEquals(before, hash(composed));
                assertNotEquals(before, hash(other));
            }
        }
        assertTrue(closed[0]);
    }
}
