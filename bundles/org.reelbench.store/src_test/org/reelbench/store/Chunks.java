package org.reelbench.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Random;

/** Chunks for tests, whose bytes follow from their ids. */
public final class Chunks {

    private Chunks() {
    }

    public static byte[] bytes(String id, int size) {
        byte[] bytes = new byte[size];
        new Random(id.hashCode() * 31L + size).nextBytes(bytes);
        return bytes;
    }

    public static boolean put(ChunkStore store, String id, int size, Retention retention) throws IOException {
        return store.put(new ChunkId(id), Channels.newChannel(new ByteArrayInputStream(bytes(id, size))), size, retention);
    }

    /** Checks that what a store says it has is what was put, whatever size it was put with. */
    public static void assertIntact(ChunkStore store, String why) throws IOException {
        long count = 0;
        String after = "";
        for (var page = store.list("", after, 100); !page.isEmpty(); page = store.list("", after, 100)) {
            for (ChunkHead head : page) {
                assertIntact(store, head, why);
            }
            count += page.size();
            after = page.getLast().id().value();
        }
        assertEquals(count, store.usage().chunks(), why);
    }

    private static void assertIntact(ChunkStore store, ChunkHead head, String why) throws IOException {
        try (ChunkReader reader = store.open(head.id()).orElseThrow()) {
            ByteBuffer target = ByteBuffer.allocate((int) head.sizeBytes());
            reader.read(0, target);
            assertArrayEquals(bytes(head.id().value(), (int) head.sizeBytes()), target.array(), why + ", " + head.id());
        }
    }
}
