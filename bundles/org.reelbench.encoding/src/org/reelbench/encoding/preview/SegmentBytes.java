package org.reelbench.encoding.preview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The bytes of one segment, which may grow while they are read: fragments of MP4, without the init segment they need before them.
 * <p>
 * One thread at a time, but for {@link #close}; any number may be open on one segment. While it is open the segment is wanted
 * before all others.
 * <p>
 * Whoever opened it closes it.
 */
@ProviderType
public interface SegmentBytes extends AutoCloseable {

    /**
     * Returns how far the segment is.
     *
     * @return the status now
     */
    SegmentStatus status();

    /**
     * Waits until there is something to read.
     *
     * @param positionBytes the first byte that is wanted
     * @param limit how long to wait at most
     * @return true if that byte is there or never will be as the segment ends before it; false if the time is over
     * @throws SegmentFailedException if the segment cannot be made
     * @throws InterruptedException if the thread is interrupted
     */
    boolean await(long positionBytes, Duration limit) throws SegmentFailedException, InterruptedException;

    /**
     * Reads what is there, and waits for nothing.
     *
     * @param positionBytes where to start, 0 or more
     * @param target where to put the bytes; its position moves behind them
     * @param place where the fragments are said to lie
     * @return how many bytes were read, 0 if none is there yet, or −1 at the end of a segment that is ready
     * @throws SegmentFailedException if the segment was given up since
     * @throws IOException if it cannot be read; opening it again may help
     */
    int read(long positionBytes, ByteBuffer target, SegmentPlace place) throws IOException;

    /**
     * Returns where fragments say their number and time.
     *
     * @return a stamp for each fragment that is there now, in order
     * @throws IOException if they cannot be read
     */
    List<SegmentStamp> stamps() throws IOException;

    /**
     * Returns what a player needs before the bytes.
     *
     * @return the init segment
     * @throws IOException if no byte is there yet
     */
    InitSegment init() throws IOException;

    /** Ends reading. Closing twice is harmless. */
    @Override
    void close();
}
