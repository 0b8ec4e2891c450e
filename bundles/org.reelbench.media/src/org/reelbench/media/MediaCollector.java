package org.reelbench.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.reelbench.media.internal.FileNames;
import org.reelbench.media.internal.VerifiedCopy;

/**
 * Copies media into one folder, so that they can be carried away together. Never moves or changes a source.
 *
 * <pre>{@code
 * List<Collected> copies = new MediaCollector(fingerprints).collect(sources, folder, (bytes, total) -> {}, cancellation);
 * }</pre>
 *
 * Without state, safe for every thread, but one folder is filled by one call at a time. Each file appears under its name when it
 * is whole, has the fingerprint of its source, and is on the disk. Stopped or failed half-way, the same call goes on with the
 * files that are not there yet.
 * <p>
 * Names are unique whatever the case of letters, and allowed on every common platform; {@code beach (2).mp4} is the second
 * file called {@code beach.mp4}.
 */
public final class MediaCollector {

    private final Fingerprints fingerprints;

    /**
     * Creates a collector.
     *
     * @param fingerprints knows the content of files
     */
    public MediaCollector(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * A medium to be copied.
     *
     * @param id names it for the caller
     * @param file where it lies
     */
    public record Source(String id, Path file) {
    }

    /** What became of a medium. */
    public enum State {
        /** It was copied now. */
        COPIED,
        /** It had been copied before. */
        ALREADY_THERE,
        /** There is no such file; nothing was copied. */
        MISSING
    }

    /**
     * A medium in the folder.
     *
     * @param source the medium
     * @param file its copy; the source itself if it is missing
     * @param fingerprint the fingerprint of both, empty if it is missing
     * @param state what became of it
     */
    public record Collected(Source source, Path file, String fingerprint, State state) {
    }

    /** Is told how far a copy is. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Tells how much is done; called after each few megabytes on the thread that copies.
         *
         * @param doneBytes how many bytes are in the folder
         * @param totalBytes how many there will be
         */
        void at(long doneBytes, long totalBytes);
    }

    /**
     * Copies media.
     *
     * @param sources the media, in the same order in every attempt
     * @param folder where to; made if it does not exist
     * @param progress is told how far it is
     * @param cancellation asks to stop
     * @return what became of each, in the same order
     * @throws MediaException if a file cannot be read or written ({@link MediaException.Reason#DISK_FULL} before anything is
     *         copied, if that can be known); what was copied stays
     * @throws CancelledException if cancelled; what was copied stays
     */
    public List<Collected> collect(List<Source> sources, Path folder, Progress progress, Cancellation cancellation)
            throws MediaException {
        Path target = folder.toAbsolutePath().normalize();
        FileNames names = new FileNames();
        List<Collected> plan = new ArrayList<>();
        long missingBytes = 0;
        long totalBytes = 0;
        for (Source source : sources) {
            cancellation.check();
            Collected step = plan(source, target, names);
            plan.add(step);
            long bytes = step.state() == State.MISSING ? 0 : MediaFingerprint.sizeBytes(step.fingerprint()).orElseThrow();
            totalBytes += bytes;
            missingBytes += step.state() == State.COPIED ? bytes : 0;
        }
        makeRoom(target, missingBytes);
        long doneBytes = totalBytes - missingBytes;
        for (Collected step : plan) {
            if (step.state() == State.COPIED) {
                long before = doneBytes;
                long total = totalBytes;
                VerifiedCopy.of(step.source().file(), step.file(), step.fingerprint(), cancellation,
                        bytes -> progress.at(before + bytes, total));
                doneBytes += MediaFingerprint.sizeBytes(step.fingerprint()).orElseThrow();
            }
        }
        progress.at(doneBytes, totalBytes);
        return List.copyOf(plan);
    }

    private Collected plan(Source source, Path folder, FileNames names) throws MediaException {
        Path file = source.file().toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            return new Collected(source, source.file(), "", State.MISSING);
        }
        String fingerprint = fingerprints.of(file);
        String wanted = file.getFileName().toString();
        while (true) {
            Path candidate = folder.resolve(names.next(wanted));
            if (candidate.equals(file) || Files.isRegularFile(candidate) && fingerprints.of(candidate).equals(fingerprint)) {
                return new Collected(source, candidate, fingerprint, State.ALREADY_THERE);
            }
            if (Files.notExists(candidate)) {
                return new Collected(source, candidate, fingerprint, State.COPIED);
            }
        }
    }

    private static void makeRoom(Path folder, long bytes) throws MediaException {
        try {
            Files.createDirectories(folder);
            VerifiedCopy.removeLeftovers(folder);
            // Where it is not known, a disk that is full says so when it is written.
            OptionalLong free = DiskSpace.freeBytes(folder);
            if (free.isPresent() && free.getAsLong() < bytes) {
                throw new MediaException(MediaException.Reason.DISK_FULL, folder.toString(), "the media need " + bytes
                        + " bytes, and " + free.getAsLong() + " are free; choose another disk, or make room");
            }
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNWRITABLE, folder.toString(),
                    "the folder cannot be used (" + e.getMessage() + ")", e);
        }
    }
}
