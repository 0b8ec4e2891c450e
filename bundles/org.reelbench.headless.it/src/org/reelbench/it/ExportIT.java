package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportOptions.OnMissing;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.Kind;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.ExportProgress.Step;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** Films exported by every preset are read back: each picture, each click, what they say of their colours and their length. */
@Timeout(300)
class ExportIT {

    private static final RationalTime LENGTH = SoundingFilm.RATE.timeOf(SoundingFilm.FRAMES);
    private static final int BRIGHT = 225;

    @TempDir
    private Path folder;
    private final Cancellation never = new Cancellation();
    private MediaCatalog catalog;

    @BeforeEach
    void makeTheSource() throws Exception {
        SoundingFilm.make(folder);
        catalog = new FileMediaCatalog(folder, SoundingFilm.media(), Services.get(MediaProbe.class));
    }

    static Stream<String> presets() {
        return ExportPreset.BUILT_IN.stream().map(ExportPreset::name);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatAPresetMakesIsWhatWasComposed(String name) throws Exception {
        ExportPresets.Listed listed = Services.get(ExportPresets.class).find(name).orElseThrow();
        ExportPreset preset = listed.preset();
        Path target = folder.resolve("out." + preset.extension());
        ExportRequest request = ExportRequest.whole(SoundingFilm.sequence(), catalog, target, preset)
                .with(ExportOptions.DEFAULT.withVerify(true));
        if (!listed.isAvailable()) {
            ExportException refused = assertThrows(ExportException.class, () -> Services.get(Exports.class).start(request));
            assertEquals(ExportException.Reason.ENCODER, refused.reason());
            assertTrue(listed.whyNot().contains("libx264"), listed.whyNot());
            return;
        }
        ExportSummary summary = export(request);
        assertTrue(summary.notes().stream().anyMatch(note -> note.startsWith("verified")), summary.notes()::toString);
        switch (preset.kind()) {
        case FILM -> {
            checkPictures(target, preset);
            checkSound(target);
        }
        case SOUND -> checkSound(target);
        case STILL -> assertTrue(pictures(target, 1).getFirst().is(SoundingFilm.SOURCE, 0));
        case PICTURES -> {
            for (int i = 0; i < SoundingFilm.FRAMES; i++) {
                Reading reading = pictures(folder.resolve(String.format("out_%06d.%s", i, preset.extension())), 1).getFirst();
                assertTrue(reading.is(SoundingFilm.SOURCE, i), reading::toString);
            }
        }
        }
    }

    private void checkPictures(Path film, ExportPreset preset) throws Exception {
        List<Reading> readings = pictures(film, SoundingFilm.FRAMES);
        for (int i = 0; i < SoundingFilm.FRAMES; i++) {
            assertTrue(readings.get(i).is(SoundingFilm.SOURCE, i), preset.name() + " frame " + i + ": " + readings.get(i));
        }
        VideoStreamInfo stream = probe(film).video().orElseThrow();
        assertEquals(Matrix.BT709, stream.picture().color().matrix(), preset.name());
        assertTrue(Math.abs(stream.duration().minus(LENGTH).seconds().toDouble()) < 0.002, preset.name() + " lasts "
                + stream.duration());
    }

    private static void checkSound(Path film) throws Exception {
        List<Long> clicks = SoundingFilm.clicks(film);
        assertEquals(3, clicks.size(), film + " has clicks at " + clicks);
        for (int second = 0; second < 3; second++) {
            long late = clicks.get(second) - (long) second * SoundingFilm.RATE_HZ;
            // WebM rounds the start of the sound to milliseconds.
            assertTrue(Math.abs(late) <= 48, film + " has clicks at " + clicks);
        }
    }

    @Test
    void equalExportsAreEqualFiles() throws Exception {
        for (String name : List.of("h264", "lossless", "prores")) {
            byte[] first = Files.readAllBytes(export(name, "one").file());
            assertArrayEquals(first, Files.readAllBytes(export(name, "two").file()), name);
        }
    }

    @Test
    void aFilmThatIsNotGoodEnoughIsNoFilm() throws Exception {
        ExportPreset h264 = ExportPreset.H264;
        ExportPreset strict = new ExportPreset("strict", h264.label(), "", Kind.FILM, h264.container(), h264.extension(),
                h264.containerOptions(), h264.video(), h264.audio(), 90);
        Path target = folder.resolve("strict.mp4");
        ExportRequest request = ExportRequest.whole(SoundingFilm.sequence(), catalog, target, strict)
                .with(ExportOptions.DEFAULT.withVerify(true));
        ExportException refused = assertThrows(ExportException.class, () -> export(request));
        assertEquals(ExportException.Reason.NOT_VERIFIED, refused.reason());
        assertTrue(refused.getMessage().contains("PSNR"), refused.getMessage());
        assertFalse(Files.exists(target));
    }

    @ParameterizedTest
    @CsvSource({ "h264, cut", "h264, zeroed", "lossless, cut", "lossless, zeroed", "prores, zeroed", "png-sequence, cut" })
    void aFilmThatIsDamagedOnTheDiskIsNotCalledGood(String name, String damage) throws Exception {
        ExportPreset preset = ExportPreset.builtIn(name);
        Path target = folder.resolve("damaged." + preset.extension());
        Path hidden = preset.kind() == Kind.PICTURES
                ? folder.resolve("damaged_#06d.png.part").resolve("damaged_000030.png")
                : folder.resolve(target.getFileName() + ".part");
        AtomicReference<ExportJob> running = new AtomicReference<>();
        AtomicBoolean damaged = new AtomicBoolean();
        // The composed pictures it is compared with are rendered after it was written: here something happens to the disk.
        MediaCatalog meanwhile = media -> {
            ExportJob job = running.get();
            if (job != null && job.progress().step() == Step.VERIFYING && !damaged.getAndSet(true)) {
                damage(hidden, damage);
            }
            return catalog.medium(media);
        };
        ExportRequest request = ExportRequest.whole(SoundingFilm.sequence(), meanwhile, target, preset)
                .with(ExportOptions.DEFAULT.withVerify(true));
        running.set(Services.get(Exports.class).start(request));
        ExportException refused = assertThrows(ExportException.class, running.get()::result);
        assertTrue(damaged.get());
        assertEquals(ExportException.Reason.NOT_VERIFIED, refused.reason(), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
        assertFalse(Files.exists(target));
        assertFalse(Files.exists(hidden));
    }

    private static void damage(Path file, String how) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (how.equals("cut")) {
                bytes.setLength(bytes.length() / 2);
            } else {
                // After its head, before its end.
                bytes.seek(bytes.length() * 3 / 5);
                bytes.write(new byte[(int) bytes.length() / 5]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMissingMediumEndsTheExportOrIsASlateInTheFilm() throws Exception {
        Files.delete(folder.resolve(SoundingFilm.MEDIUM));
        ExportRequest request = ExportRequest.whole(SoundingFilm.sequence(), catalog, folder.resolve("slate.mkv"),
                ExportPreset.LOSSLESS);
        ExportException refused = assertThrows(ExportException.class, () -> export(request));
        assertEquals(ExportException.Reason.SOURCE, refused.reason());
        assertTrue(refused.getMessage().contains(SoundingFilm.MEDIUM), refused.getMessage());

        ExportSummary summary = export(
                request.with(ExportOptions.DEFAULT.withOnMissing(OnMissing.SLATE).withVerify(true)));
        assertTrue(summary.notes().stream().anyMatch(note -> note.contains("slate") && note.contains(SoundingFilm.MEDIUM)),
                summary.notes()::toString);
        assertTrue(brightPixels(summary.file()) > 200, "the letters of the slate");
        assertEquals(List.of(), SoundingFilm.clicks(summary.file()));
    }

    @Test
    void theCommandLineListsRefusesAndReplaces() throws Exception {
        assertEquals(ExitCode.OK, render("--list-presets"));
        assertEquals(ExitCode.OK, render("film.reel", "-o", "a.png", "--preset", "png", "--at", "1s"));
        assertTrue(pictures(folder.resolve("a.png"), 1).getFirst().is(SoundingFilm.SOURCE, 25));
        assertEquals(ExitCode.OUTPUT, refused("film.reel", "-o", "a.png", "--preset", "png"));
        assertEquals(ExitCode.OK, render("film.reel", "-o", "a.png", "--preset", "png", "--overwrite"));
        assertTrue(pictures(folder.resolve("a.png"), 1).getFirst().is(SoundingFilm.SOURCE, 0));
        assertEquals(ExitCode.USAGE, refused("film.reel", "-o", "b.png", "--preset", "none"));
        assertEquals(ExitCode.USAGE, refused("film.reel", "-o", "b.mp4", "--on-missing", "guess"));
        Files.delete(folder.resolve(SoundingFilm.MEDIUM));
        assertEquals(ExitCode.INPUT, refused("film.reel", "-o", "b.mp4"));
        assertEquals(ExitCode.OK, render("film.reel", "-o", "b.mp4", "--on-missing", "slate", "--range", "0s", "0.2s"));
    }

    private int render(String... words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            return Services.subcommand("render").run(List.of(words), new Console(stream, stream, false, folder, never));
        }
    }

    private int refused(String... words) {
        return assertThrows(CommandException.class, () -> render(words)).exitCode();
    }

    private ExportSummary export(String preset, String name) throws Exception {
        ExportPreset chosen = ExportPreset.builtIn(preset);
        return export(ExportRequest.whole(SoundingFilm.sequence(), catalog, folder.resolve(name + "." + chosen.extension()),
                chosen));
    }

    private static ExportSummary export(ExportRequest request) throws Exception {
        return Services.get(Exports.class).start(request).result();
    }

    private MediaInfo probe(Path file) throws Exception {
        try (ByteSource bytes = FileByteSource.open(file)) {
            return Services.get(MediaProbe.class).probe(bytes, never);
        }
    }

    private List<Reading> pictures(Path file, int count) throws Exception {
        List<Reading> readings = new ArrayList<>();
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info,
                    info.video().orElseThrow().index(), 1, never)) {
                for (int i = 0; i < count; i++) {
                    // The middle of a frame: WebM rounds its times to milliseconds.
                    RationalTime middle = SoundingFilm.RATE.timeOf(2L * i + 1).times(org.reelbench.time.Rational.of(1, 2));
                    try (VideoFrame frame = reader.frameAt(middle, never)) {
                        readings.add(read(frame));
                    }
                }
            }
        }
        return readings;
    }

    /** Mezzanines have more bits than the card's reader reads; their composer-side copy has eight. */
    private static Reading read(VideoFrame frame) throws Exception {
        if (frame.format().pixelFormat() != PixelFormat.NATIVE) {
            return TestCard.read(frame);
        }
        try (VideoFrame plain = Plain.of(frame)) {
            return TestCard.read(plain);
        }
    }

    private int brightPixels(Path film) throws Exception {
        try (ByteSource bytes = FileByteSource.open(film)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info,
                    info.video().orElseThrow().index(), 1, never); VideoFrame frame = reader.frameAt(RationalTime.ZERO, never)) {
                int bright = 0;
                for (int y = 0; y < frame.format().heightPx(); y++) {
                    for (int x = 0; x < frame.format().widthPx(); x++) {
                        int luma = frame.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(0) + x) & 0xff;
                        bright += luma > BRIGHT ? 1 : 0;
                    }
                }
                return bright;
            }
        }
    }
}
