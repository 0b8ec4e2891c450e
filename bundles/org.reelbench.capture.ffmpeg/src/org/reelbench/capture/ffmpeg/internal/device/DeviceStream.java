package org.reelbench.capture.ffmpeg.internal.device;

import java.util.concurrent.locks.ReentrantLock;

import org.reelbench.capture.CaptureException;

/**
 * What all opened devices have in common: one thread reads, any other stops or closes, and nobody closes something native under a
 * reader. A device that failed once is never used again.
 */
public abstract class DeviceStream {

    private final Gate gate = new Gate();
    /** Held while something native is used. */
    private final ReentrantLock use = new ReentrantLock();
    private volatile boolean failed;
    private boolean closed;

    /** Creates a stream that is stopped. */
    protected DeviceStream() {
        // its device is the heir's
    }

    /** Reads from the device. */
    @FunctionalInterface
    protected interface Reading<T> {

        /**
         * Reads.
         *
         * @return what was read
         * @throws CaptureException if the device failed
         */
        T read() throws CaptureException;
    }

    /**
     * Returns what says whether the stream delivers.
     *
     * @return the gate, open between start and stop
     */
    protected final Gate gate() {
        return gate;
    }

    /**
     * Gets ready to deliver what is taken from now on.
     *
     * @param nowNs the time, in the nanoseconds of {@link System#nanoTime}
     * @throws CaptureException if the device is gone or refuses
     */
    protected abstract void begin(long nowNs) throws CaptureException;

    /** Frees everything; called once, while nobody reads. */
    protected abstract void release();

    /**
     * Reads, as the only user of what is native.
     *
     * @param <T> what is read
     * @param nothing what it gives where the stream is closed
     * @param reading reads
     * @return what was read
     * @throws CaptureException if the device failed
     */
    protected final <T> T reading(T nothing, Reading<T> reading) throws CaptureException {
        use.lock();
        try {
            return closed ? nothing : reading.read();
        } catch (CaptureException e) {
            failed = true;
            throw e;
        } finally {
            use.unlock();
        }
    }

    /**
     * Tells that devices go their own way.
     *
     * @return true
     */
    public final boolean isLive() {
        return true;
    }

    /**
     * Tells whether the device has never failed.
     *
     * @return false once it has
     */
    public final boolean isHealthy() {
        return !failed;
    }

    /**
     * Begins to deliver.
     *
     * @throws CaptureException if the device is gone or refuses
     */
    public final void start() throws CaptureException {
        use.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
            begin(System.nanoTime());
            gate.open();
        } finally {
            use.unlock();
        }
    }

    /** Ends delivering until the next start. */
    public final void stop() {
        gate.shut();
    }

    /** Stops, and gives the device back once nobody reads. */
    public final void close() {
        gate.shut();
        use.lock();
        try {
            if (!closed) {
                closed = true;
                release();
            }
        } finally {
            use.unlock();
        }
    }
}
