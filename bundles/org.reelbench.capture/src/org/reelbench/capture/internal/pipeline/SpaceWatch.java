package org.reelbench.capture.internal.pipeline;

/**
 * When a disk's room is short, and when too short to go on.
 *
 * @param warnBytes below this people are told
 * @param stopBytes below this a recording is ended while there is room for its tables
 */
public record SpaceWatch(long warnBytes, long stopBytes) {

    /** For the disks of people: a minute or more of recording between the two. */
    public static final SpaceWatch USUAL = new SpaceWatch(1L << 30, 128L << 20);

    /** What is to be done. */
    enum Room {
        ENOUGH, SHORT, NONE
    }

    Room of(long freeBytes, long tableBytes) {
        // Tables grow to about twice of what they take in memory.
        if (freeBytes < stopBytes + 2 * tableBytes) {
            return Room.NONE;
        }
        return freeBytes < warnBytes ? Room.SHORT : Room.ENOUGH;
    }
}
