package org.reelbench.ops.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether there is heap left. */
@Component(property = { HealthCheck.NAME + "=memory", HealthCheck.TAGS + "=" + HealthServlet.TAG })
public final class MemoryCheck implements HealthCheck {

    private static final long WARN_PERCENT = 80;
    private static final long CRITICAL_PERCENT = 95;
    private static final long PERCENT = 100;

    /** Creates the check. */
    @Activate
    public MemoryCheck() {
        // nothing to set up
    }

    @Override
    public Result execute() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return of(heap.getUsed(), heap.getMax());
    }

    static Result of(long usedBytes, long maxBytes) {
        if (maxBytes <= 0) {
            return new Result(Result.Status.OK, "the heap has no limit");
        }
        long percent = usedBytes * PERCENT / maxBytes;
        Result.Status status = percent >= CRITICAL_PERCENT
                ? Result.Status.CRITICAL
                : percent >= WARN_PERCENT ? Result.Status.WARN : Result.Status.OK;
        return new Result(status, percent + " % of the heap are in use");
    }
}
