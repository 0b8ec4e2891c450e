package org.reelbench.capture.internal.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tells whose processor time a thread of a recording takes: the recorder's own, or that of devices and encoders, which nobody could
 * do without. Belongs to the thread that made it.
 */
final class OwnWork {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongAdder ownNs;
    private long lastNs;

    /** Begins to look; what is found to be the recorder's own is added to a sum. */
    OwnWork(LongAdder ownNs) {
        this.ownNs = ownNs;
        lastNs = threadNs();
    }

    /** What was done since the last call was the recorder's own. */
    void ours() {
        long nowNs = threadNs();
        ownNs.add(nowNs - lastNs);
        lastNs = nowNs;
    }

    /** What was done since the last call was that of a device or an encoder. */
    void theirs() {
        lastNs = threadNs();
    }

    /** Always the same where the system does not tell. */
    private static long threadNs() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
    }
}
