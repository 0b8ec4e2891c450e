package org.reelbench.http.internal.content;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** How much of a growing medium may be read, and who waits for more. For every thread. */
public final class GrowingSize {

    private final List<Waiter> waiters = new ArrayList<>();
    private long sizeBytes;
    private boolean ended;

    private record Waiter(long beyondBytes, Runnable then) {
    }

    /** What does not grow: everything is there. */
    public static GrowingSize ended() {
        GrowingSize size = new GrowingSize();
        size.end();
        return size;
    }

    public synchronized long sizeBytes() {
        return sizeBytes;
    }

    /** Whether nothing more will come. */
    public synchronized boolean isEnded() {
        return ended;
    }

    /**
     * Notes the new size.
     *
     * @throws IllegalArgumentException if it is less than before
     * @throws IllegalStateException if the medium is whole
     */
    public void grownTo(long newSizeBytes) {
        List<Runnable> ready = new ArrayList<>();
        synchronized (this) {
            if (newSizeBytes < sizeBytes) {
                throw new IllegalArgumentException("what was announced stays: " + newSizeBytes + " < " + sizeBytes);
            }
            if (ended) {
                throw new IllegalStateException("the medium is whole");
            }
            sizeBytes = newSizeBytes;
            for (Iterator<Waiter> all = waiters.iterator(); all.hasNext();) {
                Waiter waiter = all.next();
                if (waiter.beyondBytes < sizeBytes) {
                    all.remove();
                    ready.add(waiter.then);
                }
            }
        }
        ready.forEach(Runnable::run);
    }

    /** Says that nothing follows. */
    public void end() {
        List<Waiter> all;
        synchronized (this) {
            ended = true;
            all = new ArrayList<>(waiters);
            waiters.clear();
        }
        all.forEach(waiter -> waiter.then.run());
    }

    /** Runs something once there is more than so much, or nothing follows; at once if that is so already. */
    public void whenGrown(long beyondBytes, Runnable then) {
        synchronized (this) {
            if (!ended && sizeBytes <= beyondBytes) {
                waiters.add(new Waiter(beyondBytes, then));
                return;
            }
        }
        then.run();
    }
}
