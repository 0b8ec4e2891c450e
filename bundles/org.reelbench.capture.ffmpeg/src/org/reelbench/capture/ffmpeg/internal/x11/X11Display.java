package org.reelbench.capture.ffmpeg.internal.x11;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A display of X, and what is to be known of it for a recording.
 * <p>
 * One thread at a time. Whoever opened it closes it. Every question is a message to the server and back, a fraction of a
 * millisecond on the same machine.
 */
public final class X11Display implements AutoCloseable {

    private static final int QUERY_POINTER = 38;
    private static final int GET_GEOMETRY = 14;
    private static final int TRANSLATE_COORDINATES = 40;

    private static final int FIXES_CURSOR_IMAGE = 4;
    private static final int RANDR_MONITORS = 42;
    private static final int SAVER_INFO = 1;
    private static final int SAVER_ON = 1;

    private final X11Connection connection;
    private final Screen screen;
    private final Map<String, Integer> extensions;
    private int pointerSerial;
    private @Nullable PointerImage pointer;

    private X11Display(X11Connection connection) throws X11Exception {
        this.connection = connection;
        this.screen = Screen.of(connection.greeting(), connection.name());
        this.extensions = Extensions.of(connection);
    }

    /**
     * Opens a connection to a display.
     *
     * @param name the display
     * @param environment the process's environment, for what the server wants to be shown
     * @return the display
     * @throws X11Exception if nobody answers there or we are not let in
     */
    public static X11Display open(DisplayName name, Map<String, String> environment) throws X11Exception {
        X11Connection connection = X11Connection.open(name, environment);
        boolean opened = false;
        try {
            X11Display display = new X11Display(connection);
            opened = true;
            return display;
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            throw new X11Exception(X11Exception.Reason.BROKEN, "what answers at " + name + " is no X server", e);
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /**
     * Returns the screen.
     *
     * @return its size and what its pixels are
     */
    public Screen screen() {
        return screen;
    }

    /**
     * Tells whether the server is one that shows X windows on a Wayland session, where the screen itself is not to be seen.
     *
     * @return true if so
     */
    public boolean onWayland() throws X11Exception {
        return extensions.containsKey(Extensions.XWAYLAND)
                || monitors().stream().anyMatch(monitor -> monitor.name().startsWith("XWAYLAND"));
    }

    /**
     * Tells whether the screen saver covers the screen.
     *
     * @return true if the server says so
     */
    public boolean saverOn() throws X11Exception {
        Integer saver = extensions.get(Extensions.SAVER);
        return saver != null
                && connection.ask(X11Connection.request(saver, SAVER_INFO, 4).putInt(screen.root())).get(1) == SAVER_ON;
    }

    /**
     * Asks where the pointer is.
     *
     * @param window the window to count from, or the screen's root
     * @return the place
     */
    public PointerPosition pointerPosition(int window) throws X11Exception {
        ByteBuffer answer = connection.ask(X11Connection.request(QUERY_POINTER, 0, 4).putInt(window));
        return new PointerPosition(answer.get(1) != 0, answer.getShort(20), answer.getShort(22));
    }

    /**
     * Asks how the pointer looks.
     *
     * @return its image; an arrow where the server does not tell
     */
    public PointerImage pointerImage() throws X11Exception {
        Integer fixes = extensions.get(Extensions.FIXES);
        if (fixes == null) {
            return PointerImage.arrow();
        }
        ByteBuffer answer = connection.ask(X11Connection.request(fixes, FIXES_CURSOR_IMAGE, 0));
        PointerImage known = pointer;
        int serial = answer.getInt(20);
        if (known != null && serial == pointerSerial) {
            return known;
        }
        int width = Short.toUnsignedInt(answer.getShort(12));
        int height = Short.toUnsignedInt(answer.getShort(14));
        int[] pixels = new int[width * height];
        answer.position(32).slice().order(answer.order()).asIntBuffer().get(pixels);
        PointerImage image = new PointerImage(width, height, Short.toUnsignedInt(answer.getShort(16)),
                Short.toUnsignedInt(answer.getShort(18)), pixels);
        pointer = image;
        pointerSerial = serial;
        return image;
    }

    /**
     * Lists the monitors.
     *
     * @return the monitors in the server's order; none where it does not know about monitors
     */
    public List<Monitor> monitors() throws X11Exception {
        Integer randr = extensions.get(Extensions.RANDR);
        if (randr == null) {
            return List.of();
        }
        ByteBuffer answer = connection
                .ask(X11Connection.request(randr, RANDR_MONITORS, 8).putInt(screen.root()).putInt(1));
        List<Monitor> monitors = new ArrayList<>();
        int count = answer.getInt(12);
        int at = 32;
        for (int i = 0; i < count; i++) {
            String name = Atoms.name(connection, answer.getInt(at));
            monitors.add(new Monitor(name, answer.get(at + 4) != 0,
                    new Area(answer.getShort(at + 8), answer.getShort(at + 10), Short.toUnsignedInt(answer.getShort(at + 12)),
                            Short.toUnsignedInt(answer.getShort(at + 14)))));
            at += 24 + 4 * Short.toUnsignedInt(answer.getShort(at + 6));
        }
        return List.copyOf(monitors);
    }

    /**
     * Lists the windows that people see.
     *
     * @return the windows, lowest first
     */
    public List<ScreenWindow> windows() throws X11Exception {
        List<ScreenWindow> windows = new ArrayList<>();
        for (int id : new WindowTree(connection, screen.root()).shown()) {
            Area area = area(id).orElse(null);
            if (area != null) {
                windows.add(new ScreenWindow(id, Atoms.title(connection, id), area));
            }
        }
        return List.copyOf(windows);
    }

    /**
     * Asks where a window is.
     *
     * @param window the server's number of it
     * @return its place on the screen, or empty if it is gone
     */
    public Optional<Area> area(int window) throws X11Exception {
        try {
            ByteBuffer shape = connection.ask(X11Connection.request(GET_GEOMETRY, 0, 4).putInt(window));
            ByteBuffer place = connection.ask(X11Connection.request(TRANSLATE_COORDINATES, 0, 12).putInt(window)
                    .putInt(screen.root()).putInt(0));
            return Optional.of(new Area(place.getShort(12), place.getShort(14), Short.toUnsignedInt(shape.getShort(16)),
                    Short.toUnsignedInt(shape.getShort(18))));
        } catch (X11Exception e) {
            if (e.reason() == X11Exception.Reason.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
