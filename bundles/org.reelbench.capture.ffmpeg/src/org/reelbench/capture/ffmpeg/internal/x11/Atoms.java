package org.reelbench.capture.ffmpeg.internal.x11;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Names and properties: what windows say of themselves. */
final class Atoms {

    private static final int INTERN_ATOM = 16;
    private static final int GET_ATOM_NAME = 17;
    private static final int GET_PROPERTY = 20;

    /** The core protocol's own number of WM_NAME, whose texts are Latin-1. */
    private static final int WM_NAME = 39;

    private static final int VALUE_AT = 32;
    private static final int MAX_VALUE_WORDS = 4096;
    private static final int NONE = 0;

    private Atoms() {
    }

    static String name(X11Connection connection, int atom) throws X11Exception {
        ByteBuffer answer = connection.ask(X11Connection.request(GET_ATOM_NAME, 0, 4).putInt(atom));
        return text(answer, Short.toUnsignedInt(answer.getShort(8)), StandardCharsets.ISO_8859_1);
    }

    /** The title of a window, or an empty text for one without or for one that is gone. */
    static String title(X11Connection connection, int window) throws X11Exception {
        ByteBuffer modern = property(connection, window, atom(connection, "_NET_WM_NAME"));
        String title = text(modern, modern.getInt(16), StandardCharsets.UTF_8);
        if (!title.isEmpty()) {
            return title;
        }
        ByteBuffer old = property(connection, window, WM_NAME);
        return text(old, old.getInt(16), StandardCharsets.ISO_8859_1);
    }

    /** A property that is a list of numbers, empty where it is not there. */
    static int[] numbers(X11Connection connection, int window, String name) throws X11Exception {
        ByteBuffer answer = property(connection, window, atom(connection, name));
        int[] numbers = new int[answer.get(1) == Integer.SIZE ? answer.getInt(16) : 0];
        answer.position(VALUE_AT).slice().order(answer.order()).asIntBuffer().get(numbers);
        return numbers;
    }

    static int atom(X11Connection connection, String name) throws X11Exception {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer request = X11Connection.request(INTERN_ATOM, 0, 4 + X11Connection.padded(bytes.length));
        request.putShort((short) bytes.length).putShort((short) 0).put(bytes).position(request.capacity());
        return connection.ask(request).getInt(8);
    }

    private static ByteBuffer property(X11Connection connection, int window, int property) throws X11Exception {
        try {
            return connection.ask(X11Connection.request(GET_PROPERTY, 0, 20).putInt(window).putInt(property).putInt(NONE)
                    .putInt(0).putInt(MAX_VALUE_WORDS));
        } catch (X11Exception e) {
            if (e.reason() == X11Exception.Reason.GONE) {
                // A window that closed meanwhile has no properties.
                return ByteBuffer.allocate(VALUE_AT);
            }
            throw e;
        }
    }

    private static String text(ByteBuffer answer, int bytes, Charset charset) {
        return new String(answer.array(), VALUE_AT, Math.min(bytes, answer.capacity() - VALUE_AT), charset).strip();
    }
}
