package org.reelbench.proxies.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.ForegroundWork;
import org.reelbench.proxies.internal.make.Gate;

/** Lets work in the background pass only while people wait for nothing. For every thread. */
final class Foreground implements Gate {

    /** Short enough that cancelling is noticed soon, as nobody notifies of it. */
    private static final long LOOK_MS = 50;

    private final List<ForegroundWork> works = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();

    void add(ForegroundWork work) {
        works.add(work);
    }

    void remove(ForegroundWork work) {
        works.remove(work);
    }

    @Override
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
