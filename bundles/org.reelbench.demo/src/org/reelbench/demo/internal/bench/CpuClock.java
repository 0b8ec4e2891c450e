package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time as Linux counts it (proc(5), {@code /proc/self/stat}): that of this process, all its threads, and that of its
 * children that have ended.
 *
 * @param ownSeconds user and system time of this process
 * @param childrenSeconds user and system time of the children that ended and were waited for
 */
record CpuClock(double ownSeconds, double childrenSeconds) {

    private static final Path STAT = Path.of("/proc/self/stat");
    /** The unit of the file, the same on every Linux of today's processors. */
    private static final double TICKS_PER_SECOND = 100;
    /** Where the four times begin behind the name, which is in parentheses and may hold spaces. */
    private static final int FIRST_TIME = 11;

    /** Tells whether this system counts that way. */
    static boolean isAvailable() {
        return Files.isReadable(STAT);
    }

    static CpuClock now() {
        try {
            return parse(Files.readString(STAT));
        } catch (IOException e) {
            throw new UncheckedIOException(STAT.toString(), e);
        }
    }

    static CpuClock parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        long own = Long.parseLong(fields[FIRST_TIME]) + Long.parseLong(fields[FIRST_TIME + 1]);
        long children = Long.parseLong(fields[FIRST_TIME + 2]) + Long.parseLong(fields[FIRST_TIME + 3]);
        return new CpuClock(own / TICKS_PER_SECOND, children / TICKS_PER_SECOND);
    }
}
