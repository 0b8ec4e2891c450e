package org.reelbench.capture.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.capture.internal.pipeline.Studio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One small file for each recording that is being written, by which the next program finds those that a crash left behind. For every
 * thread.
 */
final class UnfinishedFiles implements Studio.Unfinished {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedFiles.class);
    private static final String SUFFIX = ".recording";
    /** Systems tell the start of a process to within seconds. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(10);

    private final Path folder;

    UnfinishedFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void begun(Path file) {
        Path place = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "new", ".part");
            Files.writeString(part, ProcessHandle.current().pid() + "\n" + place + "\n");
            Files.move(part, note(place), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{}: after a crash this recording would not be finished by itself; recover it by hand then", place, e);
        }
    }

    @Override
    public void done(Path file) {
        try {
            Files.deleteIfExists(note(file.toAbsolutePath().normalize()));
        } catch (IOException e) {
            LOG.warn("{}: the note that it is being recorded cannot be deleted", file, e);
        }
    }

    private Path note(Path place) {
        return folder.resolve(Integer.toHexString(place.hashCode()) + "-" + place.getFileName() + SUFFIX);
    }

    /** Returns the recordings whose program is gone. */
    List<Path> abandoned() {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path note : notes) {
                file(note).ifPresent(found::add);
            }
        } catch (IOException e) {
            LOG.warn("{}: unfinished recordings cannot be looked for", folder, e);
        }
        return found;
    }

    private static Optional<Path> file(Path note) throws IOException {
        List<String> lines = Files.readAllLines(note);
        if (!isWhole(lines)) {
            Files.deleteIfExists(note);
            return Optional.empty();
        }
        return writer(lines, note).isPresent() ? Optional.empty() : Optional.of(Path.of(lines.get(1)));
    }

    private static boolean isWhole(List<String> lines) {
        return lines.size() >= 2 && lines.getFirst().matches("\\d{1,18}");
    }

    /** The program that a note is of, if it still runs. */
    private static Optional<ProcessHandle> writer(List<String> lines, Path note) {
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).filter(process -> isOlder(process, note));
    }

    /** Whether another program that runs is recording into a file. */
    boolean isWrittenByAnother(Path file) {
        Path note = note(file.toAbsolutePath().normalize());
        try {
            List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
            return isWhole(lines)
                    && writer(lines, note).filter(process -> process.pid() != ProcessHandle.current().pid()).isPresent();
        } catch (IOException e) {
            LOG.debug("{} cannot be read", note, e);
            return false;
        }
    }

    /** Numbers of processes are given anew: one that began after the note was written did not write it. */
    private static boolean isOlder(ProcessHandle process, Path note) {
        try {
            Instant written = Files.getLastModifiedTime(note).toInstant();
            return process.info().startInstant().map(began -> began.isBefore(written.plus(CLOCK_SLACK))).orElse(true);
        } catch (IOException e) {
            LOG.debug("{}: it is not known when it was written", note, e);
            return true;
        }
    }
}
