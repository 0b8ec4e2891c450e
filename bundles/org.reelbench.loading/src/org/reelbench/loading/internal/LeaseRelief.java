package org.reelbench.loading.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.ReliefStep;

/** Closes decoders of visible tracks between two pictures, the one read longest ago first: the next picture opens it again. */
@Component
public final class LeaseRelief implements ReliefStep {

    /** What is decoded ahead is easier to do without. */
    private static final int AFTER_READ_AHEAD = READ_AHEAD + 50;

    private final LoadingComponent loading;

    /**
     * Creates the step.
     *
     * @param loading what is open
     */
    @Activate
    public LeaseRelief(@Reference LoadingComponent loading) {
        this.loading = loading;
    }

    @Override
    public int rank() {
        return AFTER_READ_AHEAD;
    }

    @Override
    public String label() {
        return "decoders between two pictures";
    }

    @Override
    public long relieve(long wantedBytes) {
        return loading.core().relieveLeases(wantedBytes);
    }
}
