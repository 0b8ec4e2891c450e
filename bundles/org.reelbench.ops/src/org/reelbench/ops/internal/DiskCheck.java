package org.reelbench.ops.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.CacheFolder;

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
        Path folder = CacheFolder.ofUser().toAbsolutePath();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        // Not by FileStore, which does not find the disk where another root hides the mounts, as in containers.
        return of(folder.toFile().getUsableSpace());
    }

    static Result of(long freeBytes) {
        long freeMib = freeBytes / MIB;
        Result.Status status = freeMib < CRITICAL_MIB
                ? Result.Status.CRITICAL
                : freeMib < WARN_MIB ? Result.Status.WARN : Result.Status.OK;
        return new Result(status, freeMib + " MiB are free");
    }
}
