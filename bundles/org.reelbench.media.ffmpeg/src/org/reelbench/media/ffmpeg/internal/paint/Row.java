package org.reelbench.media.ffmpeg.internal.paint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Part of a row of a canvas's plane while it is painted: read, changed and written back. */
final class Row {

    private static final int MASK = 0xff;
    private static final float MOST = 255;
    private static final float HALF = 0.5f;

    private final byte[] bytes;
    private int count;

    Row(int mostSamples) {
        bytes = new byte[mostSamples];
    }

    /** Reads samples from a plane. */
    void load(Plane plane, int x, int y, int samples) {
        count = samples;
        MemorySegment.copy(plane.memory(), ValueLayout.JAVA_BYTE, y * plane.strideBytes() + x, bytes, 0, samples);
    }

    /** Writes the samples back. */
    void store(Plane plane, int x, int y) {
        MemorySegment.copy(bytes, 0, plane.memory(), ValueLayout.JAVA_BYTE, y * plane.strideBytes() + x, count);
    }

    /** Returns a sample. */
    float get(int x) {
        return bytes[x] & MASK;
    }

    /** Returns the samples as numbers. */
    void get(float[] into) {
        for (int x = 0; x < count; x++) {
            into[x] = bytes[x] & MASK;
        }
    }

    /** Lays colours over the samples. */
    void over(float[] colors, float[] alphas) {
        for (int x = 0; x < count; x++) {
            float mixed = (bytes[x] & MASK) * (1 - alphas[x]) + colors[x];
            bytes[x] = (byte) (int) (Math.min(MOST, Math.max(0, mixed)) + HALF);
        }
    }

    /** Adds what laying colours over another row would change there. */
    void add(float[] colors, float[] alphas, Row other) {
        for (int x = 0; x < count; x++) {
            float mixed = (bytes[x] & MASK) + colors[x] - (other.bytes[x] & MASK) * alphas[x];
            bytes[x] = (byte) (int) (Math.min(MOST, Math.max(0, mixed)) + HALF);
        }
    }

    /** Sets all samples of another number. */
    void set(float[] values, int samples) {
        count = samples;
        set(values);
    }

    /** Sets the samples. */
    void set(float[] values) {
        for (int x = 0; x < count; x++) {
            bytes[x] = (byte) (int) (Math.min(MOST, Math.max(0, values[x])) + HALF);
        }
    }
}
