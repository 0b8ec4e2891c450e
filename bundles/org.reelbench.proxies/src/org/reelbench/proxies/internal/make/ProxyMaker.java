package org.reelbench.proxies.internal.make;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.DiskSpace;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.proxies.internal.ProxyKey;
import org.reelbench.proxies.internal.disk.ProxyFile;
import org.reelbench.proxies.internal.disk.ProxyShelf;
import org.reelbench.render.Medium;
import org.reelbench.time.RationalTime;

/**
 * Makes proxies: encodes parts of some seconds, each kept when it is whole, then joins them and looks at every frame of the film. One
 * proxy at a time on a thread; any number of threads.
 */
public final class ProxyMaker {

    /** Left to others on the disk. */
    private static final long SPARE_BYTES = 256L << 20;
    private static final String FILM = "part-000000.tmp";

    private final Pipeline pipeline;
    private final ProxyShelf shelf;
    private final Predicate<Path> inUse;

    /**
     * Creates a maker.
     *
     * @param pipeline the services it works with
     * @param shelf where proxies are kept
     * @param inUse tells folders of proxies that must stay when room is needed
     */
    public ProxyMaker(Pipeline pipeline, ProxyShelf shelf, Predicate<Path> inUse) {
        this.pipeline = pipeline;
        this.shelf = shelf;
        this.inUse = inUse;
    }

    /**
     * Makes a proxy, going on with the parts that are there.
     *
     * @param medium the medium itself
     * @param key what to make
     * @param gate where to wait while people wait for something else
     * @param progress hears how much is made, 0 to 1
     * @param cancellation asks to stop; what is whole then stays
     * @return the proxy, on the shelf
     * @throws MediaException naming what failed
     * @throws CancelledException if cancelled
     */
    public ProxyFile make(Medium medium, ProxyKey key, Gate gate, DoubleConsumer progress, Cancellation cancellation)
            throws MediaException {
        Path folder = shelf.folder(key);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                lock(channel, medium);
                return make(medium, key, folder, gate, progress, cancellation);
            }
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNWRITABLE, folder.toString(),
                    "the proxy of " + medium.name() + " cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** Keeps other programs from making the same proxy until the channel is closed. */
    private static void lock(FileChannel channel, Medium medium) throws IOException, MediaException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException _) {
            // Somebody else in this very program.
        }
        throw new MediaException(MediaException.Reason.UNWRITABLE, medium.name(),
                "another program is making its proxy now; try again later");
    }

    private ProxyFile make(Medium medium, ProxyKey key, Path folder, Gate gate, DoubleConsumer progress,
            Cancellation cancellation)
            throws MediaException, IOException {
        ProxyPlan plan = ProxyPlan.of(medium.info().video(key.streamIndex()).orElseThrow(
                () -> new MediaException(MediaException.Reason.NO_STREAM, medium.name(), "it holds no picture there")),
                key.format(), medium.name());
        PartEncoder encoder = new PartEncoder(pipeline, plan, medium, folder);
        Parts parts = encoder.encode(Parts.read(folder), room(folder), gate, part -> progress.accept(part * 0.9), cancellation);
        if (parts.frames() == 0) {
            throw new MediaException(MediaException.Reason.DAMAGED, medium.name(), "none of its pictures can be decoded");
        }
        PartJoiner joiner = new PartJoiner(pipeline, plan, parts);
        Path film = folder.resolve(FILM);
        try {
            room(folder).need(bytes(folder));
            joiner.join(film, cancellation);
            joiner.check(film, medium.name(), gate, part -> progress.accept(0.9 + part * 0.1), cancellation);
        } catch (MediaException e) {
            if (e.reason() == MediaException.Reason.DAMAGED) {
                // Whatever is wrong is in the parts: the next try begins anew.
                shelf.discard(key);
            }
            throw e;
        }
        return shelf.put(key, film, parts.frames(), parts.firstTime());
    }

    /**
     * Returns what a proxy is, its frames counted by the times of the medium.
     *
     * @param film what probing found out
     * @param firstTime when the medium shows what the film shows first
     */
    public static MediaInfo counted(MediaInfo film, RationalTime firstTime) {
        return PartJoiner.shifted(film, firstTime);
    }

    /** Sees to it that there is room. */
    @FunctionalInterface
    interface Room {
        void need(long bytes) throws IOException, MediaException;
    }

    private Room room(Path folder) {
        return bytes -> {
            shelf.makeRoom(bytes, other -> other.equals(folder) || inUse.test(other));
            OptionalLong free = DiskSpace.freeBytes(folder);
            if (free.isPresent() && free.getAsLong() < bytes + SPARE_BYTES) {
                throw new MediaException(MediaException.Reason.DISK_FULL, folder.toString(),
                        "the disk is nearly full; make room, or let proxies be kept elsewhere");
            }
        };
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
