package org.reelbench.demo.internal.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;

/** Writes a picture as PNG (ISO/IEC 15948): 8 bit red, green and blue, one unfiltered row after the other. */
final class PngWriter {

    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    private static final byte DEPTH_8 = 8;
    private static final byte RGB = 2;

    private PngWriter() {
    }

    /** Writes a {@link PixelFormat#YUV420P} picture in BT.709, limited range. */
    static void write(VideoFrame frame, OutputStream out) throws IOException {
        if (frame.format().pixelFormat() != PixelFormat.YUV420P
                || !frame.format().color().equals(ColorDescription.BT709_LIMITED)) {
            throw new IllegalArgumentException("a still is made of BT.709 YUV420P, not of " + frame.format());
        }
        int width = frame.format().widthPx();
        int height = frame.format().heightPx();
        out.write(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(DEPTH_8).put(RGB).array());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                DeflaterOutputStream pixels = new DeflaterOutputStream(packed, deflater)) {
            byte[] row = new byte[1 + 3 * width];
            for (int y = 0; y < height; y++) {
                fill(row, frame, y);
                pixels.write(row);
            }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
    }

    /** Fills a row behind its filter byte, which stays zero: no filter. */
    private static void fill(byte[] row, VideoFrame frame, int y) {
        int width = frame.format().widthPx();
        for (int x = 0; x < width; x++) {
            double luma = 1.164384 * (sample(frame, 0, x, y) - 16);
            double blue = sample(frame, 1, x / 2, y / 2) - 128;
            double red = sample(frame, 2, x / 2, y / 2) - 128;
            row[1 + 3 * x] = whole(luma + 1.792741 * red);
            row[2 + 3 * x] = whole(luma - 0.213249 * blue - 0.532909 * red);
            row[3 + 3 * x] = whole(luma + 2.112402 * blue);
        }
    }

    private static int sample(VideoFrame frame, int plane, int x, int y) {
        MemorySegment samples = frame.plane(plane);
        return Byte.toUnsignedInt(samples.get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x));
    }

    private static byte whole(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(name);
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
