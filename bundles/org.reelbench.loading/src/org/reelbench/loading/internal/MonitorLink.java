package org.reelbench.loading.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.MemoryMonitor;

/**
 * Lets loading ask the monitor, while both are there. Apart from both, because the monitor knows loading's steps of relief: each
 * would wait for the other.
 */
@Component(service = {}, immediate = true)
public final class MonitorLink {

    private final LoadingComponent loading;
    private final MemoryMonitor monitor;

    /**
     * Links both.
     *
     * @param loading asks
     * @param monitor is asked
     */
    @Activate
    public MonitorLink(@Reference LoadingComponent loading, @Reference MemoryMonitor monitor) {
        this.loading = loading;
        this.monitor = monitor;
        loading.setMonitor(monitor);
    }

    /** Takes the link away. */
    @Deactivate
    public void stop() {
        loading.unsetMonitor(monitor);
    }
}
