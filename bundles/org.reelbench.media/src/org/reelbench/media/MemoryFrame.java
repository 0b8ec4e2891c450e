package org.reelbench.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

import org.reelbench.time.RationalTime;

/**
 * A frame in memory of our own, for pictures that are drawn by code: generators, test cards, fakes in tests.
 * <p>
 * Its planes are writable. Leases may be held by several threads, which then only read.
 */
public final class MemoryFrame implements VideoFrame {

    /** Rows begin at multiples of this, so that every processor's widest loads are aligned. */
    private static final int ALIGNMENT_BYTES = 64;

    private final Picture picture;
    private final RationalTime time;
    private boolean closed;

    private MemoryFrame(Picture picture, RationalTime time) {
        this.picture = picture;
        this.time = time;
    }

    /**
     * Allocates a frame; all its bytes are zero.
     *
     * @param format the shape; its pixel format has readable planes
     * @param time the frame's time
     * @return the frame, to be closed by the caller
     * @throws IllegalArgumentException if the pixel format is {@link PixelFormat#NATIVE}
     */
    public static MemoryFrame allocate(PictureFormat format, RationalTime time) {
        if (format.pixelFormat() == PixelFormat.NATIVE) {
            throw new IllegalArgumentException("a frame of our own has a pixel format of this API");
        }
        return new MemoryFrame(new Picture(format), time);
    }

    /**
     * Returns the same picture at another time, as a lease of its own.
     *
     * @param other the other time
     * @return the lease, to be closed by the caller
     */
    public MemoryFrame at(RationalTime other) {
        picture.leases.incrementAndGet();
        return new MemoryFrame(picture, other);
    }

    @Override
    public PictureFormat format() {
        return picture.format;
    }

    @Override
    public RationalTime time() {
        return time;
    }

    @Override
    public MemorySegment plane(int plane) {
        if (closed) {
            throw new IllegalStateException("the frame's lease is closed");
        }
        return picture.planes[plane];
    }

    @Override
    public int strideBytes(int plane) {
        return picture.strides[plane];
    }

    @Override
    public VideoFrame retain() {
        return at(time);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            picture.release();
        }
    }

    /** The planes all leases share; the last lease frees them. */
    private static final class Picture {

        final PictureFormat format;
        final MemorySegment[] planes;
        final int[] strides;
        final AtomicInteger leases = new AtomicInteger(1);
        private final Arena arena = Arena.ofShared();

        Picture(PictureFormat format) {
            this.format = format;
            int count = format.pixelFormat().planes();
            planes = new MemorySegment[count];
            strides = new int[count];
            for (int i = 0; i < count; i++) {
                int row = format.pixelFormat().rowBytes(i, format.widthPx());
                strides[i] = Math.ceilDiv(row, ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
                long bytes = (long) strides[i] * format.pixelFormat().rows(i, format.heightPx());
                planes[i] = arena.allocate(bytes, ALIGNMENT_BYTES);
            }
        }

        void release() {
            if (leases.decrementAndGet() == 0) {
                arena.close();
            }
        }
    }
}
