package org.reelbench.cli.internal.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.cli.CommandException;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.project.Project;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/**
 * A project whose sequences are served. It is read, never locked or written: whoever edits it saves, and what was saved is shown. For
 * one thread.
 */
final class ServedProject implements AutoCloseable {

    /** Reads the project, again after each save. */
    @FunctionalInterface
    interface Loader {

        /** Reads it. */
        Project load() throws CommandException;
    }

    /** Finds the project's media. */
    @FunctionalInterface
    interface Media {

        /** Opens a catalog of them. */
        MediaCatalog of(List<MediaReference> media);
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
    private final Media media;
    private final PreviewService previews;
    private final Map<Id, Preview> open = new LinkedHashMap<>();

    private @Nullable Stamp stamp;
    private List<MediaReference> knownMedia = List.of();
    private @Nullable MediaCatalog catalog;

    ServedProject(Path file, Loader loader, Media media, PreviewService previews) {
        this.file = file;
        this.loader = loader;
        this.media = media;
        this.previews = previews;
    }

    /** Reads the project for the first time. */
    void start() throws CommandException {
        stamp = Stamp.of(file);
        show(loader.load());
    }

    /** Shows what was saved since, if anything was; returns the sequences that are new. */
    List<Sequence> look() throws CommandException {
        Stamp now = Stamp.of(file);
        if (now == null || now.equals(stamp)) {
            return List.of();
        }
        stamp = now;
        List<Id> before = List.copyOf(open.keySet());
        show(loader.load());
        return sequences().stream().filter(sequence -> !before.contains(sequence.id())).toList();
    }

    List<Sequence> sequences() {
        return open.values().stream().map(preview -> preview.revision().sequence()).toList();
    }

    private void show(Project project) {
        MediaCatalog found = catalog;
        if (found == null || !project.media().equals(knownMedia)) {
            // What was found out about media stays with their catalog.
            found = media.of(project.media());
            catalog = found;
            knownMedia = project.media();
        }
        MediaCatalog shown = found.with(project.sequences());
        Map<Id, Sequence> wanted = project.sequences().stream().collect(Collectors.toMap(Sequence::id, sequence -> sequence));
        for (Id gone : new ArrayList<>(open.keySet())) {
            if (!wanted.containsKey(gone)) {
                open.remove(gone).close();
            }
        }
        for (Sequence sequence : project.sequences()) {
            Preview preview = open.get(sequence.id());
            if (preview == null) {
                open.put(sequence.id(), previews.open(sequence, shown));
            } else {
                preview.show(sequence, shown);
            }
        }
    }

    @Override
    public void close() {
        open.values().forEach(Preview::close);
        open.clear();
    }
}
