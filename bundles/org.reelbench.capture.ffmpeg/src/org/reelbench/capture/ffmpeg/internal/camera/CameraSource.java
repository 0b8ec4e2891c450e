package org.reelbench.capture.ffmpeg.internal.camera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.ffmpeg.internal.device.DeviceInput;
import org.reelbench.capture.ffmpeg.internal.device.FolderWatch;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/** The cameras that the kernel knows. A camera delivers the nearest to what is asked for. */
@Component(service = CaptureSource.class)
public final class CameraSource implements CaptureSource {

    static final String ID = "camera";

    private static final String NODES = "video*";
    private static final int[][] SIZES_PX = { { 1920, 1080 }, { 1280, 720 }, { 640, 480 }, { 320, 240 } };
    private static final int[] RATES = { 30, 15 };

    private final Path known;
    private final Path nodes;

    /** Creates the source; looks for nothing yet. */
    @Activate
    public CameraSource() {
        this(Path.of("/sys/class/video4linux"), Path.of("/dev"));
    }

    CameraSource(Path known, Path nodes) {
        this.known = known;
        this.nodes = nodes;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<CaptureDevice> devices() throws CaptureException {
        if (!Files.isDirectory(known)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(known, NODES)) {
            for (Path entry : entries) {
                // A camera's second node delivers notes about pictures, no pictures.
                if (text(entry.resolve("index")).matches("0?")) {
                    found.add(entry);
                }
            }
        } catch (IOException e) {
            throw new CaptureException(Reason.NO_PERMISSION, "cameras cannot be listed (" + e.getMessage() + ")", e);
        }
        found.sort(null);
        return found.stream().map(this::device).toList();
    }

    private CaptureDevice device(Path entry) {
        String node = nodes.resolve(String.valueOf(entry.getFileName())).toString();
        String name = text(entry.resolve("name"));
        List<CaptureFormat> formats = new ArrayList<>();
        for (int[] size : SIZES_PX) {
            for (int rate : RATES) {
                formats.add(new CaptureFormat.Picture(size[0], size[1], FrameRate.of(rate, 1)));
            }
        }
        return new CaptureDevice(ID, node, "Camera " + (name.isEmpty() ? node : name), formats);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            // Unplugged just now, or a kernel that does not tell: nothing is known of it then.
            return "";
        }
    }

    @Override
    public CaptureStream open(CaptureDevice device, CaptureFormat format) throws CaptureException {
        if (!(format instanceof CaptureFormat.Picture wanted) || !wanted.options().isEmpty()) {
            throw new CaptureException(Reason.UNSUPPORTED, "'" + device.label() + "' delivers pictures and has no settings");
        }
        Rational rate = wanted.rate().framesPerSecond();
        DeviceInput input = DeviceInput.open("v4l2", device.id(), Map.of("video_size",
                wanted.widthPx() + "x" + wanted.heightPx(), "framerate", rate.toString()), false, device.label());
        return CameraStream.of(input, wanted, device.label());
    }

    @Override
    public Watching watch(Runnable changed) {
        return FolderWatch.of(nodes, "video", changed);
    }
}
