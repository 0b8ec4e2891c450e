package org.reelbench.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.time.FrameRate;

class UsualFormatsTest {

    private static final Machine STRONG = new Machine(16L << 30, 8, false);
    private static final Machine MODEST = new Machine(16L << 30, 4, false);
    private static final Machine ON_BATTERY = new Machine(16L << 30, 8, true);
    private static final CaptureDevice CAMERA = new CaptureDevice("v4l2", "0", "Camera",
            List.of(picture(3840, 2160, 30), picture(1920, 1080, 60), picture(1280, 720, 60), picture(640, 360, 30)));

    private static CaptureFormat.Picture picture(int widthPx, int heightPx, int rate) {
        return new CaptureFormat.Picture(widthPx, heightPx, FrameRate.of(rate, 1));
    }

    @Test
    void aStrongMachineRecordsFullHdAt60() {
        assertEquals(picture(1920, 1080, 60), UsualFormats.of(CAMERA, STRONG));
    }

    @Test
    void aModestMachineRecords720LinesAt30AndLessOnBattery() {
        assertEquals(picture(1280, 720, 30), UsualFormats.of(CAMERA, MODEST));
        assertEquals(picture(1280, 720, 15), UsualFormats.of(CAMERA, ON_BATTERY));
        assertFalse(new Machine(4L << 30, 8, false).isStrong());
    }

    @Test
    void neverMoreThanTheDeviceHas() {
        CaptureDevice small = new CaptureDevice("v4l2", "1", "Small", List.of(picture(320, 240, 15)));
        assertEquals(picture(320, 240, 15), UsualFormats.of(small, STRONG));
        CaptureDevice large = new CaptureDevice("x11", "0", "Wall", List.of(picture(7680, 4320, 60)));
        assertEquals(picture(7680, 4320, 30), UsualFormats.of(large, MODEST));
    }

    @Test
    void soundIsTakenNearestTo48Kilohertz() {
        CaptureDevice card = new CaptureDevice("alsa", "0", "Card",
                List.of(new CaptureFormat.Sound(96_000, 2), new CaptureFormat.Sound(44_100, 2),
                        new CaptureFormat.Sound(8000, 1)));
        assertEquals(new CaptureFormat.Sound(44_100, 2), UsualFormats.of(card, STRONG));
    }

    @Test
    void batteriesAreReadAsLinuxTellsThem(@TempDir Path supplies) throws IOException {
        assertFalse(Machine.onBattery(supplies.resolve("missing")));
        supply(supplies, "BAT0", "Battery", "status", "Discharging");
        assertTrue(Machine.onBattery(supplies));
        supply(supplies, "AC", "Mains", "online", "1");
        assertFalse(Machine.onBattery(supplies));
        supply(supplies, "AC", "Mains", "online", "0");
        assertTrue(Machine.onBattery(supplies));
    }

    private static void supply(Path supplies, String name, String type, String figure, String value) throws IOException {
        Path folder = Files.createDirectories(supplies.resolve(name));
        Files.writeString(folder.resolve("type"), type + "\n");
        Files.writeString(folder.resolve(figure), value + "\n");
    }
}
