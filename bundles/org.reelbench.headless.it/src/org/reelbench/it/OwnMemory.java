package org.reelbench.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system says of the memory of processes. */
final class OwnMemory {

    private OwnMemory() {
    }

    static long residentBytes() {
        return residentBytes(ProcessHandle.current().pid());
    }

    /** How much memory a process takes; 0 once it has ended. */
    static long residentBytes(long process) {
        Path status = Path.of("/proc", Long.toString(process), "status");
        try {
            return !Files.exists(status)
                    ? 0
                    : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
