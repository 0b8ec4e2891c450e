package org.reelbench.capture.ffmpeg.internal.screen;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.ffmpeg.internal.x11.DisplayName;
import org.reelbench.capture.ffmpeg.internal.x11.X11Display;
import org.reelbench.capture.ffmpeg.internal.x11.X11Exception;

/** The session that a person sits in, and whether its screen lets itself be recorded: better a message than a black film. */
final class Session {

    /** Names another display than the environment does, for programs that are not started by who looks at the screen. */
    private static final String OTHER_DISPLAY = "reelbench.display";

    private final Supplier<Map<String, String>> environments;

    Session(Supplier<Map<String, String>> environments) {
        this.environments = environments;
    }

    /** The environment of this process, but for the display where another one is named. */
    static Map<String, String> ofProcess() {
        String other = System.getProperty(OTHER_DISPLAY, "");
        if (other.isEmpty()) {
            return System.getenv();
        }
        Map<String, String> changed = new HashMap<>(System.getenv());
        changed.put("DISPLAY", other);
        return changed;
    }

    /** Names its display. */
    DisplayName name() throws CaptureException {
        Map<String, String> environment = environments.get();
        String name = environment.getOrDefault("DISPLAY", "");
        boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (name.isEmpty()) {
            throw unavailable(wayland
                    ? "this is a Wayland session, which does not let programs record the screen; log in with X11"
                    : "there is no screen: DISPLAY is not set");
        }
        try {
            DisplayName display = DisplayName.of(name);
            if (display.remote()) {
                throw unavailable("the screen " + display + " is reached over a network; record on the machine that shows it");
            }
            return display;
        } catch (X11Exception e) {
            throw failed(e);
        }
    }

    /** Opens a connection to its display, which the caller closes. */
    X11Display display() throws CaptureException {
        DisplayName name = name();
        try {
            X11Display display = X11Display.open(name, environments.get());
            boolean usable = false;
            try {
                if (display.onWayland()) {
                    throw unavailable("this is a Wayland session: X programs see a black screen; log in with X11");
                }
                usable = true;
                return display;
            } finally {
                if (!usable) {
                    display.close();
                }
            }
        } catch (X11Exception e) {
            throw failed(e);
        }
    }

    /** Refuses while the screen shows nothing. */
    static void requireAwake(X11Display display) throws CaptureException {
        try {
            if (display.saverOn()) {
                throw unavailable("the screen saver is on; unlock the screen first");
            }
        } catch (X11Exception e) {
            throw failed(e);
        }
    }

    static CaptureException failed(X11Exception e) {
        Reason reason = switch (e.reason()) {
        case NO_SERVER -> Reason.NOT_AVAILABLE;
        case NO_PERMISSION -> Reason.NO_PERMISSION;
        case GONE, BROKEN -> Reason.LOST;
        };
        return new CaptureException(reason, String.valueOf(e.getMessage()), e);
    }

    private static CaptureException unavailable(String message) {
        return new CaptureException(Reason.NOT_AVAILABLE, message);
    }
}
