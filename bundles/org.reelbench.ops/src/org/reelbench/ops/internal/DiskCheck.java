package org.reelbench.ops.internal;

import java.util.OptionalLong;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.DiskSpace;

/** Whether there is room where caches are kept. */
@Component(property = { HealthCheck.NAME + "=disk", HealthCheck.TAGS + "=" + HealthServlet.TAG })
public final class DiskCheck implements HealthCheck {

    private static final long MIB = 1 << 20;
    private static final long WARN_MIB = 1024;
    private static final long CRITICAL_MIB = 64;

    /** Creates the check. */
    @Activate
    public DiskCheck() {
        // nothing to set up
    }

    @Override
    public Result execute() {
        return of(DiskSpace.freeBytes(CacheFolder.ofUser()));
    }

    static Result of(OptionalLong freeBytes) {
        if (freeBytes.isEmpty()) {
            return new Result(Result.Status.OK, "how much is free is not known");
        }
        long freeMib = freeBytes.getAsLong() / MIB;
        Result.Status status = freeMib < CRITICAL_MIB
                ? Result.Status.CRITICAL
                : freeMib < WARN_MIB ? Result.Status.WARN : Result.Status.OK;
        return new Result(status, freeMib + " MiB are free");
    }
}
