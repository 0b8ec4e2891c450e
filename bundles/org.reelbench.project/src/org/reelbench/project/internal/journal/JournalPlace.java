package org.reelbench.project.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.file.FileStamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one project's journal, held by a lock: {@code .film.reel.recovery} beside the project. It holds generations of
 * the journal, numbered, of which the last one counts, and what could not be used, in {@code kept}; empty, it goes away.
 */
public final class JournalPlace implements Closeable {

    static final String ATTEMPTS = "attempts";
    private static final Logger LOG = LoggerFactory.getLogger(JournalPlace.class);
    private static final String SUFFIX = ".recovery";
    private static final String LOCK = "lock";
    private static final String KEPT = "kept";
    private static final int MAX_NAME_BYTES = 180;
    private static final Pattern JOURNAL = Pattern.compile("journal-([0-9]{1,9})\\.jsonl");
    private static final Pattern OURS = Pattern.compile("(journal|snapshot)-[0-9]{1,9}\\.(jsonl|reel|tmp)|\\.reelbench-.*\\.tmp");
    /** What this process has locked: closing a second channel on a locked file would free the lock on POSIX systems. */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final FileOperations disk;
    private final Path folder;
    private final FileOperations.Held lock;
    private int number;
    private boolean isSettled;

    private JournalPlace(FileOperations disk, Path folder, FileOperations.Held lock) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
    }

    /** Returns the folder for a project file; the file itself is meant, not a link to it. */
    public static Path beside(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path real = Files.exists(file)
                ? file.toRealPath()
                : parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
        String name = real.getFileName().toString();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_NAME_BYTES) {
            name = name.substring(0, 30) + "-" + HexFormat.of().toHexDigits(name.hashCode());
        }
        return real.resolveSibling("." + name + SUFFIX);
    }

    /** Either the place, or who has it. */
    public record Attempt(Optional<JournalPlace> place, String holder) {
    }

    /**
     * Takes a folder, which is created if need be.
     *
     * @throws IOException if that cannot be done, for another reason than that somebody has it
     */
    public static Attempt take(FileOperations disk, Path folder) throws IOException {
        Path key = folder.toAbsolutePath().normalize();
        if (!LOCKED_HERE.add(key)) {
            return new Attempt(Optional.empty(), "this Reelbench");
        }
        Optional<FileOperations.Held> lock = Optional.empty();
        try {
            lock = lock(disk, folder);
        } finally {
            if (lock.isEmpty()) {
                LOCKED_HERE.remove(key);
            }
        }
        if (lock.isEmpty()) {
            return new Attempt(Optional.empty(), holder(folder.resolve(LOCK)));
        }
        return new Attempt(Optional.of(new JournalPlace(disk, folder, lock.get())), process());
    }

    private static String holder(Path file) {
        try {
            String holder = Files.readString(file).strip();
            return holder.isEmpty() ? "another Reelbench" : holder;
        } catch (IOException e) {
            LOG.debug("The lock {} does not tell who has it", file, e);
            return "another Reelbench";
        }
    }

    /** Whoever closes a project removes the lock's file, perhaps while it is being opened here: look whether it is still there. */
    private static Optional<FileOperations.Held> lock(FileOperations disk, Path folder) throws IOException {
        for (int attempt = 0;; attempt++) {
            try {
                if (!Files.isDirectory(folder)) {
                    disk.createFolder(folder);
                }
                Path file = folder.resolve(LOCK);
                String holder = process() + " ".repeat(ThreadLocalRandom.current().nextInt(4000)) + "\n";
                Optional<FileOperations.Held> lock = disk.lock(file, holder);
                if (lock.isEmpty() || Files.exists(file) && Files.size(file) == holder.getBytes(StandardCharsets.UTF_8).length) {
                    return lock;
                }
                lock.get().close();
            } catch (NoSuchFileException e) {
                if (attempt > 10) {
                    throw e;
                }
            }
            if (attempt > 100) {
                throw new IOException("the lock of " + folder + " cannot be had");
            }
        }
    }

    /** Returns how this process is named to others. */
    public static String process() {
        String host = Optional.ofNullable(System.getenv("HOSTNAME")).or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .orElseGet(JournalPlace::hostName);
        return "process " + ProcessHandle.current().pid() + (host.isBlank() ? "" : " on " + host);
    }

    private static String hostName() {
        try {
            Path name = Path.of("/proc/sys/kernel/hostname");
            return Files.isReadable(name) ? Files.readString(name).strip() : "";
        } catch (IOException e) {
            LOG.debug("This computer does not tell its name", e);
            return "";
        }
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /** Makes sure that the folder itself is on the disk, before anything in it is said to be. */
    synchronized void settle() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (!isSettled && parent != null) {
            disk.forceFolder(parent);
            isSettled = true;
        }
    }

    /** Returns the journals here, newest first. */
    List<Path> generations() throws IOException {
        List<Path> journals = generations(folder);
        if (!journals.isEmpty()) {
            number = Math.max(number, numberOf(journals.getFirst()));
        }
        return journals;
    }

    /** Returns the journals in a folder, newest first, whoever has it; there may be no such folder. */
    static List<Path> generations(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> numberOf(file) >= 0).sorted(Comparator.comparingInt(JournalPlace::numberOf).reversed())
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private static int numberOf(Path file) {
        Matcher matcher = JOURNAL.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    synchronized int nextNumber() {
        number++;
        return number;
    }

    Path journal(int generation) {
        return folder.resolve("journal-" + generation + ".jsonl");
    }

    Path temporary(int generation) {
        return folder.resolve("journal-" + generation + ".tmp");
    }

    Path snapshot(int generation) {
        return folder.resolve("snapshot-" + generation + ".reel");
    }

    /**
     * Removes all generations but one: the oldest first, because an older one that came back while a newer one did not would be
     * taken for the newest, and journals before the snapshots they begin with. What cannot be removed is older than what stays.
     */
    void removeAllBut(Set<Path> stay) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> OURS.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !stay.contains(file)).sorted(Comparator.comparingInt(JournalPlace::numberOf)).toList();
            remove(old.stream().filter(file -> numberOf(file) >= 0).toList());
            remove(old.stream().filter(file -> numberOf(file) < 0).toList());
        } catch (IOException e) {
            LOG.warn("Old journals in {} were not removed: {}", folder, e.toString());
        }
    }

    private void remove(List<Path> files) throws IOException {
        for (Path file : files) {
            disk.delete(file);
        }
        if (!files.isEmpty()) {
            disk.forceFolder(folder);
        }
    }

    /** Puts files where nobody removes them, and tells where that is. */
    Path keep(List<Path> files) throws IOException {
        Path kept = folder.resolve(KEPT);
        if (!Files.isDirectory(kept)) {
            disk.createFolder(kept);
        }
        int first = 1;
        while (Files.exists(kept.resolve(Integer.toString(first)))) {
            first++;
        }
        Path target = kept.resolve(Integer.toString(first));
        disk.createFolder(target);
        for (Path file : files) {
            if (Files.exists(file)) {
                disk.replace(file, target.resolve(file.getFileName()));
            }
        }
        disk.forceFolder(target);
        disk.forceFolder(kept);
        disk.forceFolder(folder);
        return target;
    }

    /** Keeps all journals that are here. */
    public void keepGenerations() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> OURS.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
        if (files.stream().anyMatch(file -> numberOf(file) >= 0)) {
            generations();
            keep(files);
        }
    }

    /** Removes all journals that are here. */
    public void clear() {
        removeAllBut(Set.of());
    }

    /** Returns when a journal here was written last, if there is one. */
    public Optional<Instant> lastWritten() throws IOException {
        List<Path> journals = generations();
        return journals.isEmpty() ? Optional.empty() : Optional.of(Files.getLastModifiedTime(journals.getFirst()).toInstant());
    }

    /** Returns how often somebody began to recover what is here, and did not come to the end. */
    int attempts() throws IOException {
        Path file = folder.resolve(ATTEMPTS);
        return Files.exists(file) ? (int) Math.min(Files.size(file), 100) : 0;
    }

    /** A full disk keeps nobody from trying. */
    void beginAttempt() {
        Path file = folder.resolve(ATTEMPTS);
        try (FileOperations.Output out = Files.exists(file) ? disk.append(file) : disk.create(file)) {
            out.write(ByteBuffer.wrap(new byte[] { '.' }));
        } catch (IOException e) {
            LOG.warn("It cannot be noted in {} that the journal is being tried: {}", folder, e.toString());
        }
    }

    void endAttempts() {
        try {
            if (Files.exists(folder.resolve(ATTEMPTS))) {
                disk.delete(folder.resolve(ATTEMPTS));
            }
        } catch (IOException e) {
            LOG.warn("It cannot be noted in {} that the journal was tried: {}", folder, e.toString());
        }
    }

    /** Tells whether a file here is what it was when it was written. */
    static boolean isIntact(Path file, FileStamp stamp) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == stamp.bytes() && FileStamp.of(file).equals(stamp);
    }

    FileOperations disk() {
        return disk;
    }

    /** Frees the place; the folder goes away if there is nothing in it. */
    @Override
    public void close() throws IOException {
        try (lock) {
            disk.delete(folder.resolve(LOCK));
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    return;
                }
            }
            disk.delete(folder);
        } finally {
            LOCKED_HERE.remove(folder.toAbsolutePath().normalize());
        }
    }
}
