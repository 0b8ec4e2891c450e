package org.reelbench.encoding.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentStamp;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;

/** A segment in memory: one thread adds fragments, any number wait for them and read. What was read never changes. */
public final class GrowingBytes {

    private final List<byte[]> fragments = new ArrayList<>();
    private final List<SegmentStamp> stamps = new ArrayList<>();
    private final List<Fragment> facts = new ArrayList<>();
    private @Nullable InitSegment init;
    private long sizeBytes;
    private SegmentState state = SegmentState.PENDING;
    private String message = "";

    /** Creates a segment of which there is nothing yet. */
    public GrowingBytes() {
        // nothing to set up
    }

    /** Takes the init segment; it is being encoded now. */
    synchronized void begin(byte[] bytes) throws DamagedSegment {
        init = Inits.of(bytes);
        state = SegmentState.ENCODING;
        notifyAll();
    }

    /** Takes a fragment, whose bytes are not changed afterwards. */
    synchronized void add(byte[] bytes) throws DamagedSegment {
        Fragment fragment = Fragment.of(bytes, sizeBytes);
        if (init == null) {
            throw new DamagedSegment("a fragment comes before the init segment");
        }
        fragments.add(bytes);
        stamps.add(fragment.stamp());
        facts.add(fragment);
        sizeBytes += bytes.length;
        notifyAll();
    }

    /** It is whole and was checked, even if nobody wanted it any more. */
    public synchronized void ready() {
        state = SegmentState.READY;
        message = "";
        notifyAll();
    }

    /** It is the same as another one that is ready; of use for those who wait and have not read a byte. */
    synchronized void adopt(GrowingBytes whole) {
        if (whole != this && sizeBytes == 0) {
            synchronized (whole) {
                fragments.addAll(whole.fragments);
                stamps.addAll(whole.stamps);
                facts.addAll(whole.facts);
                init = whole.init;
                sizeBytes = whole.sizeBytes;
            }
            ready();
        }
    }

    /** There will be no more of it. */
    synchronized void fail(String why) {
        if (state != SegmentState.READY) {
            state = SegmentState.FAILED;
            message = why;
            notifyAll();
        }
    }

    /** What the fragments say of themselves. */
    synchronized List<Fragment> facts() {
        return List.copyOf(facts);
    }

    /**
     * Returns how far it is.
     *
     * @return the status now
     */
    public synchronized SegmentStatus status() {
        InitSegment known = init;
        return new SegmentStatus(state, sizeBytes, known == null ? "" : known.id(), message);
    }

    /**
     * Returns all that there is, whether somebody still wants it or not.
     *
     * @return the fragments as they are kept
     */
    public synchronized byte[] body() {
        ByteBuffer body = ByteBuffer.allocate(Math.toIntExact(sizeBytes));
        fragments.forEach(body::put);
        return body.array();
    }

    /**
     * Returns how many bytes there are.
     *
     * @return the number, without the init segment
     */
    public synchronized long sizeBytes() {
        return sizeBytes;
    }

    /**
     * Waits as {@link org.reelbench.encoding.preview.SegmentBytes#await} does.
     *
     * @param positionBytes the first byte that is wanted
     * @param limit how long at most
     * @return true if it is there or never will be
     * @throws SegmentFailedException if the segment was given up
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized boolean await(long positionBytes, Duration limit) throws SegmentFailedException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (positionBytes >= sizeBytes && state != SegmentState.READY) {
            requireAlive();
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /**
     * Reads what is there.
     *
     * @param positionBytes where to start
     * @param target where to put the bytes
     * @param place where the fragments are said to lie
     * @return how many bytes, 0 if none is there yet, −1 at the end
     * @throws SegmentFailedException if the segment was given up
     */
    public synchronized int read(long positionBytes, ByteBuffer target, SegmentPlace place) throws SegmentFailedException {
        requireAlive();
        if (positionBytes >= sizeBytes) {
            return state == SegmentState.READY ? -1 : 0;
        }
        int at = target.position();
        long start = 0;
        for (byte[] fragment : fragments) {
            long from = positionBytes + target.position() - at - start;
            if (from < fragment.length && target.hasRemaining()) {
                target.put(fragment, (int) from, (int) Math.min(target.remaining(), fragment.length - from));
            }
            start += fragment.length;
        }
        int count = target.position() - at;
        Stamping.write(target, at, positionBytes, count, stamps, place);
        return count;
    }

    /**
     * Returns where the fragments that are there say their number and time.
     *
     * @return the stamps in order
     */
    public synchronized List<SegmentStamp> stamps() {
        return List.copyOf(stamps);
    }

    /**
     * Returns what a player needs before the bytes.
     *
     * @return the init segment
     * @throws IOException if no byte is there yet
     */
    public synchronized InitSegment init() throws IOException {
        InitSegment known = init;
        if (known == null) {
            throw new SegmentFailedException("no byte of the segment is there yet");
        }
        return known;
    }

    private void requireAlive() throws SegmentFailedException {
        if (state == SegmentState.FAILED) {
            throw new SegmentFailedException(message);
        }
    }
}
