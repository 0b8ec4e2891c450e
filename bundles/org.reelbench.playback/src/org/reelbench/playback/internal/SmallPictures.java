package org.reelbench.playback.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ReliefStep;

/**
 * The last thing that is given up when memory is short: the size in which pictures play. It comes back when there is enough
 * again, not sooner, so that it does not change with every reading.
 */
@Component(service = { SmallPictures.class, ReliefStep.class, MemoryListener.class })
public final class SmallPictures implements ReliefStep, MemoryListener {

    private volatile boolean wanted;

    /** Creates the step; pictures are as large as they were. */
    @Activate
    public SmallPictures() {
        // nothing to set up
    }

    boolean areWanted() {
        return wanted;
    }

    @Override
    public int rank() {
        return PREVIEW_RESOLUTION;
    }

    @Override
    public String label() {
        return "the size of pictures while they play";
    }

    /** What is playing follows with its next picture, so nothing is known of how much that gives. */
    @Override
    public long relieve(long wantedBytes) {
        wanted = true;
        return 0;
    }

    @Override
    public void read(MemoryReading reading) {
        if (reading.pressure() == Pressure.NORMAL) {
            wanted = false;
        }
    }
}
