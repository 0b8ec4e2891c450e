package org.reelbench.sketches.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.ReliefStep;

/** Gives up waveforms in memory, those used longest ago first; they are on disk, or made again. */
@Component
public final class WaveRelief implements ReliefStep {

    private final SketchCache cache;

    /**
     * Creates the step.
     *
     * @param cache holds them
     */
    @Activate
    public WaveRelief(@Reference SketchCache cache) {
        this.cache = cache;
    }

    @Override
    public int rank() {
        return WAVEFORMS;
    }

    @Override
    public String label() {
        return "waveforms that were not looked at for the longest time";
    }

    @Override
    public long relieve(long wantedBytes) {
        return cache.waves().relieve(wantedBytes);
    }
}
