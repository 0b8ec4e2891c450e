package org.reelbench.capture.internal.adapt;

/**
 * Puts pictures into the slots of a constant rate, so that the small delays of a device are not seen. One thread at a time.
 * <p>
 * A picture is at most one slot early; what was not recorded stays an empty slot, so no picture is ever out of time.
 */
public final class FrameGrid {

    /** There is no slot for the picture: its device delivers more than it said. */
    public static final long NONE = -1;

    private final double slotNs;
    private long last = -1;

    /**
     * Creates a grid.
     *
     * @param framesPerSecond the rate
     */
    public FrameGrid(double framesPerSecond) {
        slotNs = 1e9 / framesPerSecond;
    }

    /** Returns the slot that the next picture most likely gets. */
    public long next() {
        return last + 1;
    }

    /**
     * Gives a picture its slot.
     *
     * @param ns when it was taken, counted from the recording's start
     * @return the slot's number, above all before, or {@link #NONE}
     */
    public long slot(long ns) {
        double exact = ns / slotNs;
        long slot = Math.round(exact);
        if (slot <= last) {
            if (last + 1 - exact > 1) {
                return NONE;
            }
            slot = last + 1;
        }
        last = slot;
        return slot;
    }
}
