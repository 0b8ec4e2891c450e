package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Recipes;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.SegmentPlan;
import org.reelbench.render.VideoRenderer;
import org.reelbench.testcard.EffectContract;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Transitions, generators and encoders of a plug-in: what is seen with it, without it, and what recipes say. */
class PluginPassageIT {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final int WIDTH = 64;
    private static final int WHITE = 235;
    private static final int BLACK = 16;
    private static final VideoEncoding RUNG = new VideoEncoding("x", WIDTH, 36, PixelFormat.YUV420P,
            ColorDescription.BT709_LIMITED, Rational.of(1, 25), Rational.of(25), 60, 1_000_000, 0, new TreeMap<>());

    private Bundle plugin;

    @BeforeEach
    void install() throws Exception {
        Path folder = Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "target");
        try (Stream<Path> files = Files.list(folder)) {
            Path jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
            plugin = Services.context().installBundle("reference:" + jar.toUri());
        }
        plugin.start();
    }

    @AfterEach
    void remove() throws Exception {
        if (plugin.getState() != Bundle.UNINSTALLED) {
            plugin.uninstall();
        }
    }

    private static Sequence sequence(Clip... clips) {
        return new Sequence(new Id("s"), "s", RATE, WIDTH, 36, 48_000,
                List.of(Track.of(new Id("v"), "v", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clips)))), Extras.NONE);
    }

    private static Clip color(String id, String color) {
        return Clip.of(new Id(id), id, Generator.color(color), RationalTime.ZERO, 50);
    }

    private static Sequence passage(String kind) throws Exception {
        return Edits.transition(sequence(color("a", "#000000"), color("b", "#ffffff")), new Id("a"), new Id("t"), kind, 16);
    }

    private static MediaCatalog catalog() throws InterruptedException {
        return new FileMediaCatalog(Path.of(""), List.of(), Services.get(MediaProbe.class));
    }

    /** The luma of the middle row at some columns. */
    private static List<Integer> row(Sequence sequence, long frame, int... columns) throws Exception {
        try (VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog());
                VideoFrame picture = renderer.frame(frame, new Cancellation())) {
            List<Integer> row = new ArrayList<>();
            for (int column : columns) {
                row.add(picture.plane(0).get(ValueLayout.JAVA_BYTE, 18L * picture.strideBytes(0) + column) & 0xff);
            }
            return row;
        }
    }

    private static List<String> recipes(Sequence sequence) throws Exception {
        Composers composers = Services.get(Composers.class);
        SegmentPlan plan = new SegmentPlan(new Recipes(Services.get(MediaEngine.class).version(), composers::effect), sequence,
                catalog());
        List<String> recipes = new ArrayList<>();
        for (Segment segment : plan.segments(0, Long.MAX_VALUE)) {
            recipes.add(plan.recipeOf(segment, RUNG).id());
        }
        return recipes;
    }

    @Test
    void theWipeBringsTheIncomingPictureInFromTheLeft() throws Exception {
        Sequence wiped = passage("org.example.wipe");
        assertEquals(List.of(BLACK, BLACK), row(wiped, 41, 2, 60));
        assertEquals(List.of(WHITE, WHITE, BLACK, BLACK), row(wiped, 49, 2, 26, 36, 60));
        assertEquals(List.of(WHITE, WHITE, WHITE, BLACK), row(wiped, 55, 2, 26, 36, 62));
        assertEquals(List.of(WHITE, WHITE), row(wiped, 58, 2, 60));
    }

    @Test
    void withoutThePlugInTheFilmIsNotRenderedAndSaysWhatIsMissing() throws Exception {
        Sequence wiped = passage("org.example.wipe");
        List<String> with = recipes(wiped);
        plugin.uninstall();
        RenderException refused = assertThrows(RenderException.class, () -> row(wiped, 49, 2));
        assertTrue(refused.getMessage().contains("org.example.wipe"), refused.getMessage());
        assertEquals(List.of(BLACK), row(wiped, 10, 2), "what lies beside it is rendered");
        List<String> without = recipes(wiped);
        assertEquals(with.size(), without.size());
        assertEquals(with.getFirst(), without.getFirst());
        assertEquals(1,
                Stream.iterate(0, i -> i + 1).limit(with.size()).filter(i -> !with.get(i).equals(without.get(i))).count());
    }

    @Test
    void theGeneratorMovesAndTakesTheParametersOfItsClip() throws Exception {
        Sequence slow = sequence(Clip.of(new Id("g"), "g",
                new Generator("org.example.plasma", new TreeMap<>(Map.of("speed", "0.5"))), RationalTime.ZERO, 200));
        Sequence quick = sequence(Clip.of(new Id("g"), "g",
                new Generator("org.example.plasma", new TreeMap<>(Map.of("speed", "4"))), RationalTime.ZERO, 200));
        assertNotEquals(row(slow, 0, 2, 20, 40), row(slow, 40, 2, 20, 40));
        assertEquals(row(slow, 0, 2, 20, 40), row(quick, 0, 2, 20, 40));
        assertEquals(row(slow, 80, 2, 20, 40), row(quick, 10, 2, 20, 40));
        List<String> recipes = recipes(slow);
        assertEquals(4, recipes.size());
        assertEquals(4, new HashSet<>(recipes).size(), "no piece looks like another");
        Sequence wrong = sequence(Clip.of(new Id("g"), "g",
                new Generator("org.example.plasma", new TreeMap<>(Map.of("speed", "much"))), RationalTime.ZERO, 200));
        assertTrue(assertThrows(RenderException.class, () -> row(wrong, 0, 2)).getMessage().contains("speed"));
    }

    @Test
    void aFilmIsExportedByThePlugInsPresetWithItsEncoder() throws Exception {
        // Held: a service that nobody holds forgets who brings presets.
        ExportPresets presets = Services.context().getService(Services.context().getServiceReference(ExportPresets.class));
        ExportPresets.Listed raw = presets.find("raw").orElseThrow();
        assertEquals("", raw.whyNot());
        Path film = Files.createTempDirectory("raw").resolve("film.mkv");
        Services.get(Exports.class).start(ExportRequest.whole(passage("org.example.wipe"), catalog(), film, raw.preset()))
                .result();
        try (ByteSource bytes = FileByteSource.open(film)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, new Cancellation());
            assertEquals("rawvideo", info.video().orElseThrow().codec());
            assertTrue(Files.size(film) > 100 * WIDTH * 36 * 3 / 2, "all numbers of all pictures are there");
        }
        plugin.uninstall();
        assertTrue(presets.find("raw").isEmpty());
        assertFalse(Services.get(Encoders.class).names().contains("org.example.raw"));
    }

    @Test
    void bothKeepToTheContractOfAllEffects() throws Exception {
        Composers composers = Services.get(Composers.class);
        for (String id : List.of("org.example.wipe", "org.example.plasma")) {
            EffectContract contract = new EffectContract(composers, composers.effect(id).orElseThrow());
            contract.checkDescription();
            contract.check(Tier.seed(), Tier.count(5, 100));
        }
    }
}
