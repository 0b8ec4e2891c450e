package org.reelbench.store.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;

/** What the cases have in common: chunks whose bytes follow from their ids, and claims about them. */
final class Bench {

    /** Room for everything. */
    static final StoreSettings ROOMY = settings(1 << 30);

    private Bench() {
    }

    /** Fails on purpose. */
    interface Failing {
        void run() throws Exception;
    }

    static StoreSettings settings(long quotaBytes) {
        return new StoreSettings(quotaBytes, Durability.PROGRAM);
    }

    static ChunkId id(String text) {
        return new ChunkId(text);
    }

    static byte[] bytes(String id, int size) {
        byte[] bytes = new byte[size];
        new Random(id.hashCode() * 31L + size).nextBytes(bytes);
        return bytes;
    }

    static ReadableByteChannel channel(byte[] bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }

    static boolean put(ChunkStore store, String id, int size) throws IOException {
        return put(store, id, size, Retention.EVICTABLE);
    }

    static boolean put(ChunkStore store, String id, int size, Retention retention) throws IOException {
        return store.put(id(id), channel(bytes(id, size)), size, retention);
    }

    static boolean has(ChunkStore store, String id) throws IOException {
        return store.head(id(id)).isPresent();
    }

    static ChunkReader reader(ChunkStore store, String id) throws IOException {
        return store.open(id(id)).orElseThrow(() -> new AssertionError("there is no chunk " + id));
    }

    /** Uses a chunk, which makes it the last to be evicted. */
    static void use(ChunkStore store, String id) throws IOException {
        reader(store, id).close();
    }

    static byte[] read(ChunkStore store, String id) throws IOException {
        try (ChunkReader reader = reader(store, id)) {
            ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(reader.sizeBytes()) + 1);
            int count = reader.read(0, target);
            is(reader.sizeBytes() == 0 ? -1 : (int) reader.sizeBytes(), count, "bytes read of " + id);
            return Arrays.copyOf(target.array(), target.position());
        }
    }

    static void holds(ChunkStore store, String id, int size) throws IOException {
        check(Arrays.equals(bytes(id, size), read(store, id)), "the bytes of " + id + " are those that were put");
        is(size, store.head(id(id)).map(ChunkHead::sizeBytes).orElse(-1L).intValue(), "the size of " + id);
    }

    static void check(boolean right, String claim) {
        if (!right) {
            throw new AssertionError("not so: " + claim);
        }
    }

    static void is(Object expected, Object actual, String what) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(what + ": expected " + expected + ", not " + actual);
        }
    }

    static void refused(ChunkStoreException.Reason reason, Failing call) throws Exception {
        try {
            call.run();
        } catch (ChunkStoreException e) {
            is(reason, e.reason(), "the reason of '" + e.getMessage() + "'");
            return;
        }
        throw new AssertionError("nothing was thrown, but " + reason + " was expected");
    }
}
