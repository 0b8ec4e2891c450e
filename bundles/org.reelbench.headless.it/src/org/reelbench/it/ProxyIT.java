package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Primaries;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.ColorDescription.Transfer;
import org.reelbench.media.Composers;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.Recipes;
import org.reelbench.render.Renderers;
import org.reelbench.render.SegmentPlan;
import org.reelbench.render.StandIn;
import org.reelbench.render.VideoRenderer;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.PictureTreatment;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

/** Proxies of real films: every frame at its time, every picture in its place, and none in an export. */
@Timeout(300)
class ProxyIT {

    private static final Id MEDIUM = new Id("m1");
    private static final ColorDescription HD = ColorDescription.BT709_LIMITED;
    private static final ColorDescription PAL = new ColorDescription(Matrix.BT601, Range.LIMITED, Primaries.BT601_625,
            Transfer.SDR);
    private static final ColorDescription FULL = new ColorDescription(Matrix.BT709, Range.FULL);
    private static final ColorDescription HLG = new ColorDescription(Matrix.BT2020, Range.LIMITED, Primaries.BT2020,
            Transfer.HLG);
    private static final double LEAST_DB = 28;
    private static final Cancellation NEVER = new Cancellation();

    @TempDir
    private Path folder;

    private MediaReference reference(ProxyFilm film) {
        return new MediaReference(MEDIUM, film.name(), film.name(), "", Extras.NONE).withProxy(ProxyUse.ALWAYS);
    }

    private MediaCatalog catalog(MediaReference reference) throws Exception {
        return new FileMediaCatalog(folder, List.of(reference), Services.get(MediaProbe.class));
    }

    private static Optional<StandIn> standIn(MediaCatalog catalog, MediaReference reference) throws Exception {
        return Services.get(Proxies.class).standingIn(catalog, List.of(reference), false).medium(MEDIUM).standIn(0);
    }

    @TestFactory
    List<DynamicTest> aProxyHasEveryFrameOfItsMediumAtExactlyItsTime() {
        List<Long> varying = new ArrayList<>();
        for (long i = 0, tick = 0; i < 260; i++, tick += i % 7 == 0 ? 3003 : 1001 + i % 3) {
            varying.add(tick);
        }
        List<Long> late = varying.subList(0, 30).stream().map(tick -> tick + 45_000).toList();
        return List.of(ProxyFilm.steady("29.97.mov", 640, 576, HD, 250),
                new ProxyFilm("varying.mov", 640, 360, HD, Rational.of(1, 30_000), varying),
                new ProxyFilm("late.mov", 320, 180, HD, Rational.of(1, 48_000), late),
                ProxyFilm.steady("one.mov", 320, 180, HD, 1), ProxyFilm.steady("odd.mov", 1279, 719, HD, 3)).stream()
                .map(film -> DynamicTest.dynamicTest(film.name(), () -> {
                    film.write(folder);
                    MediaReference reference = reference(film);
                    MediaCatalog catalog = catalog(reference);
                    Medium medium = catalog.medium(MEDIUM);
                    assertEquals(State.READY, MadeProxies.make(medium).state());
                    checkFrames(film, medium, standIn(catalog, reference).orElseThrow());
                })).toList();
    }

    private static void checkFrames(ProxyFilm film, Medium medium, StandIn standIn) throws Exception {
        MediaReaders readers = Services.get(MediaReaders.class);
        try (ByteSource bytes = standIn.open();
                ByteSource own = medium.open();
                FrameReader proxy = readers.openFrames(bytes, standIn.info(), standIn.streamIndex(), 1, NEVER);
                FrameReader whole = readers.openFrames(own, medium.info(), 0, 1, NEVER)) {
            RationalTime time = RationalTime.ofSeconds(-1);
            for (int i = 0; i < film.ticks().size(); i++) {
                try (VideoFrame small = proxy.frameAfter(time, NEVER).orElseThrow();
                        VideoFrame large = whole.frameAfter(time, NEVER).orElseThrow()) {
                    assertEquals(large.time(), small.time(), "frame " + i);
                    Reading reading = TestCard.read(small);
                    assertTrue(reading.is(ProxyFilm.SOURCE, i), reading + " instead of frame " + i);
                    assertTrue(small.format().heightPx() <= 540, small.format().toString());
                    time = small.time();
                }
            }
            assertTrue(proxy.frameAfter(time, NEVER).isEmpty(), "the proxy has more frames");
        }
    }

    /** How a film is shown. */
    private record Look(String name, ProxyFilm film, Interpretation interpretation, Transform transform, Rational speed) {
    }

    private static Interpretation turned(Integer degrees, Rational aspect, Interpretation.Color color) {
        return new Interpretation(degrees, aspect, Interpretation.FieldOrder.AUTO, color, Interpretation.Range.AUTO, null);
    }

    private static List<Look> looks() {
        ProxyFilm hd = ProxyFilm.steady("hd.mov", 1280, 720, HD, 8);
        ProxyFilm pal = ProxyFilm.steady("pal.mov", 720, 576, PAL, 8);
        ProxyFilm narrow = ProxyFilm.steady("narrow.mov", 1440, 1080, HD, 8);
        ProxyFilm phone = ProxyFilm.steady("phone.mov", 720, 1280, HD, 8);
        ProxyFilm full = ProxyFilm.steady("full.mov", 1280, 720, FULL, 8);
        ProxyFilm odd = ProxyFilm.steady("odd.mov", 1279, 719, HD, 8);
        ProxyFilm hlg = ProxyFilm.steady("hlg.mov", 1280, 720, HLG, 8);
        ProxyFilm varying = new ProxyFilm("varying.mov", 1280, 720, HD, Rational.of(1, 600),
                List.of(0L, 20L, 55L, 60L, 100L, 160L,
                        161L, 200L));
        Transform plain = Transform.IDENTITY;
        Transform cropped = new Transform(0, 0, 1, 0, 0.5, 0.5, new Crop(160, 90, 320, 45));
        Transform part = new Transform(10.5, -7.25, 0.77, 0, 0.5, 0.5, new Crop(33.5, 0, 0, 101.25));
        Transform spun = new Transform(40, 20, 0.8, 30, 0.25, 0.75, Crop.NONE);
        Transform near = new Transform(0, 0, 1.6, 0, 0.5, 0.5, Crop.NONE);
        Interpretation auto = Interpretation.AUTO;
        return List.of(new Look("plain", hd, auto, plain, Rational.ONE), new Look("cropped", hd, auto, cropped, Rational.ONE),
                new Look("parts of pixels", hd, auto, part, Rational.ONE), new Look("turned", hd, auto, spun, Rational.ONE),
                new Look("near", hd, auto, near, Rational.ONE), new Look("on its side", hd, turned(90, null,
                        Interpretation.Color.AUTO), plain, Rational.ONE),
                new Look("upside down, cropped", hd, turned(180, null, Interpretation.Color.AUTO), cropped, Rational.ONE),
                new Look("270, cropped", hd, turned(270, null, Interpretation.Color.AUTO), cropped, Rational.ONE),
                new Look("PAL", pal, turned(null, Rational.of(16, 15), Interpretation.Color.AUTO), plain, Rational.ONE),
                new Look("wide PAL", pal, turned(null, Rational.of(64, 45), Interpretation.Color.AUTO), cropped, Rational.ONE),
                new Look("narrow pixels", narrow, turned(null, Rational.of(4, 3), Interpretation.Color.AUTO), plain,
                        Rational.ONE),
                new Look("narrow pixels as square", narrow, auto, plain, Rational.ONE),
                new Look("phone", phone, auto, plain, Rational.ONE), new Look("phone, turned", phone, turned(90, null,
                        Interpretation.Color.AUTO), cropped, Rational.ONE),
                new Look("full range", full, auto, plain, Rational.ONE), new Look("odd", odd, auto, plain, Rational.ONE),
                new Look("odd, cropped", odd, auto, part, Rational.ONE), new Look("HLG", hlg, auto, plain, Rational.ONE),
                new Look("taken for BT.601", hd, turned(null, null, Interpretation.Color.BT601), plain, Rational.ONE),
                new Look("varying, backwards", varying, auto, plain, Rational.of(-1)),
                new Look("varying, fast", varying, auto, near, Rational.of(3, 2)));
    }

    private static Sequence sequence(Look look) {
        RationalTime in = look.speed.signum() < 0 ? look.film.timeOf(look.film.ticks().size() - 1) : RationalTime.ZERO;
        Clip clip = Clip.of(new Id("c"), look.name, new MediaStream(MEDIUM, 0), in, 8).withSpeed(look.speed)
                .withPicture(PictureTreatment.PLAIN.withTransform(look.transform));
        return new Sequence(new Id("s"), look.name, FrameRate.of(25, 1), 640, 360, 48_000,
                List.of(Track.of(new Id("v"), "V", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)))), Extras.NONE);
    }

    @TestFactory
    List<DynamicTest> aProxyIsSeenWhereItsMediumIsAndAtTheSameFrames() {
        return looks().stream().map(look -> DynamicTest.dynamicTest(look.name, () -> {
            look.film.write(folder);
            MediaReference reference = reference(look.film).withInterpretation(look.interpretation);
            MediaCatalog originals = catalog(reference);
            assertEquals(State.READY, MadeProxies.make(originals.medium(MEDIUM)).state());
            MediaCatalog viewed = Services.get(Proxies.class).standingIn(originals, List.of(reference), false);
            Sequence sequence = sequence(look);
            long before = MadeProxies.opened();
            try (VideoRenderer whole = Services.get(Renderers.class).video(sequence, originals);
                    VideoRenderer small = Services.get(Renderers.class).video(sequence, viewed)) {
                for (int i = 0; i < 8; i++) {
                    try (VideoFrame expected = whole.frame(i, NEVER); VideoFrame found = small.frame(i, NEVER)) {
                        int frame = i;
                        for (int plane = 0; plane < 3; plane++) {
                            double db = Likeness.db(expected, found, plane);
                            assertTrue(db >= LEAST_DB, () -> "frame " + frame + " differs: " + db + " dB");
                        }
                        Reading one = TestCard.read(expected);
                        if (one.valid()) {
                            Reading other = TestCard.read(found);
                            assertTrue(other.is(ProxyFilm.SOURCE, one.frameNumber()), other + " instead of " + one);
                        }
                    }
                }
            }
            assertTrue(MadeProxies.opened() > before, "no proxy was seen: the test proves nothing");
        })).toList();
    }

    @Test
    void recipesNameTheProxyAndSoundsDoNot() throws Exception {
        ProxyFilm film = ProxyFilm.steady("hd.mov", 1280, 720, HD, 8);
        film.write(folder);
        MediaReference reference = reference(film);
        MediaCatalog originals = catalog(reference);
        MadeProxies.make(originals.medium(MEDIUM));
        Sequence sequence = sequence(new Look("plain", film, Interpretation.AUTO, Transform.IDENTITY, Rational.ONE));
        MediaCatalog viewed = Services.get(Proxies.class).standingIn(originals, List.of(reference), false);
        assertNotEquals(recipe(sequence, originals), recipe(sequence, viewed));
        assertEquals(recipe(sequence, originals), recipe(sequence, Services.get(Proxies.class).standingIn(originals,
                List.of(reference.withProxy(ProxyUse.NEVER)), false)));
        assertEquals(viewed.medium(MEDIUM).representation(), originals.medium(MEDIUM).representation());
    }

    private static String recipe(Sequence sequence, MediaCatalog catalog) throws Exception {
        Composers composers = Services.get(Composers.class);
        SegmentPlan plan = new SegmentPlan(new Recipes("natives", composers::effect), sequence, catalog);
        return plan.recipeOf(plan.segments(0, 8).getFirst(), new VideoEncoding("x", 96, 54, PixelFormat.YUV420P, HD,
                Rational.of(1, 25), Rational.of(25), 50, 1_000_000, 0, new TreeMap<>())).id();
    }

    @Test
    void anExportOpensNoProxy() throws Exception {
        ProxyFilm film = ProxyFilm.steady("hd.mov", 1280, 720, HD, 12);
        film.write(folder);
        MediaReference reference = reference(film);
        MediaCatalog originals = catalog(reference);
        assertEquals(State.READY, MadeProxies.make(originals.medium(MEDIUM)).state());
        Sequence sequence = sequence(new Look("plain", film, Interpretation.AUTO, Transform.IDENTITY, Rational.ONE));
        // Even if somebody gives it what views see.
        MediaCatalog viewed = Services.get(Proxies.class).standingIn(originals, List.of(reference), false);
        assertTrue(viewed.medium(MEDIUM).standIn(0).isPresent(), "there was no proxy: the test proves nothing");
        long before = MadeProxies.opened();
        ExportJob job = Services.get(Exports.class)
                .start(new ExportRequest(sequence, viewed, folder.resolve("film.mkv"), Services.get(ExportPresets.class)
                        .find("lossless").orElseThrow().preset(), 0, 8));
        assertEquals(8, job.result().frames());
        assertEquals(0, MadeProxies.opened() - before, "proxies opened by an export");
    }

    @Test
    void aDamagedProxyIsMadeAnew() throws Exception {
        ProxyFilm film = ProxyFilm.steady("hd.mov", 1280, 720, HD, 8);
        film.write(folder);
        MediaReference reference = reference(film);
        MediaCatalog originals = catalog(reference);
        Medium medium = originals.medium(MEDIUM);
        Proxies proxies = Services.get(Proxies.class);
        proxies.clear();
        assertEquals(State.NONE, proxies.status(medium, ProxyUse.ALWAYS).state());
        assertEquals(State.READY, MadeProxies.make(medium).state());
        Path file = proxyFile();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        // Found when it is looked at for the first time: as another run of the program would.
        ProxyStatus status = MadeProxies.make(medium);
        assertEquals(State.READY, status.state(), status.detail());
        if (standIn(originals, reference).isPresent()) {
            checkFrames(film, medium, standIn(originals, reference).orElseThrow());
        }
        assertTrue(proxies.clear() > 0);
        assertFalse(Files.exists(file));
        assertTrue(standIn(originals, reference).isEmpty(), "a proxy that is gone stands in");
    }

    private Path proxyFile() throws Exception {
        StandIn standIn = standIn(catalog(reference(ProxyFilm.steady("hd.mov", 1280, 720, HD, 8))), reference(
                ProxyFilm.steady("hd.mov", 1280, 720, HD, 8))).orElseThrow();
        try (ByteSource bytes = standIn.open()) {
            return Path.of(bytes.name());
        }
    }

    @Test
    void aCamerasSmallFileStandsInOnlyIfItsFramesComeAtTheSameTimes() throws Exception {
        ProxyFilm.steady("GX010001.MP4", 1280, 720, HD, 20).write(folder);
        ProxyFilm.steady("GL010001.LRV", 640, 360, HD, 20).write(folder);
        MediaReference reference = new MediaReference(MEDIUM, "GoPro", "GX010001.MP4", "", Extras.NONE)
                .withProxy(ProxyUse.ALWAYS);
        MediaCatalog originals = new FileMediaCatalog(folder.toRealPath(), List.of(reference), Services.get(MediaProbe.class));
        ProxyStatus status = MadeProxies.make(originals.medium(MEDIUM));
        assertEquals(State.READY, status.state(), status.detail());
        assertTrue(status.detail().startsWith("GoPro: "), status.detail());
        assertTrue(standIn(originals, reference).orElseThrow().representation().startsWith("sidecar "));

        List<Long> shaken = new ArrayList<>(ProxyFilm.steady("x", 2, 2, HD, 20).ticks());
        shaken.set(10, shaken.get(10) + 200);
        ProxyFilm.steady("DJI_0001.MP4", 1920, 1080, HD, 20).write(folder);
        new ProxyFilm("DJI_0001.LRF", 640, 360, HD, Rational.of(1, 30_000), shaken).write(folder);
        MediaReference other = new MediaReference(MEDIUM, "DJI", "DJI_0001.MP4", "", Extras.NONE).withProxy(ProxyUse.ALWAYS);
        ProxyStatus made = MadeProxies.make(new FileMediaCatalog(folder.toRealPath(), List.of(other),
                Services.get(MediaProbe.class)).medium(MEDIUM));
        assertEquals(State.READY, made.state());
        assertEquals(Services.get(Proxies.class).format().name(), made.detail(), "a file whose frames come at other times");
    }
}
