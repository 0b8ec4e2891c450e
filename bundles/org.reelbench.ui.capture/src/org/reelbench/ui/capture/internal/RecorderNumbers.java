package org.reelbench.ui.capture.internal;

import java.util.Locale;

import org.reelbench.capture.RecordingStatistics;

/** A recording's numbers as people read them. */
final class RecorderNumbers {

    private static final long SECOND_US = 1_000_000;
    private static final int MINUTE = 60;
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;

    private RecorderNumbers() {
    }

    /** One line: how long, how large, how much room, what was left out or never came, how well it goes. */
    static String line(RecordingStatistics now) {
        return elapsed(now.elapsedUs()) + " · " + size(now.fileBytes()) + " · " + left(now.diskFreeBytes()) + " · "
                + lost(now) + " · score " + now.score();
    }

    private static String lost(RecordingStatistics now) {
        String dropped = (now.framesDropped() == 0 ? "none" : now.framesDropped()) + " left out";
        return now.framesMissed() == 0 ? dropped : dropped + ", " + now.framesMissed() + " missed";
    }

    static String elapsed(long elapsedUs) {
        long seconds = elapsedUs / SECOND_US;
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / MINUTE / MINUTE, seconds / MINUTE % MINUTE, seconds % MINUTE);
    }

    private static String size(long bytes) {
        return bytes < GIGABYTE
                ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%.2f GB", bytes / GIGABYTE);
    }

    private static String left(long freeBytes) {
        return freeBytes < 0 ? "disk unknown" : size(freeBytes) + " left on disk";
    }
}
