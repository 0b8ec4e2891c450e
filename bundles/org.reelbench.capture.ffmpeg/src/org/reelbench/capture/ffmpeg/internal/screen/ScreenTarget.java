package org.reelbench.capture.ffmpeg.internal.screen;

import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.capture.ffmpeg.internal.x11.Monitor;
import org.reelbench.capture.ffmpeg.internal.x11.X11Display;
import org.reelbench.capture.ffmpeg.internal.x11.X11Exception;

/**
 * What of a screen is recorded.
 *
 * @param window the window whose pixels are taken, or 0 for the screen
 * @param area what of it, in its own pixels, with even sides
 * @param pointer whether the pointer is in the picture
 */
record ScreenTarget(int window, Area area, boolean pointer) {

    static final String REGION = "region";
    static final String POINTER = "pointer";

    /** Stands between the display's name and what of it is meant. */
    static final String PART = "/";
    static final String WINDOW = "0x";

    private static final Pattern GEOMETRY = Pattern.compile("(\\d{1,5})x(\\d{1,5})\\+(\\d{1,5})\\+(\\d{1,5})");

    /** Finds what is meant by a device and its settings. */
    static ScreenTarget of(CaptureDevice device, CaptureFormat.Picture format, X11Display display) throws CaptureException {
        Whole whole = whole(device, display);
        boolean pointer = true;
        Area area = whole.area;
        SortedMap<String, String> options = format.options();
        for (String name : options.keySet()) {
            String value = String.valueOf(options.get(name));
            switch (name) {
            case REGION -> area = region(value, whole.area);
            case POINTER -> pointer = yes(value);
            default -> throw new CaptureException(Reason.UNSUPPORTED,
                    "a screen has the settings '" + REGION + "' and '" + POINTER + "', not '" + name + "'");
            }
        }
        return new ScreenTarget(whole.window, even(area, device), pointer);
    }

    private record Whole(int window, Area area) {
    }

    private static Whole whole(CaptureDevice device, X11Display display) throws CaptureException {
        int slash = device.id().indexOf(PART);
        String part = slash < 0 ? "" : device.id().substring(slash + 1);
        Area screen = display.screen().area();
        try {
            if (part.isEmpty()) {
                return new Whole(0, screen);
            }
            if (part.startsWith(WINDOW)) {
                int window = Integer.parseUnsignedInt(part.substring(WINDOW.length()), 16);
                Area area = display.area(window).orElseThrow(() -> gone(device));
                if (!area.within(screen).equals(area)) {
                    throw new CaptureException(Reason.UNSUPPORTED,
                            "the window '" + device.label() + "' lies partly outside the screen; move it inside");
                }
                return new Whole(window, new Area(0, 0, area.widthPx(), area.heightPx()));
            }
            for (Monitor monitor : display.monitors()) {
                if (monitor.name().equals(part)) {
                    return new Whole(0, monitor.area().within(screen));
                }
            }
            throw gone(device);
        } catch (X11Exception e) {
            throw Session.failed(e);
        } catch (NumberFormatException _) {
            throw gone(device);
        }
    }

    private static CaptureException gone(CaptureDevice device) {
        return new CaptureException(Reason.NO_DEVICE, "'" + device.label() + "' is not on the screen any more");
    }

    private static Area region(String text, Area whole) throws CaptureException {
        Matcher matcher = GEOMETRY.matcher(text);
        if (!matcher.matches()) {
            throw new CaptureException(Reason.UNSUPPORTED,
                    "a region is written WIDTHxHEIGHT+LEFT+TOP, as in 640x480+100+50, not '" + text + "'");
        }
        Area wanted = new Area(whole.xPx() + Integer.parseInt(matcher.group(3)),
                whole.yPx() + Integer.parseInt(matcher.group(4)), Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)));
        return wanted.within(whole);
    }

    private static boolean yes(String value) throws CaptureException {
        return switch (value) {
        case "on" -> true;
        case "off" -> false;
        default -> throw new CaptureException(Reason.UNSUPPORTED, "the pointer is 'on' or 'off', not '" + value + "'");
        };
    }

    private static Area even(Area area, CaptureDevice device) throws CaptureException {
        Area even = new Area(area.xPx(), area.yPx(), area.widthPx() & ~1, area.heightPx() & ~1);
        if (even.isEmpty()) {
            throw new CaptureException(Reason.UNSUPPORTED, "the region has no pixel on '" + device.label() + "'");
        }
        return even;
    }
}
