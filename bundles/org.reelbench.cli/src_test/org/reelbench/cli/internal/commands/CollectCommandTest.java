package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.MissingMedium;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.MediaReference;

class CollectCommandTest {

    private final CollectCommand command = new CollectCommand(new ProjectLoader(), Films.FINGERPRINTS);
    private final Films films;

    CollectCommandTest(@TempDir Path folder) {
        films = new Films(folder);
    }

    @Test
    void theCollectedFolderHoldsEverythingAndCanBeMoved() throws Exception {
        films.write("a/beach.mp4", "beach");
        films.write("b/beach.mp4", "other beach");
        Project project = films.project("cut/film.reel", "a/beach.mp4", "b/beach.mp4");
        byte[] before = Files.readAllBytes(films.file("cut/film.reel"));
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "-o", "out"));
        assertEquals(List.of("m1: copied: /out/media/beach.mp4", "m2: copied: /out/media/beach (2).mp4",
                "/out/film.reel: 2 media, 0 missing"), films.printed());
        assertEquals(project, ProjectFile.load(films.file("cut/film.reel")));
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(films.file("cut/film.reel"))));
        Files.move(films.file("out"), films.file("elsewhere"));
        Project moved = ProjectFile.load(films.file("elsewhere/film.reel"));
        assertEquals(List.of("/elsewhere/media/beach.mp4", "/elsewhere/media/beach (2).mp4"),
                moved.media().stream().map(medium -> medium.path().replace(films.file("").toString(), "")).toList());
        for (MediaReference medium : moved.media()) {
            assertEquals(medium.fingerprint(), Films.FINGERPRINTS.of(Path.of(medium.path())));
        }
        assertEquals(project.mainSequence(), moved.mainSequence());
    }

    @Test
    void mediaOnOtherMachinesStayThere() throws Exception {
        films.write("a/beach.mp4", "beach");
        Project project = films.project("cut/film.reel", "a/beach.mp4");
        MediaReference remote = new MediaReference(new Id("m0"), "sea", "https://a.example/sea.mp4", "url-1", Extras.NONE);
        ProjectFile.save(project.withMedia(List.of(remote, project.media().getFirst())), films.file("cut/film.reel"));
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "-o", "out"));
        List<MediaReference> media = ProjectFile.load(films.file("out/film.reel")).media();
        assertEquals(remote, media.getFirst());
        assertEquals(films.file("out/media/beach.mp4").toString(), media.getLast().path());
    }

    @Test
    void anImageSequenceIsCopiedFileByFileAndStaysOne() throws Exception {
        for (String image : List.of("a/take_0007.png", "a/take_0008.png", "a/take_0010.png", "a/take_0099.png",
                "b/take_0007.png")) {
            films.write(image, image);
        }
        Project project = films.project("cut/film.reel");
        ImageSequence images = new ImageSequence(7, 5, FrameRate.of(24, 1));
        List<MediaReference> media = List.of(images("m1", "a", images), images("m2", "b", images), images("m3", "c", images));
        ProjectFile.save(project.withMedia(media), films.file("cut/film.reel"));
        assertEquals(ExitCode.INPUT, films.run(command, "cut/film.reel", "-o", "out", "--verify"));
        assertEquals(List.of("m1: copied: /out/media/images 1/take_%04d.png", "m2: copied: /out/media/images 2/take_%04d.png",
                "m3: missing: /c/take_%04d.png", "/out/film.reel: 3 media, 1 missing"), films.printed());
        List<MediaReference> copied = ProjectFile.load(films.file("out/film.reel")).media();
        assertEquals(media.get(0).withPath(films.file("out/media/images 1/take_%04d.png").toString()), copied.get(0));
        assertEquals(media.get(2), copied.get(2));
        try (Stream<Path> files = Files.list(films.file("out/media/images 1"))) {
            assertEquals(List.of("take_0007.png", "take_0008.png", "take_0010.png"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(List.of("m3"), ProjectMedia.missing(project.withMedia(media)).stream().map(MissingMedium::id).toList());
        assertEquals(ExitCode.INPUT, films.run(command, "cut/film.reel", "-o", "out", "--force"));
        assertEquals("m1: was there: /out/media/images 1/take_%04d.png", films.printed().getFirst());
        Files.writeString(films.file("out/media/images 1/take_0007.png"), "another");
        assertTrue(assertThrows(CommandException.class, () -> films.run(command, "cut/film.reel", "-o", "out", "--force"))
                .getMessage().contains("another take_0007.png lies there already"));
    }

    private MediaReference images(String id, String folder, ImageSequence images) {
        return new MediaReference(new Id(id), "Take", films.file(folder + "/take_%04d.png").toString(), "", Extras.NONE)
                .withImageSequence(images);
    }

    @Test
    void missingMediaAreToldAndKeepTheirPath() throws Exception {
        films.write("a/beach.mp4", "beach");
        films.write("a/sea.mp4", "sea");
        Project project = films.project("cut/film.reel", "a/beach.mp4", "a/sea.mp4");
        Files.delete(films.file("a/beach.mp4"));
        assertEquals(ExitCode.INPUT, films.run(command, "cut/film.reel", "-o", "out", "--json"));
        assertEquals(List.of("{\"event\":\"medium\",\"media\":\"m1\",\"state\":\"MISSING\",\"from\":\"/a/beach.mp4\"}",
                "{\"event\":\"medium\",\"media\":\"m2\",\"state\":\"COPIED\",\"from\":\"/a/sea.mp4\""
                        + ",\"to\":\"/out/media/sea.mp4\"}",
                "{\"event\":\"summary\",\"file\":\"/out/film.reel\",\"media\":2,\"missing\":1}"), films.printed());
        assertEquals(project.media().getFirst(), ProjectFile.load(films.file("out/film.reel")).media().getFirst());
    }

    @Test
    void aCopyThatDiffersBetweenTheSamplesIsFoundByComparingEveryByte() throws Exception {
        films.write("a/beach.mp4", "beach ".repeat(1_000_000));
        films.project("cut/film.reel", "a/beach.mp4");
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "-o", "out", "--verify"));
        try (RandomAccessFile copy = new RandomAccessFile(films.file("out/media/beach.mp4").toFile(), "rw")) {
            copy.seek((1 << 20) + 1);
            copy.write('x');
        }
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "-o", "out", "--force"));
        CommandException other = assertThrows(CommandException.class,
                () -> films.run(command, "cut/film.reel", "-o", "out", "--force", "--verify"));
        assertEquals(ExitCode.FAILED, other.exitCode());
        assertTrue(other.getMessage().contains("beach.mp4: it is not the same as"), other.getMessage());
    }

    @Test
    void anExistingProjectIsReplacedOnlyByForceAndTheProjectItselfNever() throws Exception {
        films.write("a/beach.mp4", "beach");
        films.project("cut/film.reel", "a/beach.mp4");
        films.run(command, "cut/film.reel", "-o", "out");
        CommandException there = assertThrows(CommandException.class, () -> films.run(command, "cut/film.reel", "-o", "out"));
        assertEquals(ExitCode.OUTPUT, there.exitCode());
        assertEquals(ExitCode.OK, films.run(command, "cut/film.reel", "-o", "out", "--force"));
        assertEquals("m1: was there: /out/media/beach.mp4", films.printed().getFirst());
        CommandException itself = assertThrows(CommandException.class,
                () -> films.run(command, "cut/film.reel", "-o", "cut", "--force"));
        assertTrue(itself.getMessage().contains("lies here already"), itself.getMessage());
    }
}
