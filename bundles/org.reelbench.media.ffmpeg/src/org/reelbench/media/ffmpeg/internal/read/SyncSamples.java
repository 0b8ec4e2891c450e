package org.reelbench.media.ffmpeg.internal.read;

import org.reelbench.media.MediaException;

/**
 * What is known of the distances between sync samples, to decide whether a seek reaches a time sooner than decoding on. A wrong
 * guess costs time only.
 */
final class SyncSamples {

    /** How far to decode on where nothing is known, in seconds. */
    private static final int UNKNOWN_DISTANCE_S = 4;

    private final long leastDistanceTicks;
    private long lastTicks = Ticks.UNKNOWN;
    private long longestTicks;

    SyncSamples(Ticks clock) {
        leastDistanceTicks = clock.seconds().inverted().times(UNKNOWN_DISTANCE_S).ceil();
    }

    /** Tells that reading begins somewhere else. */
    void jumped() {
        lastTicks = Ticks.UNKNOWN;
    }

    /** Tells of a sync sample that was read. */
    void passed(long ticks) {
        if (lastTicks != Ticks.UNKNOWN) {
            longestTicks = Math.max(longestTicks, ticks - lastTicks);
        }
        lastTicks = ticks;
    }

    /**
     * Whether a sync sample lies between two times, so that going there is shorter than decoding all that lies between.
     *
     * @param packets the packets, with whatever index their container has
     * @param stream the stream
     * @param readTicks how far packets have been read
     * @param targetTicks where to
     * @return true if a seek is the better way
     * @throws MediaException if the index cannot be read
     */
    boolean liesBetween(PacketSource packets, int stream, long readTicks, long targetTicks) throws MediaException {
        if (readTicks == Ticks.UNKNOWN) {
            return false;
        }
        long known = packets.knownSync(stream, targetTicks);
        if (known != Ticks.UNKNOWN && known > readTicks) {
            return true;
        }
        if (packets.isKnown(stream, targetTicks)) {
            return false;
        }
        return targetTicks - readTicks > Math.max(2 * longestTicks, leastDistanceTicks);
    }
}
