package org.reelbench.capture.ffmpeg.internal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;

class CameraSourceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void camerasAreFoundByWhatTheKernelTellsWithoutTheirOtherNodes() throws Exception {
        node("video2", "Webcam", "0");
        node("video3", "Webcam", "1");
        node("video0", "Microscope", "0");
        List<CaptureDevice> devices = source().devices();
        assertEquals(List.of("Camera Microscope", "Camera Webcam"), devices.stream().map(CaptureDevice::label).toList());
        assertEquals("camera:" + folder.resolve("dev/video0"), devices.getFirst().address());
    }

    @Test
    void aMachineWithoutCamerasHasNone() throws CaptureException {
        assertEquals(List.of(), source().devices());
    }

    @Test
    void aCameraThatWasUnpluggedIsSaidToBeGone() throws Exception {
        node("video0", "Webcam", "0");
        CaptureDevice camera = source().devices().getFirst();
        CaptureException e = assertThrows(CaptureException.class, () -> source().open(camera, camera.formats().getFirst()));
        assertEquals(Reason.NO_DEVICE, e.reason());
    }

    @Test
    void aCameraDeliversNoSound() throws Exception {
        node("video0", "Webcam", "0");
        CaptureDevice camera = source().devices().getFirst();
        CaptureException e = assertThrows(CaptureException.class,
                () -> source().open(camera, new CaptureFormat.Sound(48_000, 2)));
        assertEquals(Reason.UNSUPPORTED, e.reason());
    }

    private CameraSource source() {
        return new CameraSource(folder.resolve("known"), folder.resolve("dev"));
    }

    private void node(String node, String name, String index) throws IOException {
        Path entry = Files.createDirectories(folder.resolve("known").resolve(node));
        Files.writeString(entry.resolve("name"), name + "\n");
        Files.writeString(entry.resolve("index"), index + "\n");
    }
}
