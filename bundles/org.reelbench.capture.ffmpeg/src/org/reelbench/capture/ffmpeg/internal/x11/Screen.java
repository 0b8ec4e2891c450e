package org.reelbench.capture.ffmpeg.internal.x11;

import java.nio.ByteBuffer;

/**
 * A screen of a display.
 *
 * @param root the server's number of the window that fills it
 * @param widthPx its width
 * @param heightPx its height
 * @param depthBits how many bits of a pixel carry colour
 * @param wide whether a pixel takes four bytes, the lowest one blue
 */
public record Screen(int root, int widthPx, int heightPx, int depthBits, boolean wide) {

    private static final int FIXED_BYTES = 32;
    private static final int FORMAT_BYTES = 8;
    private static final int SCREEN_BYTES = 40;
    private static final int VISUAL_BYTES = 24;
    private static final int WIDE_BITS = 32;

    /** Finds the screen in what the server says of itself. */
    static Screen of(ByteBuffer greeting, DisplayName name) throws X11Exception {
        int formats = Byte.toUnsignedInt(greeting.get(21));
        int screens = Byte.toUnsignedInt(greeting.get(20));
        if (name.screen() >= screens) {
            throw new X11Exception(X11Exception.Reason.NO_SERVER, "the X server has no screen " + name.screen());
        }
        int formatsAt = FIXED_BYTES + X11Connection.padded(Short.toUnsignedInt(greeting.getShort(16)));
        int at = formatsAt + formats * FORMAT_BYTES;
        for (int i = 0; i < name.screen(); i++) {
            at = end(greeting, at);
        }
        int depth = Byte.toUnsignedInt(greeting.get(at + 38));
        boolean littleEndian = greeting.get(22) == 0;
        return new Screen(greeting.getInt(at), Short.toUnsignedInt(greeting.getShort(at + 20)),
                Short.toUnsignedInt(greeting.getShort(at + 22)), depth,
                littleEndian && bits(greeting, formatsAt, formats, depth) == WIDE_BITS);
    }

    /**
     * Returns the whole screen as a rectangle.
     *
     * @return the rectangle
     */
    public Area area() {
        return new Area(0, 0, widthPx, heightPx);
    }

    private static int bits(ByteBuffer greeting, int formatsAt, int formats, int depth) {
        for (int at = formatsAt; at < formatsAt + formats * FORMAT_BYTES; at += FORMAT_BYTES) {
            if (greeting.get(at) == depth) {
                return greeting.get(at + 1);
            }
        }
        return 0;
    }

    private static int end(ByteBuffer greeting, int screenAt) {
        int depths = Byte.toUnsignedInt(greeting.get(screenAt + 39));
        int at = screenAt + SCREEN_BYTES;
        for (int i = 0; i < depths; i++) {
            at += FORMAT_BYTES + Short.toUnsignedInt(greeting.getShort(at + 2)) * VISUAL_BYTES;
        }
        return at;
    }
}
