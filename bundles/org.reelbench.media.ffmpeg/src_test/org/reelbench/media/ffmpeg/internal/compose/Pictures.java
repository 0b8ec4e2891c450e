package org.reelbench.media.ffmpeg.internal.compose;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Pictures drawn by code and read back sample by sample. */
final class Pictures {

    static final int WIDTH = 320;
    static final int HEIGHT = 180;
    static final Canvas CANVAS = new Canvas(WIDTH, HEIGHT, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED);
    static final PictureFormat FULL = format(WIDTH, HEIGHT, PixelFormat.YUV420P);
    static final Placement WHOLE = Placement.at(0, 0, WIDTH, HEIGHT);

    private Pictures() {
    }

    /** A sample of a picture. */
    @FunctionalInterface
    interface Sample {
        int at(int plane, int x, int y);
    }

    static PictureFormat format(int width, int height, PixelFormat pixels) {
        return PictureFormat.of(width, height, pixels, ColorDescription.BT709_LIMITED);
    }

    /** Draws a planar picture; {@code x} counts bytes, so that it also serves packed formats. */
    static MemoryFrame draw(PictureFormat format, Sample sample) {
        MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO);
        PixelFormat pixels = format.pixelFormat();
        for (int plane = 0; plane < pixels.planes(); plane++) {
            MemorySegment memory = frame.plane(plane);
            for (int y = 0; y < pixels.rows(plane, format.heightPx()); y++) {
                for (int x = 0; x < pixels.rowBytes(plane, format.widthPx()); x++) {
                    memory.set(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x, (byte) sample.at(plane, x, y));
                }
            }
        }
        return frame;
    }

    static MemoryFrame solid(PictureFormat format, int... samples) {
        return draw(format, (plane, _, _) -> samples[plane]);
    }

    /** A picture in which no two neighbours are alike, within the limited range. */
    static MemoryFrame noise(PictureFormat format, int seed) {
        return draw(format, (plane, x, y) -> {
            int mixed = (x * 73_856_093) ^ (y * 19_349_663) ^ (plane * 83_492_791) ^ (seed * 2_654_435);
            mixed ^= mixed >>> 13;
            return 16 + Math.floorMod(mixed * 1_274_126_177, 200);
        });
    }

    static int at(VideoFrame frame, int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xff;
    }

    static String hash(VideoFrame frame) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            PictureFormat format = frame.format();
            for (int plane = 0; plane < format.pixelFormat().planes(); plane++) {
                byte[] row = new byte[format.pixelFormat().rowBytes(plane, format.widthPx())];
                for (int y = 0; y < format.pixelFormat().rows(plane, format.heightPx()); y++) {
                    MemorySegment.copy(frame.plane(plane), ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane), row, 0,
                            row.length);
                    digest.update(row);
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static ComposerInput input(VideoFrame frame) {
        return input(frame, 1);
    }

    static ComposerInput input(VideoFrame frame, double opacity) {
        return new ComposerInput(frame, opacity, RationalTime.ZERO);
    }

    static LayerSpec translucent(PictureFormat format, Placement placement) {
        return new LayerSpec(format, placement, true, List.of());
    }

    /** Composes one frame of opaque layers and opens the composer for nothing else. */
    static VideoFrame compose(Composers composers, List<LayerSpec> layers, VideoFrame... frames) throws MediaException {
        try (Composer composer = composers.open(new Composition(CANVAS, layers))) {
            return composer.compose(0, java.util.Arrays.stream(frames).map(Pictures::input).toList());
        }
    }
}
