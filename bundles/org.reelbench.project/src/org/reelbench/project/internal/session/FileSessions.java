package org.reelbench.project.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.project.UnsavedProject;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.file.ProjectReader;
import org.reelbench.project.internal.journal.ExecutorTimer;
import org.reelbench.project.internal.journal.Finder;
import org.reelbench.project.internal.journal.JournalPlace;
import org.reelbench.project.internal.journal.JournalSettings;

/**
 * The service that opens sessions. It has the thread on which their journals are written.
 */
@Component
public final class FileSessions implements ProjectSessions {

    private static final String UNSAVED_SUFFIX = ".unsaved";

    private final @Nullable ScheduledExecutorService executor;
    private final JournalSettings settings;
    private final Set<FileSession> sessions = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Creates the service with a thread of its own. */
    @Activate
    public FileSessions() {
        AtomicInteger number = new AtomicInteger();
        // The second one writes snapshots, while the first goes on to secure changes.
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "reelbench-journal-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor = threads;
        settings = JournalSettings.of(new FileOperations(), new ExecutorTimer(threads));
    }

    /** Creates the service with given settings. */
    FileSessions(JournalSettings settings) {
        executor = null;
        this.settings = settings;
    }

    /** Secures what was changed in the last moment; the sessions stay with those who opened them. */
    @Deactivate
    public void stop() {
        for (FileSession session : List.copyOf(sessions)) {
            session.flush();
        }
        ScheduledExecutorService threads = executor;
        if (threads != null) {
            threads.shutdown();
        }
    }

    @Override
    public ProjectSession open(Path file, RecoveryChoice choice) throws IOException {
        if (!Files.isRegularFile(file)) {
            // Says what is wrong.
            ProjectFile.load(file);
        }
        Places.Taken taken = Places.take(settings.disk(), file);
        boolean isDone = false;
        try {
            ProjectReader.Loaded loaded = ProjectReader.load(file);
            FileSession.Saved saved = new FileSession.Saved(Optional.of(loaded.project()), Optional.of(file),
                    Version.of(file, loaded.stamp()));
            Opening opening = Opening.clean(taken, loaded.project(), saved);
            FileSession session = begin(opening, file, Optional.of(loaded), choice);
            isDone = true;
            return session;
        } finally {
            if (!isDone) {
                taken.close();
            }
        }
    }

    private FileSession begin(Opening clean, Path shown, Optional<ProjectReader.Loaded> loaded, RecoveryChoice choice)
            throws IOException {
        Opening opening = clean;
        if (clean.place().isPresent()) {
            Optional<Finder.Found> found = Finder.find(clean.place().get(), shown, loaded);
            if (found.isPresent()) {
                Finder.Restored restored = found.get().restored();
                boolean isWanted = choice.choose(found.get().recovery()) == RecoveryChoice.Answer.RECOVER;
                opening = isWanted && restored != null ? clean.with(found.get(), restored) : clean.without(found.get());
            }
        }
        FileSession session = new FileSession(settings, opening);
        sessions.add(session);
        return session;
    }

    @Override
    public ProjectSession create(Project project) {
        return create(new Places.Taken(Optional.empty(), Optional.of("the project has no file yet")), project);
    }

    private FileSession create(Places.Taken taken, Project project) {
        FileSession.Saved saved = new FileSession.Saved(Optional.of(project), Optional.empty(), Version.NONE);
        FileSession session = new FileSession(settings, Opening.clean(taken, project, saved));
        sessions.add(session);
        return session;
    }

    @Override
    public ProjectSession create(Project project, Path stateFolder) {
        Path folder = stateFolder.resolve(UUID.randomUUID() + UNSAVED_SUFFIX);
        try {
            Files.createDirectories(stateFolder);
            return create(Places.take(settings.disk(), folder, folder), project);
        } catch (IOException e) {
            return create(new Places.Taken(Optional.empty(),
                    Optional.of("changes are not secured against a crash: " + e.getMessage())), project);
        }
    }

    @Override
    public List<UnsavedProject> findUnsaved(Path stateFolder) throws IOException {
        List<UnsavedProject> unsaved = new ArrayList<>();
        if (Files.isDirectory(stateFolder)) {
            try (Stream<Path> folders = Files.list(stateFolder)) {
                for (Path folder : folders.filter(each -> each.getFileName().toString().endsWith(UNSAVED_SUFFIX)).toList()) {
                    lastChange(folder).ifPresent(last -> unsaved.add(new UnsavedProject(folder, last)));
                }
            }
        }
        unsaved.sort(Comparator.comparing(UnsavedProject::lastChange).reversed());
        return unsaved;
    }

    private Optional<Instant> lastChange(Path folder) throws IOException {
        JournalPlace.Attempt attempt = JournalPlace.take(settings.disk(), folder);
        if (attempt.place().isEmpty()) {
            return Optional.empty();
        }
        try (JournalPlace place = attempt.place().get()) {
            return place.lastWritten();
        }
    }

    @Override
    public Optional<ProjectSession> openUnsaved(UnsavedProject unsaved, RecoveryChoice choice) throws IOException {
        Places.Taken taken = Places.take(settings.disk(), unsaved.folder(), unsaved.folder());
        boolean isOpen = false;
        try {
            JournalPlace place = taken.place().orElseThrow();
            Optional<Finder.Found> journal = Finder.find(place, unsaved.folder(), Optional.empty());
            if (journal.isEmpty()) {
                return Optional.empty();
            }
            Finder.Found found = journal.get();
            Finder.Restored restored = found.restored();
            if (restored == null) {
                place.keepGenerations();
                throw new IOException(unsaved.folder() + ": nothing can be recovered: " + found.recovery().problem().orElse(""));
            }
            if (choice.choose(found.recovery()) != RecoveryChoice.Answer.RECOVER) {
                place.keepGenerations();
                return Optional.empty();
            }
            FileSession.Saved nothing = new FileSession.Saved(Optional.empty(), Optional.empty(), Version.NONE);
            FileSession session = new FileSession(settings,
                    Opening.clean(taken, restored.project(), nothing).with(found, restored));
            sessions.add(session);
            isOpen = true;
            return Optional.of(session);
        } finally {
            if (!isOpen) {
                taken.close();
            }
        }
    }

    @Override
    public void forget(UnsavedProject unsaved) throws IOException {
        Places.Taken taken = Places.take(settings.disk(), unsaved.folder(), unsaved.folder());
        try (JournalPlace place = taken.place().orElseThrow()) {
            place.clear();
        }
    }
}
