package org.reelbench.ui.bin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.OpenProject;

/** Media that were moved are found again, all in one step. */
class RelinkingTest {

    private final Path folder;
    private final BinFilm.Asked asked = new BinFilm.Asked();
    private final Relinking relinking = new Relinking(asked.editor, new Contents());
    private final MediaReference beach = BinFilm.medium("m1", "/gone/beach.mp4", "");
    private final MediaReference alps = BinFilm.medium("m2", "/gone/alps.mp4", "");
    private final OpenProject project = BinFilm.missing(BinFilm.project(List.of(beach, alps)));

    RelinkingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A file is its content. */
    private static final class Contents implements Fingerprints {

        @Override
        public String of(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<String> known(Path file) {
            return Optional.empty();
        }

        @Override
        public CompletableFuture<String> contentHash(Path file, Cancellation cancellation) {
            return CompletableFuture.completedFuture(of(file));
        }
    }

    @BeforeEach
    void moveTheFiles() throws IOException {
        Files.writeString(folder.resolve("beach.mp4"), "sand");
        Files.writeString(folder.resolve("alps.mp4"), "snow");
    }

    private static List<String> paths(EditCommand command) {
        return command.name().equals(EditCommands.RELINK_MEDIA)
                ? List.of(String.valueOf(command.parameters().get("path")))
                : ((List<?>) command.parameters().get("commands")).stream().map(String::valueOf).toList();
    }

    @Test
    void allThatIsMissingIsLookedForInAFolder() {
        relinking.find(project, folder, new Cancellation());
        assertEquals(1, asked.commands.size(), "one step");
        assertEquals(EditCommands.UNIT, asked.commands.getFirst().name());
        assertEquals("Relink 2 media", asked.commands.getFirst().parameters().get("name"));
        assertTrue(paths(asked.commands.getFirst()).get(1).contains(folder.resolve("alps.mp4").toString()));
        assertEquals(List.of("Found 2 of 2 missing media"), asked.told);
    }

    @Test
    void whatIsNotFoundIsTold() throws IOException {
        Files.delete(folder.resolve("alps.mp4"));
        relinking.find(project, folder, new Cancellation());
        assertEquals(List.of(folder.resolve("beach.mp4").toString()), paths(asked.commands.getFirst()));
        assertEquals(List.of("Found 1 of 2 missing media"), asked.told);
    }

    @Test
    void whereOneIsFoundThoseBesideItAre() throws MediaException {
        relinking.relink(project, beach, folder.resolve("beach.mp4"), () -> false, new Cancellation());
        assertEquals(1, asked.commands.size());
        assertTrue(paths(asked.commands.getFirst()).toString().contains("beach.mp4"));
    }

    @Test
    void aFileOfOtherContentIsTakenOnlyIfSomebodySaysSo() throws MediaException {
        MediaReference known = BinFilm.medium("m1", "/gone/beach.mp4", "stones");
        OpenProject film = BinFilm.missing(BinFilm.project(List.of(known)));
        relinking.relink(film, known, folder.resolve("beach.mp4"), () -> false, new Cancellation());
        assertEquals(List.of(), asked.commands);
        relinking.relink(film, known, folder.resolve("beach.mp4"), () -> true, new Cancellation());
        assertEquals("sand", asked.commands.getFirst().parameters().get("fingerprint"));
    }
}
