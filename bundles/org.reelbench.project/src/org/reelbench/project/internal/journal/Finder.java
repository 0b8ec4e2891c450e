package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.Project;
import org.reelbench.project.Recovery;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.file.ProjectParts;
import org.reelbench.project.internal.file.ProjectReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a journal in a place, and tries what can be made of it. A journal that ended the program twice while it was tried is
 * not tried again.
 */
public final class Finder {

    private static final Logger LOG = LoggerFactory.getLogger(Finder.class);
    private static final int MAX_ATTEMPTS = 2;
    private static final int LABELS = 5;

    /**
     * What was found.
     *
     * @param recovery how it is offered
     * @param restored what comes of it; null if nothing does
     * @param used the journal it comes of
     * @param files all files of it
     */
    public record Found(Recovery recovery, @Nullable Restored restored, List<Path> used, List<Path> files) {
    }

    /** A state that was made again, with its history and what the journal must hold from then on. */
    public record Restored(Base base, List<Entry> entries, Project project, long revision, History undo, History redo) {
    }

    private final JournalPlace place;
    private final Path shown;
    private final Optional<ProjectReader.Loaded> loaded;

    private Finder(JournalPlace place, Path shown, Optional<ProjectReader.Loaded> loaded) {
        this.place = place;
        this.shown = shown;
        this.loaded = loaded;
    }

    /**
     * Looks for a journal; one that holds nothing that was not saved is removed.
     *
     * @param shown the project file, or the folder of a project without one
     * @param loaded the project as it is in its file
     */
    public static Optional<Found> find(JournalPlace place, Path shown, Optional<ProjectReader.Loaded> loaded)
            throws IOException {
        List<Path> generations = place.generations();
        if (generations.isEmpty()) {
            place.removeAllBut(Set.of());
            place.endAttempts();
            return Optional.empty();
        }
        Finder finder = new Finder(place, shown, loaded);
        if (place.attempts() >= MAX_ATTEMPTS) {
            Found found = finder.unusable("recovering them ended the program twice", generations);
            place.endAttempts();
            return Optional.of(found);
        }
        place.beginAttempt();
        // An error is a crash: the attempt then stays counted.
        Optional<Found> found = finder.find(generations);
        place.endAttempts();
        if (found.isEmpty()) {
            place.removeAllBut(Set.of());
        }
        return found;
    }

    private Optional<Found> find(List<Path> generations) throws IOException {
        String problem = "the journal cannot be read";
        for (Path file : generations) {
            try {
                JournalReader.Content content = JournalReader.read(file);
                if (content == null) {
                    continue;
                }
                if (content.version() > RecordWriter.VERSION) {
                    return Optional.of(unusable("a newer Reelbench wrote the journal (format " + content.version()
                            + "; this one reads up to " + RecordWriter.VERSION + "): open the project with that", generations));
                }
                return replayed(content, !file.equals(generations.getFirst()), generations);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                LOG.warn("The journal {} cannot be used: {}", file, e.toString());
                problem = "the journal cannot be read: " + e.getMessage();
            }
        }
        return Optional.of(unusable(problem, generations));
    }

    private Found unusable(String problem, List<Path> generations) throws IOException {
        return new Found(new Recovery(Recovery.Kind.UNUSABLE, shown, name(), 0, 0, List.of(), Optional.empty(),
                Optional.of(problem)), null, List.of(), allFiles(generations));
    }

    private String name() {
        return loaded.map(file -> file.project().name()).orElse("");
    }

    private List<Path> allFiles(List<Path> generations) throws IOException {
        List<Path> files = new ArrayList<>(generations);
        try (Stream<Path> all = Files.list(place.folder())) {
            all.filter(file -> file.getFileName().toString().startsWith("snapshot-")).forEach(files::add);
        }
        return files;
    }

    private Optional<Found> replayed(JournalReader.Content content, boolean isOlder, List<Path> generations)
            throws IOException {
        Optional<FileStamp> stamp = loaded.map(ProjectReader.Loaded::stamp);
        List<Long> saves = new ArrayList<>();
        for (Members members : content.records()) {
            if (members.get("sha256") != null && stamp.filter(members.stamp()::equals).isPresent()) {
                saves.add(members.whole("revision"));
            }
        }
        boolean isSaved = !saves.isEmpty() && saves.getLast() >= content.revision();
        boolean fits = !saves.isEmpty() || content.projectFile().equals(stamp);
        Project state = isSaved || content.snapshot().isEmpty()
                ? loaded.map(ProjectReader.Loaded::project).orElseThrow(() -> new IOException("there is no state to begin with"))
                : snapshot(content.snapshot().get());
        ProjectParts parts = new ProjectParts(content.file(), Journal.paths(place.folder()));
        Replay replay = new Replay(content, state, parts, isSaved ? Optional.of(saves.getLast()) : Optional.empty(), stamp);
        List<Change> changes = replay.changes();
        Optional<String> problem = replay.problem()
                .or(() -> isOlder ? Optional.of("a later part of the journal cannot be read") : Optional.empty());
        if (problem.isEmpty() && (isInProjectFile(replay) || isSavedElsewhere(replay))) {
            return Optional.empty();
        }
        Recovery recovery = new Recovery(fits ? Recovery.Kind.READY : Recovery.Kind.OTHER_VERSION, shown,
                replay.project().name(), changes.size(), replay.unusable(),
                changes.reversed().stream().limit(LABELS).map(Change::label).toList(),
                replay.lastMade().map(made -> Instant.ofEpochMilli(made.dateMs())), problem);
        Restored restored = new Restored(replay.base(), replay.entries(), replay.project(), replay.revision(), replay.undo(),
                replay.redo());
        List<Path> used = fits && problem.isEmpty() ? List.of() : generations;
        return Optional.of(new Found(recovery, restored, used, allFiles(generations)));
    }

    private Project snapshot(Base.Snapshot snapshot) throws IOException {
        // A name in a file of somebody's making could lead anywhere.
        Path file = place.folder().resolve(Objects.requireNonNull(Path.of(snapshot.name()).getFileName()));
        if (!JournalPlace.isIntact(file, snapshot.stamp())) {
            throw new IOException("the state the journal begins with, " + file + ", is missing or damaged");
        }
        return ProjectReader.load(file).project();
    }

    private boolean isInProjectFile(Replay replay) {
        return loaded.filter(file -> file.project().equals(replay.project())).isPresent();
    }

    /** A project saved under another name, by a program that ended before it could remove the journal. */
    private static boolean isSavedElsewhere(Replay replay) throws IOException {
        for (Entry entry : replay.entries()) {
            if (entry instanceof Entry.Mark mark && mark.revision() >= replay.revision()
                    && JournalPlace.isIntact(mark.file(), mark.stamp())) {
                return true;
            }
        }
        return false;
    }
}
