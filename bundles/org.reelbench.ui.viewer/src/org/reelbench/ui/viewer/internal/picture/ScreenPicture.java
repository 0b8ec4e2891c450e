package org.reelbench.ui.viewer.internal.picture;

import java.lang.foreign.MemorySegment;

/**
 * A picture as the screen wants it, on its way there. It has one owner at a time, who closes it.
 */
public final class ScreenPicture implements AutoCloseable {

    /** 8 bit blue, green, red and 255. */
    private static final int BYTES_PER_PIXEL = 4;

    private final PixelBuffers.Buffer buffer;
    private final Fit size;
    private final long frame;

    private ScreenPicture(PixelBuffers.Buffer buffer, Fit size, long frame) {
        this.buffer = buffer;
        this.size = size;
        this.frame = frame;
    }

    /**
     * Takes room for a picture.
     *
     * @param buffers where from
     * @param size its size
     * @param frame the sequence frame it shows
     * @return the picture, its pixels undefined, to be closed by its last owner
     */
    public static ScreenPicture allocate(PixelBuffers buffers, Fit size, long frame) {
        return new ScreenPicture(buffers.take((long) size.widthPx() * BYTES_PER_PIXEL * size.heightPx()), size, frame);
    }

    /**
     * Returns the pixels.
     *
     * @return rows of blue, green, red and 255, without gaps, valid until this picture is closed
     */
    public MemorySegment pixels() {
        return buffer.memory();
    }

    /**
     * Returns the length of a row.
     *
     * @return width × 4
     */
    public int strideBytes() {
        return size.widthPx() * BYTES_PER_PIXEL;
    }

    /**
     * Returns the size.
     *
     * @return width and height
     */
    public Fit size() {
        return size;
    }

    /**
     * Returns the sequence frame it shows.
     *
     * @return the frame number
     */
    public long frame() {
        return frame;
    }

    @Override
    public void close() {
        buffer.close();
    }
}
