package org.reelbench.media;

import java.lang.foreign.MemorySegment;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns pictures into pixels of a screen: scaled, in full-range red, green and blue.
 * <p>
 * One thread at a time, never the one that paints.
 * <p>
 * Keeps what it needs for the last shape of picture and target, so a run of like pictures costs only the conversion. Whoever
 * opened it closes it.
 */
@ProviderType
public interface ScreenConverter extends AutoCloseable {

    /**
     * Converts a picture.
     *
     * @param picture the picture; stays the caller's. Its transparency is not looked at
     * @param target native memory that takes 8 bit blue, green, red, 255 in this order, at least
     *            {@code (heightPx - 1) × strideBytes + widthPx × 4} bytes; nothing outside of the rows is written
     * @param widthPx the width of the pixels, above 0; quickest for multiples of 16
     * @param heightPx the height of the pixels, above 0
     * @param strideBytes the distance between two rows, at least {@code widthPx × 4}
     * @throws MediaException {@link MediaException.Reason#UNSUPPORTED} if pictures of this format cannot be converted, or the
     *             native library is missing
     * @throws IllegalArgumentException if the target does not hold the pixels or is no native memory
     * @throws IllegalStateException if the converter is closed
     */
    void convert(VideoFrame picture, MemorySegment target, int widthPx, int heightPx, int strideBytes) throws MediaException;

    /** Gives the memory back. Closing twice is harmless. */
    @Override
    void close();
}
