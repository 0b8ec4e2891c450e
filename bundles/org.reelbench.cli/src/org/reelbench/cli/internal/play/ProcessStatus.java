package org.reelbench.cli.internal.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system says of this process. */
final class ProcessStatus {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int KIB = 1024;
    private static final double NANOS_PER_SECOND = 1e9;

    private ProcessStatus() {
    }

    /** The processor time of all threads so far; 0 where the system does not tell. */
    static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().map(time -> time.toNanos() / NANOS_PER_SECOND).orElse(0.0);
    }

    /** The process's memory in RAM; 0 where the system does not tell (only Linux does). */
    static long residentBytes() {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(RESIDENT)).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB).orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(STATUS.toString(), e);
        }
    }
}
