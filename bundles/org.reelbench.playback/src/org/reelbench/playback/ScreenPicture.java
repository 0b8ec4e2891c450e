package org.reelbench.playback;

import java.lang.foreign.MemorySegment;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A picture as the screen wants it, on its way there.
 * <p>
 * It has one owner at a time, on any thread, who closes it: then its memory is used for another one.
 */
@ProviderType
public interface ScreenPicture extends AutoCloseable {

    /**
     * Returns the pixels.
     *
     * @return rows of 8 bit blue, green, red and 255, without gaps, valid until this picture is closed
     */
    MemorySegment pixels();

    /**
     * Returns the length of a row.
     *
     * @return width × 4
     */
    int strideBytes();

    /**
     * Returns the size.
     *
     * @return width and height
     */
    Fit size();

    /**
     * Returns the sequence frame it stands for.
     *
     * @return the frame number
     */
    long frame();

    /**
     * Tells whether it shows the nearest pictures that were quick to have, and the right one follows.
     *
     * @return false if it shows its frame exactly
     */
    boolean isApproximate();

    /** Gives the memory back. Closing twice is harmless. */
    @Override
    void close();
}
