package org.reelbench.cli.internal.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.cli.CommandException;
import org.reelbench.project.Project;
import org.reelbench.timeline.Sequence;

/**
 * A project whose sequences are served. It is read, never locked or written: whoever edits it saves, and what was saved is shown. For
 * one thread.
 */
final class ServedProject implements Served {

    /** Reads the project, again after each save. */
    @FunctionalInterface
    interface Loader {

        /** Reads it. */
        Project load() throws CommandException;
    }

    /**
     * What tells a file from its next version.
     *
     * @param time when it was written, as the system says it
     * @param sizeBytes how long it is
     * @param key what the file system knows it by
     */
    private record Stamp(Object time, long sizeBytes, @Nullable Object key) {

        static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
            } catch (IOException _) {
                // Between two versions there may be none for a moment.
                return null;
            }
        }
    }

    private final Path file;
    private final Loader loader;
    private final ShownPreviews shown;

    private @Nullable Stamp stamp;

    ServedProject(Path file, Loader loader, ShownPreviews shown) {
        this.file = file;
        this.loader = loader;
        this.shown = shown;
    }

    @Override
    public List<Sequence> start() throws CommandException {
        stamp = Stamp.of(file);
        return shown.show(loader.load());
    }

    @Override
    public List<Sequence> look() throws CommandException {
        Stamp now = Stamp.of(file);
        if (now == null || now.equals(stamp)) {
            return List.of();
        }
        stamp = now;
        return shown.show(loader.load());
    }

    @Override
    public void close() {
        shown.close();
    }
}
