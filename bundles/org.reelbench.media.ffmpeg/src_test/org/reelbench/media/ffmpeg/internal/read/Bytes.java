package org.reelbench.media.ffmpeg.internal.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Puts bytes together by hand: the building blocks of files no honest program writes. */
final class Bytes {

    private Bytes() {
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] zeros(int count) {
        return new byte[count];
    }

    static byte[] filled(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Numbers of 32 bits, the most significant byte first. */
    static byte[] ints(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }

    static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    /** Numbers of 32 bits, the least significant byte first. */
    static byte[] littleInts(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }

    static byte[] littleShorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    /** A box of MP4. */
    static byte[] box(String type, byte[]... parts) {
        byte[] body = join(parts);
        return join(ints(body.length + 8), text(type), body);
    }

    /** An element of Matroska, its length in eight bytes. */
    static byte[] element(String id, byte[]... parts) {
        byte[] body = join(parts);
        return join(hex(id), longs(1L << 56 | body.length), body);
    }

    /** A chunk of RIFF. */
    static byte[] chunk(String type, byte[]... parts) {
        byte[] body = join(parts);
        return join(text(type), littleInts(body.length), body, zeros(body.length % 2));
    }

    /** A copy with some bytes replaced. */
    static byte[] patched(byte[] bytes, int at, byte[] by) {
        byte[] patched = bytes.clone();
        System.arraycopy(by, 0, patched, at, by.length);
        return patched;
    }

    /** Where a text lies first, from a position on. */
    static int find(byte[] bytes, String text, int from) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
        if (at < 0) {
            throw new IllegalArgumentException("no " + text);
        }
        return at;
    }
}
