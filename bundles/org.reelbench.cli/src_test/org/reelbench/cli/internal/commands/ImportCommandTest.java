package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.NotCarriedOver;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.media.Cancellation;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

class ImportCommandTest {

    private final Films films;
    private final ProjectLoader loader = new ProjectLoader();
    private final FakeFormats formats = new FakeFormats();
    private final ImportCommand command = new ImportCommand(loader, Films.FINGERPRINTS);

    ImportCommandTest(@TempDir Path folder) {
        films = new Films(folder);
        loader.setFormats(formats);
    }

    /** Reads every {@code .otio} as an empty sequence of one medium, with as many losses as the test wants. */
    private final class FakeFormats implements TimelineFormats {

        private int losses = 1;
        private @Nullable ImportSettings settings;

        @Override
        public List<TimelineFormat> all() {
            return List.of();
        }

        @Override
        public Optional<TimelineFormat> forFile(Path file) {
            return file.toString().endsWith(".otio") ? Optional.of(new TimelineFormat() {

                @Override
                public String id() {
                    return "otio";
                }

                @Override
                public String name() {
                    return "Fake";
                }

                @Override
                public List<String> extensions() {
                    return List.of(".otio");
                }

                @Override
                public ImportedTimeline read(Path file, ImportSettings given, MediaLookup media) {
                    throw new UnsupportedOperationException();
                }
            }) : Optional.empty();
        }

        @Override
        public ImportedTimeline read(Path file, ImportSettings given, Cancellation cancellation) throws IOException {
            settings = given;
            if (Files.size(file) == 0) {
                throw new TimelineFormatException(file, 3, "this is wrong", "Do it again.", null);
            }
            Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(24, 1), 640, 360, 48_000, false, List.of(),
                    List.of(),
                    null,
                    Extras.NONE);
            List<NotCarriedOver> all = new ArrayList<>();
            for (int i = 0; i < losses; i++) {
                all.add(new NotCarriedOver(7 + i, "track 'V'", "effect 'Blur'", "there is none"));
            }
            return new ImportedTimeline("Film", List.of(sequence), List.of(new MediaReference(new Id("m1"), "beach.mp4",
                    films.file("beach.mp4").toString(), "", Extras.NONE)), all, new Extras(new TreeMap<>()));
        }
    }

    @Test
    void aProjectIsMadeAndWhatIsNotInItIsTold() throws Exception {
        films.write("film.otio", "x");
        films.write("beach.mp4", "beach");
        assertEquals(ExitCode.OK, films.run(command, "film.otio", "-o", "film.reel"));
        assertEquals(List.of("/film.reel: 640x360 at 24 frames/s, 0 tracks, 0 frames, 1 not carried over"), films.printed());
        assertEquals(List.of("film.otio: not carried over as it was meant:",
                "  line 7: track 'V': effect 'Blur': there is none"), films.told());
        Project project = ProjectFile.load(films.file("film.reel"));
        assertEquals("Film", project.name());
        assertEquals(Films.FINGERPRINTS.of(films.file("beach.mp4")), project.media().getFirst().fingerprint());
    }

    @Test
    void programsReadItAsJson() throws Exception {
        films.write("film.otio", "x");
        assertEquals(ExitCode.OK, films.run(command, "film.otio", "-o", "film.reel", "--json"));
        assertEquals(List.of(
                "{\"event\":\"notCarriedOver\",\"line\":7,\"where\":\"track 'V'\",\"what\":\"effect 'Blur'\",\"why\":\"there is none\"}",
                "{\"event\":\"summary\",\"file\":\"/film.reel\",\"size\":\"640x360\",\"frameRate\":\"24\",\"tracks\":0,\"frames\":0,"
                        + "\"media\":1,\"notCarriedOver\":1}"),
                films.printed());
        assertEquals(List.of(), films.told());
    }

    @Test
    void longListsAreCutForPeople() throws Exception {
        films.write("film.otio", "x");
        formats.losses = 100;
        films.run(command, "film.otio", "-o", "film.reel");
        assertEquals(42, films.told().size());
        assertEquals("  … and 60 more; --json lists all", films.told().getLast());
    }

    @Test
    void rateAndSizeAreTheCallersToSay() throws Exception {
        films.write("film.otio", "x");
        films.run(command, "film.otio", "-o", "film.reel", "--rate", "30000/1001", "--size", "320x200");
        assertEquals(new ImportSettings(Optional.of(FrameRate.of(30000, 1001)), Optional.of(new CanvasSize(320, 200)), 48_000),
                formats.settings);
        for (String[] wrong : new String[][] { { "--rate", "x" }, { "--rate", "0" }, { "--size", "3x3" } }) {
            CommandException e = assertThrows(CommandException.class,
                    () -> films.run(command, "film.otio", "-o", "other.reel", wrong[0], wrong[1]));
            assertEquals(ExitCode.USAGE, e.exitCode());
        }
    }

    @Test
    void nothingIsReplacedUnasked() throws Exception {
        films.write("film.otio", "x");
        films.write("film.reel", "mine");
        assertEquals(ExitCode.OUTPUT, assertThrows(CommandException.class,
                () -> films.run(command, "film.otio", "-o", "film.reel")).exitCode());
        assertEquals("mine", Files.readString(films.file("film.reel")));
        assertEquals(ExitCode.OUTPUT, assertThrows(CommandException.class,
                () -> films.run(command, "film.otio", "-o", "film.otio", "--force")).exitCode());
        assertEquals(ExitCode.OK, films.run(command, "film.otio", "-o", "film.reel", "--force"));
        assertEquals("Film", ProjectFile.load(films.file("film.reel")).name());
    }

    @Test
    void damagedAndForeignFilesEndWithTheInputsExitCode() throws Exception {
        films.write("film.otio", "");
        CommandException damaged = assertThrows(CommandException.class, () -> films.run(command, "film.otio", "-o", "film.reel"));
        assertEquals(ExitCode.INPUT, damaged.exitCode());
        assertEquals("film.otio, line 3: this is wrong. Do it again.", damaged.getMessage());
        assertFalse(Files.exists(films.file("film.reel")));
        CommandException foreign = assertThrows(CommandException.class, () -> films.run(command, "film.xml", "-o", "film.reel"));
        assertEquals(ExitCode.INPUT, foreign.exitCode());
    }

    @Test
    void aTimelineIsCollectedAsAProject() throws Exception {
        films.write("film.otio", "x");
        films.write("beach.mp4", "beach");
        assertEquals(ExitCode.OK, films.run(new CollectCommand(loader, Films.FINGERPRINTS), "film.otio", "-o", "out"));
        assertTrue(ProjectFile.load(films.file("out/film.reel")).media().getFirst().path().endsWith("out/media/beach.mp4"));
        assertEquals(2, films.told().size());
    }
}
