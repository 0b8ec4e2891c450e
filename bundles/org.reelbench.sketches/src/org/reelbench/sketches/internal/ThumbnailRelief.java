package org.reelbench.sketches.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.ReliefStep;

/** Gives up thumbnails in memory, those used longest ago first; they are on disk, or made again. */
@Component
public final class ThumbnailRelief implements ReliefStep {

    private final SketchCache cache;

    /**
     * Creates the step.
     *
     * @param cache holds them
     */
    @Activate
    public ThumbnailRelief(@Reference SketchCache cache) {
        this.cache = cache;
    }

    @Override
    public int rank() {
        return THUMBNAILS;
    }

    @Override
    public String label() {
        return "thumbnails that were not looked at for the longest time";
    }

    @Override
    public long relieve(long wantedBytes) {
        return cache.thumbnails().relieve(wantedBytes);
    }
}
