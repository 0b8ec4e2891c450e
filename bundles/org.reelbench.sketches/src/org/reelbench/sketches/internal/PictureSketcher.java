package org.reelbench.sketches.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.StreamLook;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.time.RationalTime;

/** Makes small pictures of frames. One thread at a time. */
final class PictureSketcher {

    private static final int BGRA_BYTES = 4;
    private static final int QUARTER_DEGREES = 90;

    private PictureSketcher() {
    }

    /** Makes a small picture of a time, shown as the stream says of itself or in the look it is given. */
    static Thumbnail of(FrameReader reader, @Nullable StreamLook look, ScreenConverter converter, RationalTime time,
            Cancellation cancellation) throws MediaException {
        VideoStreamInfo stream = reader.stream();
        if (look == null) {
            try (VideoFrame frame = reader.nearestSyncFrame(time, cancellation)) {
                return of(frame, stream.pixelAspect().toDouble(), stream.rotationDegrees(), converter);
            }
        }
        try (VideoFrame frame = Recolored.of(reader.nearestSyncFrame(time.times(look.speed()), cancellation), look.color())) {
            return of(frame, look.pixelAspect().toDouble(), look.turnDegrees(), converter);
        }
    }

    static Thumbnail of(VideoFrame frame, double pixelAspect, int rotationDegrees, ScreenConverter converter)
            throws MediaException {
        boolean onItsSide = rotationDegrees / QUARTER_DEGREES % 2 != 0;
        double wide = frame.format().widthPx() * pixelAspect;
        double high = frame.format().heightPx();
        double fit = Math.min(Thumbnail.MOST_WIDTH_PX / (onItsSide ? high : wide),
                Thumbnail.MOST_HEIGHT_PX / (onItsSide ? wide : high));
        int width = (int) Math.max(1, Math.floor(wide * fit + 1e-6));
        int height = (int) Math.max(1, Math.floor(high * fit + 1e-6));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate((long) width * height * BGRA_BYTES, 64);
            converter.convert(frame, pixels, width, height, width * BGRA_BYTES);
            return upright(pixels, width, height, rotationDegrees);
        }
    }

    private static Thumbnail upright(MemorySegment pixels, int width, int height, int rotationDegrees) {
        boolean onItsSide = rotationDegrees / QUARTER_DEGREES % 2 != 0;
        int turnedWidth = onItsSide ? height : width;
        int turnedHeight = onItsSide ? width : height;
        byte[] bgr = new byte[width * height * Thumbnail.PIXEL_BYTES];
        for (int y = 0; y < turnedHeight; y++) {
            for (int x = 0; x < turnedWidth; x++) {
                int fromX = switch (rotationDegrees) {
                case 90 -> y;
                case 180 -> width - 1 - x;
                case 270 -> width - 1 - y;
                default -> x;
                };
                int fromY = switch (rotationDegrees) {
                case 90 -> height - 1 - x;
                case 180 -> height - 1 - y;
                case 270 -> x;
                default -> y;
                };
                MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, ((long) fromY * width + fromX) * BGRA_BYTES, bgr,
                        (y * turnedWidth + x) * Thumbnail.PIXEL_BYTES, Thumbnail.PIXEL_BYTES);
            }
        }
        return new Thumbnail(turnedWidth, turnedHeight, bgr);
    }

    /** Returns a thumbnail as bytes for the disk. */
    static byte[] bytes(Thumbnail thumbnail) {
        byte[] bytes = new byte[2 + thumbnail.bgr().length];
        bytes[0] = (byte) thumbnail.widthPx();
        bytes[1] = (byte) thumbnail.heightPx();
        System.arraycopy(thumbnail.bgr(), 0, bytes, 2, thumbnail.bgr().length);
        return bytes;
    }

    /** Returns the thumbnail of bytes from the disk; null if they are none. */
    static @Nullable Thumbnail thumbnail(byte[] bytes) {
        int width = bytes.length < 2 ? 0 : bytes[0] & 0xff;
        int height = bytes.length < 2 ? 0 : bytes[1] & 0xff;
        if (width == 0 || height == 0 || width > Thumbnail.MOST_WIDTH_PX || height > Thumbnail.MOST_HEIGHT_PX
                || bytes.length != 2 + width * height * Thumbnail.PIXEL_BYTES) {
            return null;
        }
        byte[] bgr = new byte[bytes.length - 2];
        System.arraycopy(bytes, 2, bgr, 0, bgr.length);
        return new Thumbnail(width, height, bgr);
    }
}
