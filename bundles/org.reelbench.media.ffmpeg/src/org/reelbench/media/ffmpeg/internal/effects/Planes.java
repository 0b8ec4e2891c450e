package org.reelbench.media.ffmpeg.internal.effects;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;

/** What effects that are code have in common: the formats they work on, and going through planes row by row. */
final class Planes {

    /** Luma and chroma, with or without transparency, best first. */
    static final Set<PixelFormat> ALL = ordered(PixelFormat.YUV420P, PixelFormat.YUVA420P, PixelFormat.YUV444P,
            PixelFormat.YUVA444P);

    /** Luma and chroma with transparency, best first. */
    static final Set<PixelFormat> ALPHA = ordered(PixelFormat.YUVA420P, PixelFormat.YUVA444P);

    /** Luma, chroma and transparency at full size. */
    static final Set<PixelFormat> FULL = ordered(PixelFormat.YUVA444P);

    private static final int MOST = 255;

    private Planes() {
    }

    /** Changes one row of samples, whose number from the top is given. */
    @FunctionalInterface
    interface RowChange {
        void change(byte[] row, int y);
    }

    /** Changes a plane, row by row. */
    static void eachRow(VideoFrame frame, int plane, RowChange change) {
        PixelFormat pixels = frame.format().pixelFormat();
        byte[] row = new byte[pixels.rowBytes(plane, frame.format().widthPx())];
        MemorySegment samples = frame.plane(plane);
        for (int y = 0; y < pixels.rows(plane, frame.format().heightPx()); y++) {
            long start = (long) y * frame.strideBytes(plane);
            MemorySegment.copy(samples, ValueLayout.JAVA_BYTE, start, row, 0, row.length);
            change.change(row, y);
            MemorySegment.copy(row, 0, samples, ValueLayout.JAVA_BYTE, start, row.length);
        }
    }

    /** Works out what becomes of each sample, rounded and within 0 to 255. */
    static byte[] table(DoubleUnaryOperator change) {
        byte[] table = new byte[MOST + 1];
        for (int value = 0; value <= MOST; value++) {
            table[value] = (byte) Math.clamp(Math.round(change.applyAsDouble(value)), 0, MOST);
        }
        return table;
    }

    /** Puts in place of each sample of a plane what a table says. */
    static void apply(VideoFrame frame, int plane, byte[] table) {
        eachRow(frame, plane, (row, _) -> {
            for (int x = 0; x < row.length; x++) {
                row[x] = table[row[x] & MOST];
            }
        });
    }

    /** Copies a plane out, without the padding of its rows. */
    static byte[] copy(VideoFrame frame, int plane) {
        PixelFormat pixels = frame.format().pixelFormat();
        int width = pixels.rowBytes(plane, frame.format().widthPx());
        int height = pixels.rows(plane, frame.format().heightPx());
        byte[] copied = new byte[width * height];
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(frame.plane(plane), ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane), copied, y * width,
                    width);
        }
        return copied;
    }

    private static Set<PixelFormat> ordered(PixelFormat... formats) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(formats)));
    }
}
