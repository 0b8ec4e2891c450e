package org.reelbench.memory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service of whoever calls native code that takes memory of its own: what it holds, and a way to give the rest back.
 * <p>
 * For every thread. Both calls answer within milliseconds, {@link #trim()} on a fragmented heap within a tenth of a second.
 */
@ConsumerType
public interface NativeMemory {

    /**
     * Returns how much native code holds, as far as it counts.
     *
     * @return the number of bytes
     */
    long heldBytes();

    /**
     * Returns the physical memory of the whole process, for systems that tell it through native code only.
     *
     * @return the number of bytes, 0 if unknown
     */
    default long processBytes() {
        return 0;
    }

    /**
     * Gives memory that was freed back to the system, where the native allocator kept it for later.
     */
    void trim();
}
