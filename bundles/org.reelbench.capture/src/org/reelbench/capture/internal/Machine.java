package org.reelbench.capture.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

import org.slf4j.LoggerFactory;

/**
 * What this machine has.
 *
 * @param memoryBytes its memory, or that of its container
 * @param cores its cores
 * @param onBattery true while it has no other power
 */
record Machine(long memoryBytes, int cores, boolean onBattery) {

    private static final long STRONG_BYTES = 8L << 30;
    /** Machines sold as such have a little less after what the firmware takes. */
    private static final double NEARLY = 0.95;
    private static final int STRONG_CORES = 8;
    private static final Path SUPPLIES = Path.of("/sys/class/power_supply");

    boolean isStrong() {
        return memoryBytes >= STRONG_BYTES * NEARLY && cores >= STRONG_CORES;
    }

    static Machine ofThis() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
        return new Machine(memory, Runtime.getRuntime().availableProcessors(), onBattery(SUPPLIES));
    }

    /** Reads what Linux tells of batteries and mains; elsewhere there is no such folder, and power is taken for granted. */
    static boolean onBattery(Path supplies) {
        if (!Files.isDirectory(supplies)) {
            return false;
        }
        boolean discharging = false;
        try (DirectoryStream<Path> each = Files.newDirectoryStream(supplies)) {
            for (Path supply : each) {
                if (line(supply.resolve("type")).equals("Mains") && line(supply.resolve("online")).equals("1")) {
                    return false;
                }
                discharging |= line(supply.resolve("type")).equals("Battery")
                        && line(supply.resolve("status")).equals("Discharging");
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(Machine.class).debug("the power supplies cannot be read; power is taken for granted", e);
        }
        return discharging;
    }

    private static String line(Path file) throws IOException {
        return Files.isReadable(file) ? Files.readString(file).strip() : "";
    }
}
