package org.reelbench.playback.internal;

import java.lang.foreign.MemorySegment;

import org.reelbench.playback.Fit;
import org.reelbench.playback.ScreenPicture;

/** A picture in memory of the player's pool. */
final class PooledPicture implements ScreenPicture {

    /** 8 bit blue, green, red and 255. */
    private static final int BYTES_PER_PIXEL = 4;

    private final PixelBuffers.Buffer buffer;
    private final Fit size;
    private final long frame;
    private final boolean approximate;

    private PooledPicture(PixelBuffers.Buffer buffer, Fit size, long frame, boolean approximate) {
        this.buffer = buffer;
        this.size = size;
        this.frame = frame;
        this.approximate = approximate;
    }

    /** Takes room for a picture, whose pixels are undefined. */
    static PooledPicture allocate(PixelBuffers buffers, Fit size, long frame, boolean approximate) {
        return new PooledPicture(buffers.take(bytes(size)), size, frame, approximate);
    }

    /** Returns how much memory a picture of a size takes. */
    static long bytes(Fit size) {
        return (long) size.widthPx() * BYTES_PER_PIXEL * size.heightPx();
    }

    @Override
    public MemorySegment pixels() {
        return buffer.memory();
    }

    @Override
    public int strideBytes() {
        return size.widthPx() * BYTES_PER_PIXEL;
    }

    @Override
    public Fit size() {
        return size;
    }

    @Override
    public long frame() {
        return frame;
    }

    @Override
    public boolean isApproximate() {
        return approximate;
    }

    @Override
    public void close() {
        buffer.close();
    }
}
