package org.reelbench.demo.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system says of a process's memory; only Linux tells. */
public final class ProcessMemory {

    private static final Path CLEAR_OWN_PEAK = Path.of("/proc/self/clear_refs");

    private ProcessMemory() {
    }

    /**
     * Returns the most memory this process ever held in RAM.
     *
     * @return bytes, or 0 where the system does not tell
     */
    public static long peakBytes() {
        return peakBytes(ProcessHandle.current().pid());
    }

    /**
     * Returns the most memory a process ever held in RAM.
     *
     * @param pid the process
     * @return bytes, or 0 where the system does not tell, or the process has ended
     */
    public static long peakBytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            // The process ended between two looks, or this is not Linux: both mean that nothing is known.
        }
        return 0;
    }

    /**
     * Counts this process's peak anew from what it holds now.
     *
     * @return false where the system does not do so, and the peak stays that of the whole life
     */
    public static boolean forgetOwnPeak() {
        try {
            Files.writeString(CLEAR_OWN_PEAK, "5");
            return true;
        } catch (IOException e) {
            // A kernel without this file: the caller says so beside the figure.
            return false;
        }
    }
}
