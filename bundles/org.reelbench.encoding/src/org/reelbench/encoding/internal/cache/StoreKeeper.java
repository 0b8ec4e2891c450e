package org.reelbench.encoding.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.encoding.internal.segment.DamagedSegment;
import org.reelbench.encoding.internal.segment.SegmentCheck;
import org.reelbench.encoding.preview.PreviewCache.Kept;
import org.reelbench.encoding.preview.PreviewCache.Usage;
import org.reelbench.encoding.preview.PreviewCache.Verified;
import org.reelbench.media.Cancellation;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.StoreUsage;

/** Looks after the segments on the disk as a whole: lists, reads, and clears them. */
public final class StoreKeeper {

    private static final int PAGE = 1000;

    private final CacheStore kept;
    private final SegmentCache cache;
    private final SegmentCheck check;

    /**
     * Creates a keeper.
     *
     * @param kept the store
     * @param cache is told what is gone
     * @param check decodes what is kept
     */
    public StoreKeeper(CacheStore kept, SegmentCache cache, SegmentCheck check) {
        this.kept = kept;
        this.cache = cache;
        this.check = check;
    }

    private ChunkStore store() throws IOException {
        return kept.get().orElseThrow(() -> new IOException(kept.place() + ": the cache of previews cannot be opened"));
    }

    private static List<ChunkHead> heads(ChunkStore store) throws IOException {
        List<ChunkHead> heads = new ArrayList<>();
        List<ChunkHead> page = store.list("", "", PAGE);
        while (!page.isEmpty()) {
            heads.addAll(page);
            page = store.list("", page.getLast().id().value(), PAGE);
        }
        return heads;
    }

    /**
     * Lists what is kept.
     *
     * @return the segments
     * @throws IOException if the disk cannot be read
     */
    public List<Kept> list() throws IOException {
        return heads(store()).stream().map(head -> new Kept(head.id().value(), head.sizeBytes())).toList();
    }

    /**
     * Tells how full it is.
     *
     * @return the usage
     * @throws IOException if the disk cannot be read
     */
    public Usage usage() throws IOException {
        StoreUsage usage = store().usage();
        return new Usage(usage.chunks(), usage.usedBytes(), usage.quotaBytes(), kept.place());
    }

    /**
     * Reads and decodes all.
     *
     * @param cancellation asks to stop
     * @return what was found
     * @throws IOException if the disk cannot be read
     */
    public Verified verify(Cancellation cancellation) throws IOException {
        ChunkStore store = store();
        long whole = 0;
        List<String> problems = new ArrayList<>();
        for (ChunkHead head : heads(store)) {
            cancellation.check();
            Optional<String> problem = problem(store, head.id(), cancellation);
            if (problem.isPresent()) {
                problems.add(head.id() + ": " + problem.get());
                cache.discard(head.id().value(), problem.get());
            } else {
                whole++;
            }
        }
        return new Verified(whole, problems);
    }

    private Optional<String> problem(ChunkStore store, ChunkId id, Cancellation cancellation) {
        try (ChunkReader reader = store.open(id).orElse(null)) {
            if (reader == null) {
                return Optional.of("it is gone");
            }
            KeptFormat.Head head = KeptFormat.read(id.value(), reader);
            ByteBuffer body = ByteBuffer.allocate(Math.toIntExact(reader.sizeBytes() - head.bodyBytes()));
            while (body.hasRemaining() && reader.read(head.bodyBytes() + body.position(), body) > 0) {
                // until it is whole
            }
            check.decode(id.value(), head.init().bytes(), body.array(), cancellation, (_, _) -> {
                // that it can be decoded is all
            });
            return Optional.empty();
        } catch (IOException | DamagedSegment e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Deletes all.
     *
     * @return how many there were
     * @throws IOException if they cannot be deleted
     */
    public long clear() throws IOException {
        ChunkStore store = store();
        long count = 0;
        for (ChunkHead head : heads(store)) {
            if (store.delete(head.id())) {
                count++;
            }
        }
        cache.forgetAll();
        return count;
    }
}
