package org.reelbench.media.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;

/** Fingerprints that are remembered as long as the stamp of the file stays the same. */
public final class CachedFingerprints implements Fingerprints, AutoCloseable {

    private static final int CAPACITY = 20_000;
    private static final int ATTEMPTS = 3;

    private final FingerprintMemory memory;
    private final Executor idle;
    private final InstantSource clock;
    private final Cancellation closed = new Cancellation();

    /**
     * Creates the service.
     *
     * @param file where the memory is kept; need not exist, nor its folder
     * @param idle runs the hashing of whole files
     * @param clock tells how fresh a file is
     */
    public CachedFingerprints(Path file, Executor idle, InstantSource clock) {
        this(new FingerprintMemory(file, CAPACITY), idle, clock);
    }

    CachedFingerprints(FingerprintMemory memory, Executor idle, InstantSource clock) {
        this.memory = memory;
        this.idle = idle;
        this.clock = clock;
    }

    /** Reads something of a file's bytes. */
    @FunctionalInterface
    private interface Reading {
        String of(ByteSource source) throws IOException;
    }

    @Override
    public String of(Path file) throws MediaException {
        Path path = file.toAbsolutePath().normalize();
        Optional<String> known = known(path);
        return known.isPresent()
                ? known.get()
                : read(path, MediaFingerprint::of, (stamp, fingerprint) -> new Remembered(
                        path.toString(), stamp, fingerprint, ""));
    }

    @Override
    public Optional<String> known(Path file) {
        return current(file.toAbsolutePath().normalize()).map(Remembered::fingerprint);
    }

    @Override
    public CompletableFuture<String> contentHash(Path file, Cancellation cancellation) {
        Path path = file.toAbsolutePath().normalize();
        CompletableFuture<String> result = new CompletableFuture<>();
        try {
            idle.execute(() -> {
                try {
                    result.complete(hash(path, cancellation));
                } catch (MediaException | CancelledException e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            // The program is ending.
            result.completeExceptionally(new CancelledException());
        }
        return result;
    }

    /** Stops the hashing of whole files: what runs or waits ends as cancelled. */
    @Override
    public void close() {
        closed.cancel();
    }

    private String hash(Path path, Cancellation cancellation) throws MediaException {
        cancellation.check();
        closed.check();
        Optional<String> known = current(path).map(Remembered::contentHash).filter(hash -> !hash.isEmpty());
        if (known.isPresent()) {
            return known.get();
        }
        String fingerprint = of(path);
        return read(path, source -> MediaFingerprint.ofContent(new StoppableBytes(source, closed), cancellation),
                (stamp, hash) -> new Remembered(path.toString(), stamp, fingerprint, hash));
    }

    private Optional<Remembered> current(Path path) {
        try {
            FileStamp stamp = FileStamp.of(path);
            return memory.get(path).filter(entry -> entry.stamp().equals(stamp));
        } catch (IOException e) {
            // Gone or not to be looked at: then nothing is known of it; whoever opens it will be told why.
            return Optional.empty();
        }
    }

    /** Makes what is remembered of what was read. */
    @FunctionalInterface
    private interface Memo {
        Remembered of(FileStamp stamp, String read);
    }

    private String read(Path path, Reading reading, Memo memo) throws MediaException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (ByteSource source = FileByteSource.open(path)) {
                FileStamp before = FileStamp.of(path);
                String read = reading.of(source);
                if (FileStamp.of(path).equals(before)) {
                    if (!before.tooFresh(clock.instant())) {
                        memory.put(memo.of(before, read));
                    }
                    return read;
                }
            } catch (IOException e) {
                throw new MediaException(MediaException.Reason.UNREADABLE, path.toString(),
                        "it cannot be read (" + e.getMessage() + ")", e);
            }
        }
        throw new MediaException(MediaException.Reason.UNREADABLE, path.toString(),
                "it is being written; try again when it is whole");
    }
}
