package org.reelbench.media;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where work in the background waits while people wait for something else.
 * <p>
 * For every thread. Holds nothing; whoever made it adds and removes what it looks at.
 */
public final class ForegroundGate {

    /** Short enough that cancelling is noticed soon, as nobody notifies of it. */
    private static final long LOOK_MS = 50;

    private final List<ForegroundWork> works = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();

    /** Creates a gate that lets everything pass. */
    public ForegroundGate() {
        // nothing to look at yet
    }

    /**
     * Steps aside for some work from now on.
     *
     * @param work the work
     */
    public void add(ForegroundWork work) {
        works.add(work);
    }

    /**
     * Lets a kind of work go.
     *
     * @param work the work; one that was not added is left alone
     */
    public void remove(ForegroundWork work) {
        works.remove(work);
    }

    /**
     * Waits until nothing is under way that people wait for.
     *
     * @param cancellation asks to stop; noticed within 200 ms
     * @throws CancelledException if cancelled, or if the thread is interrupted while it waits
     */
    public void pass(Cancellation cancellation) {
        cancellation.check();
        while (works.stream().anyMatch(ForegroundWork::isUnderWay)) {
            synchronized (turn) {
                try {
                    turn.wait(LOOK_MS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancelledException();
                }
            }
            cancellation.check();
        }
    }
}
