package org.reelbench.encoding.internal.preview;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the computer runs on its battery, as Linux tells in a folder for each supply; where nobody tells, it does not. Looked up
 * again after some seconds.
 * <p>
 * For every thread.
 */
final class PowerSource implements BooleanSupplier {

    /** Where Linux tells it. */
    static final Path SUPPLIES = Path.of("/sys/class/power_supply");

    private static final Logger LOG = LoggerFactory.getLogger(PowerSource.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Path supplies;
    private final LongSupplier clockNs;
    private boolean asked;
    private boolean onBattery;
    private long askedNs;

    PowerSource(Path supplies, LongSupplier clockNs) {
        this.supplies = supplies;
        this.clockNs = clockNs;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        long now = clockNs.getAsLong();
        if (!asked || now - askedNs > FRESH.toNanos()) {
            asked = true;
            askedNs = now;
            onBattery = look();
        }
        return onBattery;
    }

    private boolean look() {
        if (!Files.isDirectory(supplies)) {
            return false;
        }
        boolean discharging = false;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(supplies)) {
            for (Path supply : all) {
                if (said(supply, "online").equals("1")) {
                    return false;
                }
                // Batteries of mice and the like say that they are no part of the computer.
                discharging |= said(supply, "type").equals("Battery") && !said(supply, "scope").equals("Device")
                        && said(supply, "status").equals("Discharging");
            }
        } catch (IOException e) {
            LOG.debug("it is not known whether the computer runs on battery", e);
        }
        return discharging;
    }

    private static String said(Path supply, String what) throws IOException {
        Path file = supply.resolve(what);
        return Files.isReadable(file) ? Files.readString(file).strip() : "";
    }
}
