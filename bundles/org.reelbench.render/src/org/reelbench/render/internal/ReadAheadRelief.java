package org.reelbench.render.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.ReliefStep;

/** Decodes less ahead of the pictures that are rendered, for a while. */
@Component
public final class ReadAheadRelief implements ReliefStep {

    private final RenderersComponent renderers;

    /**
     * Creates the step.
     *
     * @param renderers what decodes ahead
     */
    @Activate
    public ReadAheadRelief(@Reference RenderersComponent renderers) {
        this.renderers = renderers;
    }

    @Override
    public int rank() {
        return READ_AHEAD;
    }

    @Override
    public String label() {
        return "pictures decoded ahead";
    }

    @Override
    public long relieve(long wantedBytes) {
        return renderers.readAheads().stream().mapToLong(ReadAhead::cut).sum();
    }
}
