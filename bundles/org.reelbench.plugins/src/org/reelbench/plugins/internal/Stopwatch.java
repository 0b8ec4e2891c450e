package org.reelbench.plugins.internal;

import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.PluginCalls.Call;

/** How long a call has been in a plug-in's code, without what it spent in the program's. Read by every thread. */
final class Stopwatch {

    private static final ThreadLocal<@Nullable Stopwatch> RUNNING = new ThreadLocal<>();

    private final LongSupplier clockNs;
    private final long beginNs;
    private long outsideNs;
    private long leftAtNs;
    private boolean isOutside;

    Stopwatch(LongSupplier clockNs) {
        this.clockNs = clockNs;
        beginNs = clockNs.getAsLong();
    }

    /** Runs a plug-in's code on this thread. */
    void during(Runnable code) {
        RUNNING.set(this);
        try {
            code.run();
        } finally {
            RUNNING.remove();
        }
    }

    /** Runs the program's own code, which a plug-in called. */
    static <T, E extends Exception> T outside(Call<T, E> own) throws E {
        Stopwatch watch = RUNNING.get();
        if (watch == null || !watch.leave()) {
            return own.run();
        }
        try {
            return own.run();
        } finally {
            watch.comeBack();
        }
    }

    /** Stands still from now on, unless it does already. */
    private synchronized boolean leave() {
        if (isOutside) {
            return false;
        }
        isOutside = true;
        leftAtNs = clockNs.getAsLong();
        return true;
    }

    private synchronized void comeBack() {
        isOutside = false;
        outsideNs += clockNs.getAsLong() - leftAtNs;
    }

    /** The time since the beginning, but for what was outside. */
    synchronized long ns() {
        return (isOutside ? leftAtNs : clockNs.getAsLong()) - beginNs - outsideNs;
    }
}
