package org.reelbench.cli.internal.play;

import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryReading;

/** Counts how often people were told that memory is short: without a window nobody sees it. */
@Component(service = { Warnings.class, MemoryListener.class })
public final class Warnings implements MemoryListener {

    private final AtomicInteger count = new AtomicInteger();

    /** Creates it; nothing was told. */
    @Activate
    public Warnings() {
        // nothing to set up
    }

    /** How often since the start. */
    int count() {
        return count.get();
    }

    @Override
    public void read(MemoryReading reading) {
        // only warnings count
    }

    @Override
    public void warned(MemoryReading reading) {
        count.incrementAndGet();
    }
}
