package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.internal.file.AtomicSave;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.file.MediaPaths;
import org.reelbench.project.internal.file.ProjectParts;
import org.reelbench.project.internal.file.ProjectText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what a session does.
 * <p>
 * Editors only put changes into a queue; everything else happens under the lock of this object, on the timer's thread or on that
 * of whoever saves or closes. After a failure nothing is appended to a file that may end anywhere: as soon as the disk lets it,
 * a new generation is written with all that happened since the base, and the old one stays until then.
 */
public final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final JournalSettings settings;
    private final FileOperations disk;
    private final Consumer<Optional<String>> problemListener;
    private final Queue<Entry> pending = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    /** Apart from the other: a change must not wait for the next try after a failure. */
    private final AtomicBoolean isRetryScheduled = new AtomicBoolean();
    private final List<Entry> sinceBase = new ArrayList<>();
    private volatile long securedRevision;
    private volatile Optional<String> problem = Optional.empty();
    private Optional<JournalPlace> place;
    private Base base;
    private FileOperations.@Nullable Output out;
    private Path current = Path.of("");
    private int writtenEntries;
    private long writtenBytes;
    private long baseMs;
    private boolean isSnapshotUnderWay;
    private boolean isSnapshotBeingWritten;
    private boolean isClosed;
    private List<Path> toKeep = List.of();
    private @Nullable Path kept;

    /**
     * Creates a journal; it writes nothing before something happens.
     *
     * @param place where it is written; without one nothing is, but once the session has a file
     * @param problemListener is told, on any thread and without locks, when changes are no longer secured and when they are again
     */
    public Journal(JournalSettings settings, Optional<JournalPlace> place, Base base, Optional<String> problem,
            Consumer<Optional<String>> problemListener) {
        this.settings = settings;
        disk = settings.disk();
        this.place = place;
        this.base = base;
        this.problem = problem;
        this.problemListener = problemListener;
        securedRevision = base.revision();
        baseMs = settings.timer().nowMs();
    }

    /** Takes over what was recovered; the files it was recovered from go once it is written anew, or are kept. */
    public synchronized void resume(List<Entry> entries, List<Path> filesToKeep) {
        sinceBase.addAll(entries);
        toKeep = filesToKeep;
        if (!entries.isEmpty()) {
            securedRevision = Math.max(securedRevision, entries.getLast().revision());
        }
        write();
    }

    /** Puts a change into the queue; never waits. */
    public void add(Change change, History undo, History redo) {
        pending.add(new Entry.Made(change, undo, redo, settings.timer().dateMs()));
        schedule(isScheduled, settings.delayMs());
    }

    /** Returns the revision up to which everything survives a crash. */
    public long securedRevision() {
        return securedRevision;
    }

    /** Returns why changes are not secured, if they are not. */
    public Optional<String> problem() {
        return problem;
    }

    /** Returns where files that could not be used were put. */
    public synchronized Optional<Path> kept() {
        return Optional.ofNullable(kept);
    }

    private void schedule(AtomicBoolean flag, long delayMs) {
        if (flag.compareAndSet(false, true)) {
            later(delayMs, () -> {
                flag.set(false);
                flush();
            });
        }
    }

    private void later(long delayMs, Runnable work) {
        try {
            settings.timer().after(delayMs, work);
        } catch (RejectedExecutionException e) {
            LOG.warn("Changes are written down only when the project is closed: the program is ending", e);
        }
    }

    /** Writes what is in the queue and waits for the disk. */
    public void flush() {
        Optional<String> before = problem;
        synchronized (this) {
            if (isClosed) {
                return;
            }
            write();
            if (problem.isEmpty() && isSnapshotDue()) {
                isSnapshotUnderWay = true;
                later(0, this::snapshot);
            }
        }
        tell(before);
    }

    private void tell(Optional<String> before) {
        if (!before.equals(problem)) {
            problemListener.accept(problem);
        }
    }

    private void write() {
        for (Entry next = pending.poll(); next != null; next = pending.poll()) {
            if (next.revision() > base.revision()) {
                sinceBase.add(next);
            }
        }
        boolean isWritten = writtenEntries == sinceBase.size() && (out != null || base.snapshot().isEmpty());
        if (place.isEmpty() || isWritten && toKeep.isEmpty() && problem.isEmpty()) {
            return;
        }
        try {
            FileOperations.Output open = out;
            if (open == null) {
                begin(place.get());
            } else {
                append(open);
            }
            problem = Optional.empty();
            if (!sinceBase.isEmpty()) {
                securedRevision = Math.max(securedRevision, sinceBase.getLast().revision());
            }
        } catch (IOException | RuntimeException e) {
            abandon();
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            if (problem.isEmpty()) {
                LOG.atWarn().addKeyValue("project", place.get().folder()).log("The journal cannot be written: {}", e.toString());
            }
            problem = Optional.of("changes are not secured against a crash: " + reason);
            schedule(isRetryScheduled, settings.retryMs());
        }
    }

    private void append(FileOperations.Output open) throws IOException {
        RecordWriter records = records(place.orElseThrow());
        for (Entry entry : sinceBase.subList(writtenEntries, sinceBase.size())) {
            records.entry(entry);
        }
        byte[] bytes = records.bytes();
        open.write(ByteBuffer.wrap(bytes));
        open.force();
        writtenEntries = sinceBase.size();
        writtenBytes += bytes.length;
    }

    /** Begins a generation. It gets its name when it is whole and on the disk; only then the one before it goes. */
    private void begin(JournalPlace where) throws IOException {
        if (sinceBase.stream().noneMatch(Entry.Made.class::isInstance) && base.snapshot().isEmpty()) {
            // Everything is in the project file.
            keep(where);
            return;
        }
        where.settle();
        int generation = where.nextNumber();
        if (base.file().isEmpty() && base.snapshot().isEmpty()) {
            base = base.with(snapshot(where, generation, base));
        }
        RecordWriter records = records(where);
        records.header(where.folder().getFileName().toString(), JournalPlace.process(), base);
        for (Entry entry : sinceBase) {
            records.entry(entry);
        }
        byte[] bytes = records.bytes();
        Path file = where.journal(generation);
        writeWhole(bytes, where.temporary(generation), file);
        disk.forceFolder(where.folder());
        out = disk.append(file);
        current = file;
        writtenEntries = sinceBase.size();
        writtenBytes = bytes.length;
        keep(where);
        where.removeAllBut(inUse(where));
    }

    private void keep(JournalPlace where) throws IOException {
        if (!toKeep.isEmpty()) {
            kept = where.keep(toKeep);
            toKeep = List.of();
        }
    }

    private void writeWhole(byte[] bytes, Path temporary, Path file) throws IOException {
        boolean isDone = false;
        try {
            try (FileOperations.Output fresh = disk.create(temporary)) {
                fresh.write(ByteBuffer.wrap(bytes));
                fresh.force();
            }
            disk.replace(temporary, file);
            isDone = true;
        } finally {
            if (!isDone) {
                disk.delete(temporary);
            }
        }
    }

    private Set<Path> inUse(JournalPlace where) {
        Set<Path> inUse = new HashSet<>(Set.of(current));
        base.snapshot().ifPresent(snapshot -> inUse.add(where.folder().resolve(snapshot.name())));
        return inUse;
    }

    private RecordWriter records(JournalPlace where) throws IOException {
        return new RecordWriter(new ProjectParts(current, paths(where.folder())));
    }

    /** Paths are relative to the folder of the project, as they are in the project. */
    static MediaPaths paths(Path folder) throws IOException {
        return MediaPaths.of(folder);
    }

    private Base.Snapshot snapshot(JournalPlace where, int generation, Base of) throws IOException {
        Path file = where.snapshot(generation);
        FileStamp stamp = ProjectText.save(of.project(), file, new AtomicSave(disk), (_, _) -> {
            // The journal that refers to it comes afterwards.
        });
        return new Base.Snapshot(file.getFileName().toString(), stamp);
    }

    private void abandon() {
        FileOperations.Output open = out;
        out = null;
        writtenEntries = 0;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("The journal {} cannot be closed", current, e);
            }
        }
    }

    private boolean isSnapshotDue() {
        return !isSnapshotUnderWay && place.isPresent() && !sinceBase.isEmpty() && sinceBase.getLast() instanceof Entry.Made
                && (sinceBase.size() >= settings.maxChanges() || writtenBytes >= settings.maxBytes()
                        || settings.timer().nowMs() - baseMs >= settings.maxAgeMs());
    }

    /** Writes the state as it is and begins anew from it. The file is written without the lock: meanwhile changes are secured. */
    private void snapshot() {
        Base next;
        JournalPlace where;
        int generation;
        synchronized (this) {
            if (isClosed || place.isEmpty() || sinceBase.isEmpty()
                    || !(sinceBase.getLast() instanceof Entry.Made last)) {
                isSnapshotUnderWay = false;
                return;
            }
            where = place.get();
            generation = where.nextNumber();
            isSnapshotBeingWritten = true;
            next = new Base(last.change().after(), last.revision(), last.undo(), last.redo(), base.file(), Optional.empty());
        }
        try {
            where.settle();
            Base.Snapshot written = snapshot(where, generation, next);
            synchronized (this) {
                if (isClosed || place.filter(now -> now == where).isEmpty() || base.revision() >= next.revision()) {
                    disk.delete(where.snapshot(generation));
                } else {
                    Base older = base;
                    base = new Base(next.project(), next.revision(), next.undo(), next.redo(), base.file(), Optional.of(written));
                    restart(older);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The journal only stays longer than it should be.
            LOG.warn("No snapshot of the project could be written in {}: {}", where.folder(), e.toString());
        } finally {
            synchronized (this) {
                isSnapshotUnderWay = false;
                isSnapshotBeingWritten = false;
                notifyAll();
                baseMs = settings.timer().nowMs();
            }
        }
    }

    /** A place is not given away while a snapshot is being written there. */
    private void awaitSnapshot() {
        boolean isInterrupted = false;
        while (isSnapshotBeingWritten) {
            try {
                wait();
            } catch (InterruptedException _) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins a generation for a new base. Marks stay: the project file may be what they say. */
    private void restart(Base older) {
        sinceBase.removeIf(entry -> entry instanceof Entry.Made && entry.revision() <= base.revision());
        LOG.debug("The journal goes on from revision {} instead of {}", base.revision(), older.revision());
        abandon();
        write();
    }

    /**
     * Writes that a state is about to become the content of a file, and everything before it. Without it a crash right after
     * the save would leave a journal that seems to belong to another version.
     *
     * @throws IOException if that cannot be written, and later changes, which are in the journal, would be lost in such a crash
     */
    public void mark(Path file, FileStamp stamp, long revision) throws IOException {
        Optional<String> before = problem;
        synchronized (this) {
            if (!isClosed) {
                write();
                sinceBase.add(new Entry.Mark(file, stamp, revision));
                write();
            }
        }
        tell(before);
        if (place.isPresent() && problem.isPresent() && securedRevision > revision) {
            throw new IOException(problem.get());
        }
    }

    /**
     * Begins anew from a state that was saved.
     *
     * @param nowPlace where the journal is from now on
     * @param nowProblem why it is nowhere
     */
    public void saved(Base newBase, Optional<JournalPlace> nowPlace, Optional<String> nowProblem) {
        Optional<String> before = problem;
        Optional<JournalPlace> left = Optional.empty();
        synchronized (this) {
            awaitSnapshot();
            write();
            abandon();
            base = newBase;
            sinceBase.removeIf(entry -> entry instanceof Entry.Mark || entry.revision() <= newBase.revision());
            baseMs = settings.timer().nowMs();
            if (!nowPlace.equals(place)) {
                left = place;
                place = nowPlace;
            }
            problem = nowProblem;
            securedRevision = Math.max(securedRevision, newBase.revision());
            write();
            if (problem.isEmpty()) {
                left.or(() -> sinceBase.isEmpty() ? place : Optional.empty()).ifPresent(this::clear);
            }
        }
        left.ifPresent(Journal::free);
        tell(before);
    }

    private void clear(JournalPlace where) {
        where.removeAllBut(Set.copyOf(toKeep));
    }

    private static void free(JournalPlace left) {
        try {
            left.close();
        } catch (IOException e) {
            LOG.warn("The place of the old journal, {}, cannot be freed: {}", left.folder(), e.toString());
        }
    }

    /**
     * Ends the journal and frees its place.
     *
     * @param forget whether what was not saved is to be lost
     * @throws IOException if what was not saved is not secured either
     */
    public synchronized void close(boolean forget) throws IOException {
        awaitSnapshot();
        if (isClosed) {
            return;
        }
        if (!forget) {
            write();
        }
        isClosed = true;
        abandon();
        if (place.isPresent()) {
            try (JournalPlace closing = place.get()) {
                if (forget || sinceBase.stream().noneMatch(Entry.Made.class::isInstance) && base.snapshot().isEmpty()) {
                    clear(closing);
                }
            }
        }
        if (!forget && problem.isPresent() && !sinceBase.isEmpty()) {
            throw new IOException("the project is closed, but " + problem.get());
        }
    }
}
