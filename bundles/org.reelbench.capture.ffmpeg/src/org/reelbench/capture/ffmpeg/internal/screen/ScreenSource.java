package org.reelbench.capture.ffmpeg.internal.screen;

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
import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.capture.ffmpeg.internal.x11.Monitor;
import org.reelbench.capture.ffmpeg.internal.x11.ScreenWindow;
import org.reelbench.capture.ffmpeg.internal.x11.X11Display;
import org.reelbench.capture.ffmpeg.internal.x11.X11Exception;

/** The screens, monitors and windows of the X session that the program runs in. */
@Component(service = CaptureSource.class)
public final class ScreenSource implements CaptureSource {

    static final String ID = "x11";

    /** A window smaller than this is a helper of some program, not something to record. */
    private static final int SMALLEST_WINDOW_PX = 32;

    private final Session session;

    /** Creates the source; looks for nothing yet. */
    @Activate
    public ScreenSource() {
        this.session = new Session(Session::ofProcess);
    }

    ScreenSource(Map<String, String> environment) {
        this.session = new Session(() -> environment);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<CaptureDevice> devices() throws CaptureException {
        String name = session.name().toString();
        List<CaptureDevice> devices = new ArrayList<>();
        try (X11Display display = session.display()) {
            Area screen = display.screen().area();
            devices.add(device(name, "Screen " + name, screen));
            List<Monitor> monitors = display.monitors();
            for (Monitor monitor : monitors.size() > 1 ? monitors : List.<Monitor>of()) {
                devices.add(device(name + ScreenTarget.PART + monitor.name(), "Monitor " + monitor.name(), monitor.area()));
            }
            for (ScreenWindow window : display.windows().reversed()) {
                if (window.area().within(screen).widthPx() >= SMALLEST_WINDOW_PX && window.area().heightPx() >= SMALLEST_WINDOW_PX
                        && !window.title().isEmpty()) {
                    devices.add(device(name + ScreenTarget.PART + ScreenTarget.WINDOW + Integer.toHexString(window.id()),
                            "Window " + window.title(), window.area()));
                }
            }
        } catch (X11Exception e) {
            throw Session.failed(e);
        }
        return List.copyOf(devices);
    }

    private static CaptureDevice device(String id, String label, Area area) {
        return new CaptureDevice(ID, id, label, Sizes.of(area));
    }

    @Override
    public CaptureStream open(CaptureDevice device, CaptureFormat format) throws CaptureException {
        if (!(format instanceof CaptureFormat.Picture wanted)) {
            throw new CaptureException(Reason.UNSUPPORTED, "'" + device.label() + "' delivers pictures, no sound");
        }
        X11Display display = session.display();
        boolean opened = false;
        try {
            ScreenTarget target = ScreenTarget.of(device, wanted, display);
            Area size = Sizes.fitted(target.area(), wanted.widthPx(), wanted.heightPx());
            ScreenGrabber grabber = ScreenGrabber.open(display, session.name(), target, size, device.label());
            opened = true;
            return new ScreenStream(
                    new CaptureFormat.Picture(size.widthPx(), size.heightPx(), wanted.rate(), wanted.options()), display,
                    grabber);
        } finally {
            if (!opened) {
                display.close();
            }
        }
    }
}
