package org.reelbench.capture.internal.mp4;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of nested boxes, in a buffer that grows. */
final class BoxWriter {

    private static final int FIRST_BYTES = 1024;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** Begins a box and returns where, for {@link #end}. */
    int begin(String type) {
        int at = size;
        u32(0);
        text(type);
        return at;
    }

    /** Begins a box that says its version and flags. */
    int begin(String type, int version, int flags) {
        int at = begin(type);
        u32((long) version << 24 | flags);
        return at;
    }

    void end(int at) {
        setU32(at, size - at);
    }

    BoxWriter u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    BoxWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    BoxWriter u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    BoxWriter u64(long value) {
        return u32(value >> 32).u32(value);
    }

    BoxWriter text(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    BoxWriter put(byte[] more) {
        return put(more, 0, more.length);
    }

    BoxWriter put(byte[] more, int offset, int count) {
        room(count);
        System.arraycopy(more, offset, bytes, size, count);
        size += count;
        return this;
    }

    BoxWriter zeros(int count) {
        room(count);
        size += count;
        return this;
    }

    void setU32(int at, long value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >> 24 - 8 * i);
        }
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, bytes.length * 2));
        }
    }
}
