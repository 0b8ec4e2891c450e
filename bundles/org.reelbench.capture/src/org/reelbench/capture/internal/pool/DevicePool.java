package org.reelbench.capture.internal.pool;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;

/**
 * Keeps devices open between recordings. For every thread; opening and closing happen outside of its lock.
 * <p>
 * A stream is lent to one recording at a time, and known by device and format. Only idle ones grow old, and are closed to make room.
 */
public final class DevicePool {

    /** The most idle streams. */
    public static final int MOST_IDLE = 5;
    /** How long an idle stream is kept. */
    public static final long KEPT_NS = 300_000_000_000L;

    private final LongSupplier clockNs;
    private final List<Idle> idle = new ArrayList<>();
    private long opened;
    private long reused;
    private boolean closed;

    /** What tells streams apart. */
    private record Key(String source, String device, CaptureFormat format) {

        boolean isDeviceOf(Key other) {
            return source.equals(other.source) && device.equals(other.device);
        }
    }

    /** A stream that nobody uses. */
    private record Idle(Key key, CaptureStream stream, long sinceNs) {
    }

    /**
     * Creates an empty pool.
     *
     * @param clockNs tells the time
     */
    public DevicePool(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /**
     * Lends a stream: an idle one, or one opened now.
     *
     * @param source knows the device
     * @param device the device
     * @param format what it should deliver
     * @return the loan, to be closed by the caller
     * @throws CaptureException if the device cannot be opened
     */
    public Lease lease(CaptureSource source, CaptureDevice device, CaptureFormat format) throws CaptureException {
        Key key = new Key(device.source(), device.id(), format);
        List<CaptureStream> useless = new ArrayList<>();
        CaptureStream found;
        synchronized (this) {
            found = find(key, useless);
        }
        useless.forEach(CaptureStream::close);
        if (found != null) {
            return new Lease(key, found, true);
        }
        CaptureStream made = source.open(device, format);
        synchronized (this) {
            opened++;
        }
        return new Lease(key, made, false);
    }

    /** Takes a healthy stream out; what stands in the way of opening the device anew goes as well. */
    private @Nullable CaptureStream find(Key key, List<CaptureStream> useless) {
        CaptureStream found = null;
        for (Iterator<Idle> each = idle.iterator(); each.hasNext();) {
            Idle candidate = each.next();
            if (found == null && candidate.key.equals(key) && candidate.stream.isHealthy() && !isOld(candidate)) {
                found = candidate.stream;
                reused++;
                each.remove();
            } else if (candidate.key.isDeviceOf(key)) {
                useless.add(candidate.stream);
                each.remove();
            }
        }
        return found;
    }

    private boolean isOld(Idle candidate) {
        return clockNs.getAsLong() - candidate.sinceNs >= KEPT_NS;
    }

    /** Closes what has been idle for too long or is broken; to be called now and then. */
    public void tidy() {
        closeWhere(candidate -> isOld(candidate) || !candidate.stream.isHealthy());
    }

    /**
     * Closes what is idle of a source that goes.
     *
     * @param source the source's id
     */
    public void forget(String source) {
        closeWhere(candidate -> candidate.key.source.equals(source));
    }

    /** Closes what is idle; streams that come back later are closed then. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        closeWhere(_ -> true);
    }

    private void closeWhere(Predicate<Idle> rule) {
        List<CaptureStream> going = new ArrayList<>();
        synchronized (this) {
            idle.removeIf(candidate -> {
                boolean goes = rule.test(candidate);
                if (goes) {
                    going.add(candidate.stream);
                }
                return goes;
            });
        }
        going.forEach(CaptureStream::close);
    }

    /** Returns how many streams are idle. */
    public synchronized int idleCount() {
        return idle.size();
    }

    /** Returns how many streams were opened. */
    public synchronized long opened() {
        return opened;
    }

    /** Returns how many loans needed no opening. */
    public synchronized long reused() {
        return reused;
    }

    private void giveBack(Key key, CaptureStream stream) {
        stream.stop();
        List<CaptureStream> going = new ArrayList<>();
        synchronized (this) {
            if (closed || !stream.isHealthy()) {
                going.add(stream);
            } else {
                idle.add(new Idle(key, stream, clockNs.getAsLong()));
                if (idle.size() > MOST_IDLE) {
                    going.add(idle.removeFirst().stream);
                }
            }
        }
        going.forEach(CaptureStream::close);
    }

    /** A stream that is one recording's for a while. */
    public final class Lease implements AutoCloseable {

        private final Key key;
        private final CaptureStream stream;
        private final boolean wasOpen;
        private boolean returned;

        Lease(Key key, CaptureStream stream, boolean wasOpen) {
            this.key = key;
            this.stream = stream;
            this.wasOpen = wasOpen;
        }

        /** Returns the stream, which only the pool closes. */
        public CaptureStream stream() {
            return stream;
        }

        /** Tells whether it was open already. */
        public boolean isReused() {
            return wasOpen;
        }

        /** Stops the stream and gives it back. Closing twice is harmless. */
        @Override
        public void close() {
            synchronized (this) {
                if (returned) {
                    return;
                }
                returned = true;
            }
            giveBack(key, stream);
        }
    }
}
