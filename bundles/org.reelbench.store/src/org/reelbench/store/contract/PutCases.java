package org.reelbench.store.contract;

import static org.reelbench.store.contract.Bench.ROOMY;
import static org.reelbench.store.contract.Bench.bytes;
import static org.reelbench.store.contract.Bench.channel;
import static org.reelbench.store.contract.Bench.check;
import static org.reelbench.store.contract.Bench.has;
import static org.reelbench.store.contract.Bench.holds;
import static org.reelbench.store.contract.Bench.id;
import static org.reelbench.store.contract.Bench.is;
import static org.reelbench.store.contract.Bench.put;
import static org.reelbench.store.contract.Bench.read;
import static org.reelbench.store.contract.Bench.reader;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.Retention;
import org.reelbench.store.contract.ChunkStoreContract.Case;

/** That chunks are put once, read in ranges, found, listed and deleted. */
final class PutCases {

    private static final int BLOCK = 65_536;

    private final ChunkStoreContract contract;

    PutCases(ChunkStoreContract contract) {
        this.contract = contract;
    }

    List<Case> cases() {
        return List.of(new Case("chunks of all sizes are read as they were put, also by the next program", this::sizes),
                new Case("any range can be read", this::ranges),
                new Case("a chunk is put once and never changed", this::once),
                new Case("no more bytes are read than announced", this::announced),
                new Case("ids that systems claim for themselves are ids", this::names),
                new Case("what is deleted is gone and can be put again", this::deletion),
                new Case("chunks are listed in order, by prefix, a page at a time", this::listing),
                new Case("a chunk that is not there is empty, false or absent", this::absence));
    }

    private void sizes() throws Exception {
        int[] sizes = { 0, 1, 1000, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 17, 2_000_000 };
        try (ChunkStore store = contract.open(ROOMY)) {
            for (int size : sizes) {
                check(put(store, "size-" + size, size), "a new chunk is put");
                holds(store, "size-" + size, size);
            }
        }
        try (ChunkStore store = contract.open(ROOMY)) {
            for (int size : sizes) {
                holds(store, "size-" + size, size);
            }
            is((long) sizes.length, store.usage().chunks(), "the number of chunks");
        }
    }

    private void ranges() throws Exception {
        int size = 5 * BLOCK + 1234;
        byte[] whole = bytes("a", size);
        try (ChunkStore store = contract.open(ROOMY)) {
            put(store, "a", size);
            try (ChunkReader reader = reader(store, "a")) {
                Random random = new Random(7);
                for (int i = 0; i < 500; i++) {
                    int from = random.nextInt(size + 10);
                    int length = random.nextInt(random.nextBoolean() ? 100 : 3 * BLOCK);
                    ByteBuffer target = random.nextBoolean()
                            ? ByteBuffer.allocate(length + 9)
                            : ByteBuffer.allocateDirect(length + 9);
                    target.position(5).limit(5 + length);
                    int expected = from >= size ? -1 : Math.min(length, size - from);
                    is(expected, reader.read(from, target), "bytes read from " + from + ", " + length + " wanted");
                    is(5 + Math.max(0, expected), target.position(), "the position after reading");
                    is(5 + length, target.limit(), "the limit after reading");
                    byte[] got = new byte[Math.max(0, expected)];
                    target.get(5, got);
                    check(Arrays.equals(got, 0, got.length, whole, Math.min(from, size), Math.min(from, size) + got.length),
                            "the bytes from " + from + ", " + length + " wanted, are right");
                }
                is(-1, reader.read(Long.MAX_VALUE, ByteBuffer.allocate(1)), "bytes read far behind the end");
            }
        }
    }

    private void once() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            check(put(store, "a", 1000), "a new chunk is put");
            check(!store.put(id("a"), channel(new byte[500]), 500, Retention.KEPT), "it is not put again");
            holds(store, "a", 1000);
            is(Optional.of(new ChunkHead(id("a"), 1000, Retention.EVICTABLE)), store.head(id("a")), "what is known of it");
        }
    }

    private void announced() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            ByteArrayInputStream more = new ByteArrayInputStream(bytes("a", 100_000));
            store.put(id("a"), Channels.newChannel(more), 70_000, Retention.EVICTABLE);
            is(30_000, more.available(), "the bytes left");
            check(Arrays.equals(Arrays.copyOf(bytes("a", 100_000), 70_000), read(store, "a")), "the first bytes are stored");
        }
    }

    private void names() throws Exception {
        List<String> names = List.of("con", "nul", "a-b", "a_b", "0", "a".repeat(128), "ab", "tmp", "lock", "index");
        try (ChunkStore store = contract.open(ROOMY)) {
            for (String name : names) {
                check(put(store, name, 100), name + " is put");
            }
        }
        try (ChunkStore store = contract.open(ROOMY)) {
            for (String name : names) {
                holds(store, name, 100);
            }
        }
    }

    private void deletion() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            long before = store.usage().usedBytes();
            put(store, "a", 100_000);
            check(store.delete(id("a")), "it was there");
            check(!has(store, "a") && store.open(id("a")).isEmpty(), "it is gone");
            is(before, store.usage().usedBytes(), "what is used after deleting");
            check(!store.delete(id("a")), "it is not there to be deleted again");
            check(store.put(id("a"), channel(bytes("b", 50)), 50, Retention.KEPT), "it is put again");
            check(Arrays.equals(bytes("b", 50), read(store, "a")), "with other bytes");
            store.delete(id("a"));
        }
        try (ChunkStore store = contract.open(ROOMY)) {
            check(!has(store, "a"), "it is gone for the next program, too");
        }
    }

    private void listing() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            for (String name : List.of("b-2", "a", "b-1", "b", "c", "b_1", "b-10")) {
                put(store, name, 10);
            }
            is(List.of("a", "b", "b-1", "b-10", "b-2", "b_1", "c"), list(store, "", 100), "all chunks");
            is(List.of("b", "b-1", "b-10", "b-2", "b_1"), list(store, "b", 2), "chunks whose ids begin with b");
            is(List.of("b-1", "b-10", "b-2"), list(store, "b-", 1), "chunks whose ids begin with b-");
            is(List.of(), list(store, "d", 1), "chunks whose ids begin with d");
            is(List.of(), store.list("a", "b", 9), "chunks of a prefix after the last of it");
            is(7L, store.usage().chunks(), "the number of chunks");
        }
    }

    private static List<String> list(ChunkStore store, String prefix, int page) throws Exception {
        List<String> ids = new ArrayList<>();
        List<ChunkHead> heads = store.list(prefix, "", page);
        while (!heads.isEmpty()) {
            heads.forEach(head -> ids.add(head.id().value()));
            heads = heads.size() < page ? List.of() : store.list(prefix, ids.getLast(), page);
        }
        return ids;
    }

    private void absence() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            is(Optional.empty(), store.open(id("a")), "opening");
            is(Optional.empty(), store.head(id("a")), "the head");
            is(List.of(), store.list("", "", 1), "the list");
            check(!store.delete(id("a")), "deleting finds nothing");
            is(0L, store.usage().chunks(), "the number of chunks");
        }
    }
}
