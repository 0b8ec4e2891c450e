package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avformat;

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
     * @param stream the stream, with whatever index its container has
     * @param readTicks how far packets have been read
     * @param targetTicks where to
     * @return true if a seek is the better way
     */
    boolean liesBetween(AVStream stream, long readTicks, long targetTicks) {
        if (readTicks == Ticks.UNKNOWN) {
            return false;
        }
        AVIndexEntry entry = avformat.avformat_index_get_entry_from_timestamp(stream, targetTicks, avformat.AVSEEK_FLAG_BACKWARD);
        if (entry != null && entry.timestamp() > readTicks) {
            return true;
        }
        int count = avformat.avformat_index_get_entries_count(stream);
        AVIndexEntry last = count == 0 ? null : avformat.avformat_index_get_entry(stream, count - 1);
        if (last != null && last.timestamp() >= targetTicks) {
            return false;
        }
        return targetTicks - readTicks > Math.max(2 * longestTicks, leastDistanceTicks);
    }
}
