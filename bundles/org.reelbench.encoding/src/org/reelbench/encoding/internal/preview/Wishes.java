package org.reelbench.encoding.internal.preview;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.reelbench.encoding.internal.segment.Wish;

/** Collects what one preview wants now: each segment once, at its most urgent, and not more than makes sense at a time. */
final class Wishes {

    private static final int MOST = 400;

    private final Map<String, Wish> byId = new LinkedHashMap<>();

    void add(Wish wish) {
        byId.merge(wish.order().segment().id(), wish, (one, other) -> one.rank().compareTo(other.rank()) <= 0 ? one : other);
    }

    boolean isFull() {
        return byId.size() >= MOST;
    }

    Collection<Wish> all() {
        return byId.values();
    }
}
