package org.reelbench.capture.ffmpeg.internal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.ffmpeg.internal.device.DeviceInput;
import org.reelbench.media.MemoryFrame;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** The camera is one that FFmpeg draws: no machine that tests run on has a real one. */
class CameraStreamTest {

    @Test
    void picturesComeInTheSizeAskedForAndTheirTimesRise() throws CaptureException {
        try (CameraStream camera = open("testsrc2=size=320x240:rate=50,realtime", 160, 120, 50)) {
            assertEquals(160, camera.pictures().widthPx());
            camera.start();
            try (MemoryFrame frame = MemoryFrame.allocate(camera.pictures(), RationalTime.ZERO)) {
                long last = camera.read(frame);
                assertNotEquals(CaptureStream.NOTHING, last);
                assertTrue(lively(frame), "the picture is of one grey");
                for (int i = 0; i < 5; i++) {
                    long next = camera.read(frame);
                    assertTrue(next > last);
                    last = next;
                }
            }
        }
    }

    @Test
    void aSmallCameraIsNotEnlarged() throws CaptureException {
        try (CameraStream camera = open("testsrc2=size=320x240:rate=50,realtime", 1280, 720, 50)) {
            assertEquals(new CaptureFormat.Picture(320, 240, FrameRate.of(50, 1)), camera.format());
        }
    }

    @Test
    void whiteStaysWhiteAndBlackBlack() throws CaptureException {
        for (int[] shade : new int[][] { { 0xFFFFFF, 235 }, { 0, 16 } }) {
            try (CameraStream camera = open("color=c=" + String.format("0x%06x", shade[0]) + ":size=320x240:rate=50,realtime",
                    320,
                    240, 50); MemoryFrame frame = MemoryFrame.allocate(camera.pictures(), RationalTime.ZERO)) {
                camera.start();
                camera.read(frame);
                assertEquals(shade[1], frame.plane(0).get(ValueLayout.JAVA_BYTE, 1000) & 0xFF, 1);
            }
        }
    }

    @Test
    void picturesThatComeTooOftenAreLeftOut() throws CaptureException {
        try (CameraStream camera = open("testsrc2=size=64x64:rate=100,realtime", 64, 64, 20)) {
            camera.start();
            long first = camera.read(null);
            long last = first;
            for (int i = 0; i < 5; i++) {
                last = camera.read(null);
            }
            assertTrue(last - first >= 5 * TimeUnit.MILLISECONDS.toNanos(37), "6 pictures in " + (last - first) + " ns");
        }
    }

    @Test
    void aStoppedCameraDeliversNothingUntilItIsStarted() throws CaptureException {
        try (CameraStream camera = open("testsrc2=size=64x64:rate=100,realtime", 64, 64, 100)) {
            assertEquals(CaptureStream.NOTHING, camera.read(null));
            camera.start();
            assertNotEquals(CaptureStream.NOTHING, camera.read(null));
            camera.stop();
            assertEquals(CaptureStream.NOTHING, camera.read(null));
        }
    }

    private static CameraStream open(String drawn, int widthPx, int heightPx, int rate) throws CaptureException {
        DeviceInput input = DeviceInput.open("lavfi", drawn, Map.of(), false, "drawn camera");
        return CameraStream.of(input, new CaptureFormat.Picture(widthPx, heightPx, FrameRate.of(rate, 1)), "drawn camera");
    }

    private static boolean lively(MemoryFrame frame) {
        byte first = frame.plane(0).get(ValueLayout.JAVA_BYTE, 0);
        for (int i = 0; i < frame.format().heightPx() * frame.strideBytes(0); i += 7) {
            if (Math.abs(frame.plane(0).get(ValueLayout.JAVA_BYTE, i) - first) > 50) {
                return true;
            }
        }
        return false;
    }
}
