package org.reelbench.cli.internal.commands;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/** A folder with a project and its media, and what a command run in it prints. */
final class Films {

    /** Reads every file anew. */
    static final Fingerprints FINGERPRINTS = new Fingerprints() {

        @Override
        public String of(Path file) throws MediaException {
            try (ByteSource source = FileByteSource.open(file)) {
                return MediaFingerprint.of(source);
            } catch (IOException e) {
                throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(), "no", e);
            }
        }

        @Override
        public Optional<String> known(Path file) {
            return Optional.empty();
        }

        @Override
        public CompletableFuture<String> contentHash(Path file, Cancellation cancellation) {
            try (ByteSource source = FileByteSource.open(file)) {
                return CompletableFuture.completedFuture(MediaFingerprint.ofContent(source, cancellation));
            } catch (IOException | MediaException e) {
                return CompletableFuture.failedFuture(e);
            }
        }
    };

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Films(Path folder) {
        this.folder = folder;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    Path write(String path, String content) throws IOException {
        Files.createDirectories(file(path).getParent());
        return Files.writeString(file(path), content);
    }

    /** Saves a project of media that are where the paths say now, and remembers what they hold. */
    Project project(String path, String... media) throws Exception {
        Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000, List.of(), Extras.NONE);
        List<MediaReference> references = new ArrayList<>();
        for (String medium : media) {
            Path file = file(medium);
            references.add(new MediaReference(new Id("m" + (references.size() + 1)), file.getFileName().toString(),
                    file.toString(), FINGERPRINTS.of(file), Extras.NONE));
        }
        Project project = Project.of("Film", sequence).withMedia(references);
        Files.createDirectories(file(path).getParent());
        ProjectFile.save(project, file(path));
        return project;
    }

    int run(Subcommand command, String... arguments) throws CommandException {
        out.reset();
        err.reset();
        return command.run(List.of(arguments), new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, folder, new Cancellation()));
    }

    List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).replace(folder.toString(), "").lines().toList();
    }

    List<String> told() {
        return err.toString(StandardCharsets.UTF_8).replace(folder.toString(), "").lines().toList();
    }
}
