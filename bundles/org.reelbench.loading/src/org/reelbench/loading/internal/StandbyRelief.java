package org.reelbench.loading.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.ReliefStep;

/** Closes media that wait open though nothing near the playhead shows them; hidden tracks hold nothing anyway. */
@Component
public final class StandbyRelief implements ReliefStep {

    private final LoadingComponent loading;

    /**
     * Creates the step.
     *
     * @param loading what is open
     */
    @Activate
    public StandbyRelief(@Reference LoadingComponent loading) {
        this.loading = loading;
    }

    @Override
    public int rank() {
        return HIDDEN;
    }

    @Override
    public String label() {
        return "media away from the playhead";
    }

    @Override
    public long relieve(long wantedBytes) {
        return loading.core().relieveFar();
    }
}
