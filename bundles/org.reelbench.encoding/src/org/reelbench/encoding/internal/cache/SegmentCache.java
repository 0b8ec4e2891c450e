package org.reelbench.encoding.internal.cache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.internal.segment.DamagedSegment;
import org.reelbench.encoding.internal.segment.GrowingBytes;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.memory.Account;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Segments that are ready: the last ones in memory, all in a store on the disk, from which they are served once memory has
 * forgotten them. Where the store is full, those go first that no state of an open project can need.
 * <p>
 * For every thread.
 */
public final class SegmentCache implements AutoCloseable {

    /** How many segments memory holds at most. */
    public static final int MOST_SEGMENTS = 50;
    /** How many bytes they have at most. */
    public static final long MOST_BYTES = 200L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SegmentCache.class);
    private static final String SEGMENT = "segment";
    private static final int PAGE = 1000;

    private final CacheStore kept;
    private final Account account;
    private final Predicate<String> needed;
    private final Map<String, GrowingBytes> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, InitSegment> inits = new ConcurrentHashMap<>();
    private final Map<String, SegmentStatus> known = new ConcurrentHashMap<>();
    private final Set<String> absent = ConcurrentHashMap.newKeySet();
    private long recentBytes;

    /**
     * Creates a cache; opens nothing.
     *
     * @param kept the store
     * @param account says how much memory is held
     * @param needed whether a state of an open project can need a segment
     */
    public SegmentCache(CacheStore kept, Account account, Predicate<String> needed) {
        this.kept = kept;
        this.account = account;
        this.needed = needed;
    }

    /**
     * Keeps a segment that was checked.
     *
     * @param id the segment
     * @param bytes it, whole; said to be ready when it can be found
     */
    public void keep(String id, GrowingBytes bytes) {
        try {
            InitSegment init = bytes.init();
            inits.put(init.id(), init);
            known.put(id, new SegmentStatus(SegmentState.READY, bytes.sizeBytes(), init.id(), ""));
            store(id, bytes, init);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue(SEGMENT, id).log("the segment is not kept on the disk: {}", e.getMessage());
        }
        synchronized (recent) {
            // Whoever reads it to its end finds it here when asking again.
            bytes.ready();
            GrowingBytes before = recent.put(id, bytes);
            recentBytes += bytes.sizeBytes() - (before == null ? 0 : before.sizeBytes());
            shrink(MOST_SEGMENTS, MOST_BYTES);
        }
        absent.remove(id);
    }

    private void store(String id, GrowingBytes bytes, InitSegment init) throws IOException {
        ChunkStore store = kept.get().orElse(null);
        if (store == null) {
            return;
        }
        ByteBuffer head = KeptFormat.head(id, init, bytes.stamps());
        byte[] body = bytes.body();
        long size = (long) head.remaining() + body.length;
        makeRoom(store, size);
        try (InputStream all = new SequenceInputStream(new ByteArrayInputStream(head.array()),
                new ByteArrayInputStream(body))) {
            store.put(new ChunkId(id), Channels.newChannel(all), size, org.reelbench.store.Retention.EVICTABLE);
        }
    }

    /** Deletes what nobody can need before the store takes what was not used for the longest time. */
    private void makeRoom(ChunkStore store, long bytes) throws IOException {
        long over = store.usage().usedBytes() + 2 * bytes - store.usage().quotaBytes();
        String after = "";
        while (over > 0) {
            List<ChunkHead> page = store.list("", after, PAGE);
            for (ChunkHead head : page) {
                if (over > 0 && !needed.test(head.id().value()) && store.delete(head.id())) {
                    forget(head.id().value());
                    over -= head.sizeBytes();
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().id().value();
        }
    }

    private void forget(String id) {
        known.remove(id);
        synchronized (recent) {
            GrowingBytes held = recent.remove(id);
            if (held != null) {
                recentBytes -= held.sizeBytes();
                account.set(recentBytes);
            }
        }
    }

    /** Called with the lock of what is recent. */
    private long shrink(int mostSegments, long mostBytes) {
        long before = recentBytes;
        Iterator<GrowingBytes> oldest = recent.values().iterator();
        while (oldest.hasNext() && (recent.size() > mostSegments || recentBytes > mostBytes)) {
            recentBytes -= oldest.next().sizeBytes();
            oldest.remove();
        }
        account.set(recentBytes);
        return before - recentBytes;
    }

    /**
     * Gives memory back; what is on the disk is read from there.
     *
     * @param bytes how much is wanted
     * @return how much it was
     */
    public long relieve(long bytes) {
        synchronized (recent) {
            return shrink(MOST_SEGMENTS, Math.max(0, recentBytes - bytes));
        }
    }

    /**
     * Tells whether memory holds a segment, as it does those that were just made.
     *
     * @param id the segment
     * @return true if it does
     */
    public boolean isRecent(String id) {
        synchronized (recent) {
            return recent.containsKey(id);
        }
    }

    /**
     * Tells whether a segment is there, without reading it.
     *
     * @param id the segment
     * @return its status, of which only the state is known of one that is on the disk and was not opened yet; empty if it is not
     *         there
     */
    public Optional<SegmentStatus> find(String id) {
        synchronized (recent) {
            GrowingBytes held = recent.get(id);
            if (held != null) {
                return Optional.of(held.status());
            }
        }
        if (absent.contains(id)) {
            return Optional.empty();
        }
        try {
            Optional<ChunkHead> head = kept.get().isPresent() ? kept.get().get().head(new ChunkId(id)) : Optional.empty();
            if (head.isEmpty()) {
                known.remove(id);
                return Optional.empty();
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue(SEGMENT, id).log("it is not known whether the segment is on the disk: {}", e.getMessage());
            return Optional.empty();
        }
        SegmentStatus seen = known.get(id);
        if (seen != null) {
            return Optional.of(seen);
        }
        // Once: what the head says of size and init segment is known from then on, and one that is damaged is found.
        try (SegmentBytes bytes = open(id).orElse(null)) {
            return bytes == null ? Optional.empty() : Optional.of(bytes.status());
        }
    }

    /**
     * Opens a segment.
     *
     * @param id the segment
     * @return its bytes, to be closed by the caller; empty if it is not there, or not as it was made
     */
    public Optional<SegmentBytes> open(String id) {
        synchronized (recent) {
            GrowingBytes held = recent.get(id);
            if (held != null) {
                return Optional.of(new ReadyBytes(held, () -> {
                    // memory is given back by itself
                }));
            }
        }
        ChunkStore store = kept.get().orElse(null);
        if (store == null) {
            return Optional.empty();
        }
        try {
            @Nullable
            ChunkReader reader = store.open(new ChunkId(id)).orElse(null);
            if (reader == null) {
                return Optional.empty();
            }
            KeptBytes bytes = KeptBytes.open(id, reader, () -> discard(id, "its bytes are others than those that were kept"));
            inits.putIfAbsent(bytes.init().id(), bytes.init());
            known.put(id, new SegmentStatus(SegmentState.READY, bytes.status().availableBytes(), bytes.init().id(), ""));
            return Optional.of(bytes);
        } catch (DamagedSegment e) {
            discard(id, e.getMessage());
        } catch (ChunkStoreException e) {
            if (e.reason() == ChunkStoreException.Reason.CORRUPT) {
                discard(id, e.getMessage());
            } else {
                LOG.atWarn().addKeyValue(SEGMENT, id).log("the segment cannot be opened: {}", e.getMessage());
            }
        } catch (IOException e) {
            // The file may be there and not be readable: it is made anew and kept in memory.
            absent.add(id);
            LOG.atWarn().addKeyValue(SEGMENT, id).log("the segment cannot be opened: {}", e.getMessage());
        }
        return Optional.empty();
    }

    /**
     * Throws a segment away.
     *
     * @param id the segment
     * @param why for the log
     */
    public void discard(String id, String why) {
        LOG.atWarn().addKeyValue(SEGMENT, id).log("the segment is thrown away and will be made anew: {}", why);
        forget(id);
        ChunkStore store = kept.get().orElse(null);
        try {
            if (store != null) {
                store.delete(new ChunkId(id));
            }
        } catch (IOException e) {
            absent.add(id);
            LOG.atWarn().addKeyValue(SEGMENT, id).log("the segment could not be deleted: {}", e.getMessage());
        }
    }

    /**
     * Finds an init segment.
     *
     * @param id its id
     * @return it, if a segment with it was seen
     */
    public Optional<InitSegment> init(String id) {
        return Optional.ofNullable(inits.get(id));
    }

    /** Forgets all that memory knows: somebody deleted what lies on the disk. */
    void forgetAll() {
        known.clear();
        synchronized (recent) {
            shrink(0, 0);
        }
    }

    @Override
    public void close() throws IOException {
        forgetAll();
        account.close();
        kept.close();
    }
}
