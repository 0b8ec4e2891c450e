package org.reelbench.encoding.internal.preview;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the computer runs on its battery, by folders as Linux has them. */
class PowerSourceTest {

    private final Path folder;
    private long nowNs;

    PowerSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void supply(String name, String... said) throws IOException {
        Path supply = Files.createDirectories(folder.resolve(name));
        for (String each : said) {
            Files.writeString(supply.resolve(each.substring(0, each.indexOf('='))), each.substring(each.indexOf('=') + 1) + "\n");
        }
    }

    @Test
    void aComputerWithoutABatteryNeverRunsOnOne() {
        assertFalse(new PowerSource(folder, () -> nowNs).getAsBoolean());
        assertFalse(new PowerSource(folder.resolve("none"), () -> nowNs).getAsBoolean());
    }

    @Test
    void unpluggedItIsOnBatteryAndPluggedInItIsNotAFewSecondsLater() throws IOException {
        supply("BAT0", "type=Battery", "status=Discharging");
        supply("AC", "type=Mains", "online=0");
        PowerSource source = new PowerSource(folder, () -> nowNs);
        assertTrue(source.getAsBoolean());
        supply("AC", "type=Mains", "online=1");
        assertTrue(source.getAsBoolean(), "it is not looked up each time");
        nowNs += Duration.ofSeconds(11).toNanos();
        assertFalse(source.getAsBoolean());
    }

    @Test
    void theBatteryOfAMouseIsNotTheComputers() throws IOException {
        supply("hid-1", "type=Battery", "status=Discharging", "scope=Device");
        assertFalse(new PowerSource(folder, () -> nowNs).getAsBoolean());
    }
}
