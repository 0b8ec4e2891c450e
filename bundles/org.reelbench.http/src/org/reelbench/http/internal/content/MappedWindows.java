package org.reelbench.http.internal.content;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;

/**
 * The mapped parts of open files: windows of a fixed size, shared by all who read there, bounded in number. A window nobody reads
 * stays a moment, as the next range often lies in it. For every thread.
 */
public final class MappedWindows {

    /** The size of a window; the last one of a file is shorter. */
    static final long WINDOW_BYTES = 64L * 1024 * 1024;

    private final int limit;
    private Account account;

    /** In the order of their last use, so that the first idle one is the one to go. */
    private final Map<Place, Window> windows = new LinkedHashMap<>(16, 0.75f, true);

    private record Place(SharedFile file, long index) {
    }

    private static final class Window {

        private final Arena arena;
        private final MemorySegment memory;
        private int leases;
        private long idleSinceNs;

        Window(Arena arena, MemorySegment memory) {
            this.arena = arena;
            this.memory = memory;
        }
    }

    /**
     * Creates an empty set.
     *
     * @param limit how many windows there may be at a time, 1 or more
     */
    public MappedWindows(int limit) {
        this.limit = limit;
        this.account = MemoryLedger.none().open(Holding.MAPPED, "");
    }

    /** Says in another account what is mapped. */
    public synchronized void account(Account mapped) {
        account = mapped;
        counted();
    }

    private void counted() {
        account.set(windows.values().stream().mapToLong(window -> window.memory.byteSize()).sum());
    }

    /** Lends bytes of a file from a position on, up to the end of the window there; null if there may be no more windows. */
    synchronized @Nullable Slice slice(SharedFile file, long positionBytes, long maxBytes) throws IOException {
        Place place = new Place(file, positionBytes / WINDOW_BYTES);
        Window window = windows.get(place);
        if (window == null) {
            if (windows.size() >= limit && !closeOneIdle()) {
                return null;
            }
            window = map(place);
            windows.put(place, window);
            counted();
        }
        long offset = positionBytes % WINDOW_BYTES;
        long count = Math.min(maxBytes, window.memory.byteSize() - offset);
        window.leases++;
        Window leased = window;
        return new Slice(window.memory.asSlice(offset, count).asByteBuffer().asReadOnlyBuffer(), () -> release(leased));
    }

    private static Window map(Place place) throws IOException {
        long start = place.index * WINDOW_BYTES;
        long size = Math.min(WINDOW_BYTES, place.file.identity().sizeBytes() - start);
        if (place.file.channel().size() < start + size) {
            throw new ContentChangedException("the file has become shorter");
        }
        Arena arena = Arena.ofShared();
        try {
            return new Window(arena, place.file.channel().map(MapMode.READ_ONLY, start, size, arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private synchronized void release(Window window) {
        window.leases--;
        window.idleSinceNs = System.nanoTime();
    }

    private boolean closeOneIdle() {
        for (Iterator<Window> all = windows.values().iterator(); all.hasNext();) {
            Window window = all.next();
            if (window.leases == 0) {
                all.remove();
                window.arena.close();
                return true;
            }
        }
        return false;
    }

    /** Closes the windows nobody has read since a moment. */
    public synchronized void closeIdle(long beforeNs) {
        windows.values().removeIf(window -> {
            boolean idle = window.leases == 0 && window.idleSinceNs - beforeNs <= 0;
            if (idle) {
                window.arena.close();
            }
            return idle;
        });
        counted();
    }

    /** Closes the windows of a file that nobody reads. */
    synchronized void close(SharedFile file) {
        windows.entrySet().removeIf(entry -> {
            boolean ofFile = entry.getKey().file == file && entry.getValue().leases == 0;
            if (ofFile) {
                entry.getValue().arena.close();
            }
            return ofFile;
        });
        counted();
    }

    /** How many windows are mapped. */
    public synchronized int count() {
        return windows.size();
    }

    /** How many pieces of windows are lent. */
    public synchronized int leases() {
        return windows.values().stream().mapToInt(window -> window.leases).sum();
    }
}
