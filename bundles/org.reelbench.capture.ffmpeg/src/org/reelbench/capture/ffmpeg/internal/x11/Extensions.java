package org.reelbench.capture.ffmpeg.internal.x11;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server can beyond the protocol's core, and by which numbers it is asked for. */
final class Extensions {

    static final String FIXES = "XFIXES";
    static final String RANDR = "RANDR";
    static final String SAVER = "MIT-SCREEN-SAVER";
    static final String XWAYLAND = "XWAYLAND";

    private static final int QUERY_EXTENSION = 98;
    private static final int QUERY_VERSION = 0;

    /** The versions we speak: the first with what is asked for. An extension is silent until its version was agreed on. */
    private static final int FIXES_MAJOR = 2;
    private static final int RANDR_MAJOR = 1;
    private static final int RANDR_MINOR = 5;

    private Extensions() {
    }

    /** Asks for all of them; one that is not there is missing in the answer. */
    static Map<String, Integer> of(X11Connection connection) throws X11Exception {
        Map<String, Integer> found = new HashMap<>();
        for (String name : List.of(FIXES, RANDR, SAVER, XWAYLAND)) {
            byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
            ByteBuffer request = X11Connection.request(QUERY_EXTENSION, 0, 4 + X11Connection.padded(bytes.length));
            request.putShort((short) bytes.length).putShort((short) 0).put(bytes).position(request.capacity());
            ByteBuffer answer = connection.ask(request);
            if (answer.get(8) != 0) {
                found.put(name, Byte.toUnsignedInt(answer.get(9)));
            }
        }
        agree(connection, found, FIXES, FIXES_MAJOR, 0);
        agree(connection, found, RANDR, RANDR_MAJOR, RANDR_MINOR);
        return Map.copyOf(found);
    }

    private static void agree(X11Connection connection, Map<String, Integer> found, String name, int major, int minor)
            throws X11Exception {
        Integer opcode = found.get(name);
        if (opcode == null) {
            return;
        }
        ByteBuffer answer = connection
                .ask(X11Connection.request(opcode, QUERY_VERSION, 8).putInt(major).putInt(minor));
        if (answer.getInt(8) < major || answer.getInt(8) == major && answer.getInt(12) < minor) {
            found.remove(name);
        }
    }
}
