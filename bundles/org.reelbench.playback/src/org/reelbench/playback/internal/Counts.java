package org.reelbench.playback.internal;

import java.util.concurrent.atomic.AtomicLong;

import org.reelbench.playback.PlayerFigures;

/** Counts what a player does. For every thread. */
final class Counts {

    private final AtomicLong shown = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong rendered = new AtomicLong();
    private final AtomicLong approximate = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();

    void shown() {
        shown.incrementAndGet();
    }

    void dropped(long pictures) {
        dropped.addAndGet(pictures);
    }

    void rendered() {
        rendered.incrementAndGet();
    }

    void approximate() {
        approximate.incrementAndGet();
    }

    void cancelled() {
        cancelled.incrementAndGet();
    }

    PlayerFigures figures() {
        return new PlayerFigures(shown.get(), dropped.get(), rendered.get(), approximate.get(), cancelled.get());
    }
}
