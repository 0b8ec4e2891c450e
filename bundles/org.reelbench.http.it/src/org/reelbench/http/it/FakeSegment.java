package org.reelbench.http.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentStamp;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;

/** A segment whose encoder is the test. For every thread. */
final class FakeSegment {

    private final PreviewSegment segment;
    private final InitSegment init;
    private byte[] bytes = new byte[0];
    private SegmentState state = SegmentState.PENDING;
    private String message = "";
    private boolean isLate;
    private Duration patience = Duration.ZERO;
    private int open;

    FakeSegment(PreviewSegment segment, InitSegment init) {
        this.segment = segment;
        this.init = init;
    }

    PreviewSegment segment() {
        return segment;
    }

    InitSegment init() {
        return init;
    }

    synchronized void grow(byte[] more) {
        byte[] all = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        bytes = all;
        state = SegmentState.ENCODING;
        notifyAll();
    }

    synchronized void ready() {
        state = SegmentState.READY;
        notifyAll();
    }

    synchronized void fail(String why) {
        state = SegmentState.FAILED;
        message = why;
        notifyAll();
    }

    /** From now on the time of whoever waits is over at once. */
    synchronized void late() {
        isLate = true;
        notifyAll();
    }

    /** How long the last one who waited was ready to. */
    synchronized Duration patience() {
        return patience;
    }

    /** How many read it now. */
    synchronized int open() {
        return open;
    }

    synchronized SegmentStatus status() {
        return new SegmentStatus(state, bytes.length, bytes.length > 0 ? init.id() : "", message);
    }

    synchronized SegmentBytes read() {
        open++;
        return new Bytes();
    }

    /** One reader. */
    private final class Bytes implements SegmentBytes {

        private boolean closed;

        @Override
        public SegmentStatus status() {
            return FakeSegment.this.status();
        }

        @Override
        public boolean await(long position, Duration limit) throws SegmentFailedException, InterruptedException {
            synchronized (FakeSegment.this) {
                patience = limit;
                long endNs = System.nanoTime() + limit.toNanos();
                while (position >= bytes.length && state != SegmentState.READY) {
                    long left = endNs - System.nanoTime();
                    if (state == SegmentState.FAILED) {
                        throw new SegmentFailedException(message);
                    } else if (isLate || left <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(FakeSegment.this, left);
                }
                return true;
            }
        }

        @Override
        public int read(long position, ByteBuffer target, SegmentPlace place) throws IOException {
            synchronized (FakeSegment.this) {
                if (state == SegmentState.FAILED) {
                    throw new SegmentFailedException(message);
                }
                int count = (int) Math.min(target.remaining(), bytes.length - position);
                if (count == 0) {
                    return state == SegmentState.READY ? -1 : 0;
                }
                target.put(bytes, (int) position, count);
                return count;
            }
        }

        @Override
        public List<SegmentStamp> stamps() {
            return List.of();
        }

        @Override
        public InitSegment init() {
            return init;
        }

        @Override
        public void close() {
            synchronized (FakeSegment.this) {
                if (!closed) {
                    closed = true;
                    open--;
                }
            }
        }
    }
}
