package org.reelbench.sketches.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.Account;

/**
 * Sketches of one kind in memory: what was not used for the longest time goes when the budget is used up. For every thread.
 *
 * @param <T> the kind
 */
final class SketchMemory<T> {

    private final long budgetBytes;
    private final Account account;
    private final Map<SketchKey, Held<T>> held = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;

    private record Held<T>(T sketch, long bytes) {
    }

    SketchMemory(long budgetBytes, Account account) {
        this.budgetBytes = budgetBytes;
        this.account = account;
    }

    synchronized @Nullable T get(SketchKey key) {
        Held<T> found = held.get(key);
        return found == null ? null : found.sketch;
    }

    synchronized void put(SketchKey key, T sketch, long sketchBytes) {
        Held<T> old = held.put(key, new Held<>(sketch, sketchBytes));
        bytes += sketchBytes - (old == null ? 0 : old.bytes);
        dropTo(budgetBytes);
    }

    /** Drops what was not used for the longest time; returns how many bytes that were. */
    synchronized long relieve(long wantedBytes) {
        long before = bytes;
        dropTo(Math.max(0, bytes - wantedBytes));
        return before - bytes;
    }

    synchronized long bytes() {
        return bytes;
    }

    private void dropTo(long mostBytes) {
        Iterator<Held<T>> oldest = held.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().bytes;
            oldest.remove();
        }
        account.set(bytes);
    }
}
