package org.reelbench.memory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that is told what the monitor sees. Who throws is named in the log and told the next time again.
 * <p>
 * Called on the monitor's thread, one call at a time; a listener hands over what takes longer than a millisecond.
 */
@ConsumerType
public interface MemoryListener {

    /**
     * Memory was looked at: every five seconds, and when somebody asked.
     *
     * @param reading what was seen
     */
    void read(MemoryReading reading);

    /**
     * Memory is short, and nothing that was given back has helped: people should know. At most once in 30 seconds.
     *
     * @param reading what was seen after everything had been tried
     */
    default void warned(MemoryReading reading) {
        // who only draws what was read needs no more
    }
}
