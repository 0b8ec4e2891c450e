package org.reelbench.loading.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.ReliefStep;

/** Closes all media that nobody reads just now, near the playhead too: they are opened again when they are read. */
@Component
public final class DecoderRelief implements ReliefStep {

    private final LoadingComponent loading;

    /**
     * Creates the step.
     *
     * @param loading what is open
     */
    @Activate
    public DecoderRelief(@Reference LoadingComponent loading) {
        this.loading = loading;
    }

    @Override
    public int rank() {
        return OFF_RANGE_DECODERS;
    }

    @Override
    public String label() {
        return "decoders that nobody reads";
    }

    @Override
    public long relieve(long wantedBytes) {
        return loading.core().relieve(_ -> true);
    }
}
