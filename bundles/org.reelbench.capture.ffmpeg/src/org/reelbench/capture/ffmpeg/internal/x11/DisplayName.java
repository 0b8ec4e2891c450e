package org.reelbench.capture.ffmpeg.internal.x11;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an X display, such as {@code :0} or {@code host:10.1}.
 *
 * @param host the machine, or an empty text for this one
 * @param display the number of the display on it
 * @param screen the number of the screen of the display
 */
public record DisplayName(String host, int display, int screen) {

    private static final Pattern NAME = Pattern.compile("(?:(?:unix|tcp)/)?([^:/]*):(\\d{1,5})(?:\\.(\\d{1,3}))?");

    /**
     * Reads a name.
     *
     * @param name the text, such as the environment's DISPLAY
     * @return the name in its parts
     * @throws X11Exception if it names no display
     */
    public static DisplayName of(String name) throws X11Exception {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new X11Exception(X11Exception.Reason.NO_SERVER, "'" + name + "' is not the name of an X display");
        }
        String screen = matcher.group(3);
        String host = matcher.group(1);
        return new DisplayName(host.equals("unix") ? "" : host, Integer.parseInt(matcher.group(2)),
                screen == null ? 0 : Integer.parseInt(screen));
    }

    /**
     * Tells whether the display is reached over a network, as through a tunnel.
     *
     * @return true if it names a machine
     */
    public boolean remote() {
        return !host.isEmpty();
    }

    @Override
    public String toString() {
        return host + ":" + display + "." + screen;
    }
}
