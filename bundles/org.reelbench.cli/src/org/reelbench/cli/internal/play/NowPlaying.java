package org.reelbench.cli.internal.play;

import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.ForegroundWork;

/**
 * Whether a command plays just now: then nothing in the background gets in its way. Apart from the command, which needs services
 * that ask this. For every thread.
 */
@Component(service = { NowPlaying.class, ForegroundWork.class })
public final class NowPlaying implements ForegroundWork {

    private final AtomicInteger runs = new AtomicInteger();

    /** Creates it; nothing plays. */
    @Activate
    public NowPlaying() {
        // nothing to set up
    }

    void begin() {
        runs.incrementAndGet();
    }

    void end() {
        runs.decrementAndGet();
    }

    @Override
    public boolean isUnderWay() {
        return runs.get() > 0;
    }
}
