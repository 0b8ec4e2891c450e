package org.reelbench.media;

import java.lang.foreign.MemorySegment;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.time.RationalTime;

/**
 * A lease on one picture in native memory.
 * <p>
 * A frame belongs to one thread at a time; two leases on one picture ({@link #retain}) may be held by two threads, which then
 * only read it.
 * <p>
 * Whoever got the frame closes it; the picture's memory goes when its last lease is closed, never by the garbage collector.
 */
@ProviderType
public interface VideoFrame extends AutoCloseable {

    /**
     * Returns the shape of the picture.
     *
     * @return the format
     */
    PictureFormat format();

    /**
     * Returns when the picture is shown, counted from the start of its medium.
     *
     * @return the presentation time; for a composed frame, counted from the start of the sequence
     */
    RationalTime time();

    /**
     * Returns the samples of one plane.
     *
     * @param plane the plane, 0 to {@code format().pixelFormat().planes() - 1}
     * @return the memory, {@code strideBytes(plane) × rows} long, valid until this lease is closed; to be written only where the
     *         frame was handed out for writing
     * @throws IllegalStateException if the format is {@link PixelFormat#NATIVE} or the lease is closed
     */
    MemorySegment plane(int plane);

    /**
     * Returns the distance between two rows.
     *
     * @param plane the plane
     * @return the distance in bytes, at least the row's width
     */
    int strideBytes(int plane);

    /**
     * Takes another lease on the same picture, without copying it.
     *
     * @return a lease that lives on its own
     */
    VideoFrame retain();

    /** Gives the lease back. Closing twice is harmless. */
    @Override
    void close();
}
