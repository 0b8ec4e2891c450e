package org.reelbench.encoding.internal.cache;

import java.nio.file.Path;
import java.util.Objects;

import org.reelbench.encoding.internal.segment.TinyMp4;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkStores;

/** A program that keeps segments, two at a time, until it is killed; says which are kept. */
public final class CacheVictim {

    /** Of a segment's fragments, so that putting one takes a while. */
    static final int DATA_BYTES = 200_000;
    static final long QUOTA_BYTES = 1L << 30;

    private CacheVictim() {
    }

    static ChunkStores stores() throws ReflectiveOperationException {
        // The store's own service, which no other bundle may name.
        return ChunkStores.class
                .cast(Objects.requireNonNull(Class.forName("org.reelbench.store.internal.LocalChunkStores")).getConstructor()
                        .newInstance());
    }

    static SegmentCache cache(Path folder) throws ReflectiveOperationException {
        return new SegmentCache(new CacheStore(stores(), folder, QUOTA_BYTES, "nothing is kept"),
                MemoryLedger.none().open(Holding.SEGMENTS, "victim"), _ -> true);
    }

    static void keep(SegmentCache cache, String lane) {
        for (int i = 0; i < 1000; i++) {
            String id = "v-" + lane + i;
            cache.keep(id, TinyMp4.segment(DATA_BYTES + i));
            say(id);
        }
    }

    private static synchronized void say(String id) {
        // The full stop tells a whole line from one cut short.
        System.out.println(id + ".");
        System.out.flush();
    }

    public static void main(String[] arguments) throws Exception {
        SegmentCache cache = cache(Path.of(arguments[0]));
        Thread.ofPlatform().start(() -> keep(cache, "a"));
        keep(cache, "b");
    }
}
