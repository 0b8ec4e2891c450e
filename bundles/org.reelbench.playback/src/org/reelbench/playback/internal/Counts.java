package org.reelbench.playback.internal;

import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.playback.PlayerFigures;
import org.reelbench.timeline.Id;

/** Counts what a player does, and knows what it showed last. For every thread. */
final class Counts {

    private record Last(Id sequence, long frame) {
    }

    private volatile @Nullable Last last;
    private final AtomicLong shown = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong rendered = new AtomicLong();
    private final AtomicLong approximate = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();

    /** Counts a picture that shows its frame exactly. */
    void shown(Id sequence, long frame) {
        shown.incrementAndGet();
        last = new Last(sequence, frame);
    }

    /** Tells whether the exact picture shown last was of this frame, or of one beside it. */
    boolean isBesideLast(Id sequence, long frame) {
        Last before = last;
        return before != null && before.sequence().equals(sequence) && Math.abs(before.frame() - frame) <= 1;
    }

    void dropped(long pictures) {
        dropped.addAndGet(pictures);
    }

    void rendered() {
        rendered.incrementAndGet();
    }

    void approximate() {
        shown.incrementAndGet();
        approximate.incrementAndGet();
    }

    void cancelled() {
        cancelled.incrementAndGet();
    }

    PlayerFigures figures() {
        return new PlayerFigures(shown.get(), dropped.get(), rendered.get(), approximate.get(), cancelled.get());
    }
}
