package org.reelbench.capture.ffmpeg.internal.x11;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds what a server wants to be shown before it lets somebody in, in the file that {@code xauth} keeps. */
final class MagicCookie {

    static final String PROTOCOL = "MIT-MAGIC-COOKIE-1";

    private static final byte[] NONE = {};

    /** A file larger than this is none of xauth's. */
    private static final long MAX_FILE_BYTES = 1 << 20;

    private MagicCookie() {
    }

    /** Returns the cookie for a display, of no bytes where there is none: many servers ask for none. */
    static byte[] of(DisplayName name, Map<String, String> environment) throws IOException {
        String file = environment.getOrDefault("XAUTHORITY", "");
        Path path = file.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".Xauthority") : Path.of(file);
        if (!Files.isReadable(path) || Files.size(path) > MAX_FILE_BYTES) {
            return NONE;
        }
        return in(ByteBuffer.wrap(Files.readAllBytes(path)), name.display());
    }

    /** Entries are big-endian: family, address, number, protocol and data, each but the first with its length before it. */
    static byte[] in(ByteBuffer entries, int display) {
        try {
            while (entries.hasRemaining()) {
                entries.getShort();
                next(entries);
                String number = new String(next(entries), StandardCharsets.US_ASCII);
                String protocol = new String(next(entries), StandardCharsets.US_ASCII);
                byte[] data = next(entries);
                if ((number.isEmpty() || number.equals(Integer.toString(display))) && protocol.equals(PROTOCOL)) {
                    return data;
                }
            }
        } catch (BufferUnderflowException _) {
            // Somebody is just writing the file: without a cookie the server says no, which is told.
            return NONE;
        }
        return NONE;
    }

    private static byte[] next(ByteBuffer entries) {
        int length = Short.toUnsignedInt(entries.getShort());
        if (length > entries.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        entries.get(bytes);
        return bytes;
    }
}
