package org.reelbench.sketches.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;

/** What views miss, in the order they asked; what nobody asks for any more is dropped, also while it is made. For every thread. */
final class SketchQueue {

    /** More failures than that are forgotten: then they are tried again. */
    private static final int MOST_FAILED = 4096;

    private final Map<Object, List<SketchKey>> wanted = new LinkedHashMap<>();
    private final Set<SketchKey> failed = new HashSet<>();
    private @Nullable SketchKey making;
    private Cancellation cancellation = new Cancellation();

    /** Says what a view misses now, in place of what it missed before. */
    synchronized void replace(Object view, List<SketchKey> missing) {
        wanted.put(view, missing);
        stopUnwanted();
    }

    /** Forgets a view. */
    synchronized void remove(Object view) {
        wanted.remove(view);
        failed.clear();
        stopUnwanted();
    }

    private void stopUnwanted() {
        SketchKey now = making;
        if (now != null && wanted.values().stream().noneMatch(keys -> keys.contains(now))) {
            cancellation.cancel();
        }
    }

    /** Takes the next sketch to make; null if there is none. */
    synchronized @Nullable SketchKey next(SketchCache cache) {
        for (List<SketchKey> keys : wanted.values()) {
            for (SketchKey key : keys) {
                if (!failed.contains(key) && !cache.has(key)) {
                    making = key;
                    cancellation = new Cancellation();
                    return key;
                }
            }
        }
        making = null;
        return null;
    }

    /** The wish to stop of what was taken last. */
    synchronized Cancellation cancellation() {
        return cancellation;
    }

    /** Notes that a sketch cannot be made, so that it is not tried with every painting. */
    synchronized void fail(SketchKey key) {
        if (failed.size() >= MOST_FAILED) {
            failed.clear();
        }
        failed.add(key);
    }

    /** Notes that a sketch was made: once for each painting, even if memory is too short to keep it. Returns who missed it. */
    synchronized List<Object> done(SketchKey key) {
        List<Object> views = new ArrayList<>();
        wanted.forEach((view, keys) -> {
            if (keys.remove(key)) {
                views.add(view);
            }
        });
        return views;
    }

    /** Stops everything. */
    synchronized void clear() {
        wanted.clear();
        cancellation.cancel();
    }
}
