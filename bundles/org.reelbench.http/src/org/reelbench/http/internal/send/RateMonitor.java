package org.reelbench.http.internal.send;

import java.util.concurrent.TimeUnit;

/**
 * Measures how fast a client takes what it is sent, and sizes the next piece by it: about a quarter of a second's worth. For the
 * thread that writes; the rate may be read by others.
 */
final class RateMonitor {

    static final int SMALLEST_BYTES = 64 * 1024;
    static final int LARGEST_BYTES = 4 * 1024 * 1024;

    /** The system's buffers swallow this much of any client, however slow: rates mean nothing before. */
    private static final long BUFFERED_BYTES = 8L * 1024 * 1024;

    private static final int PIECES_PER_SECOND = 4;

    /** The weight of the newest measurement. */
    private static final double NEWEST = 0.25;

    private int pieceBytes;
    private long sentBytes;
    private volatile double bytesPerSecond;

    RateMonitor(Pace pace) {
        pieceBytes = pace.firstPieceBytes();
    }

    /** Notes that a piece has gone out. */
    void sent(long bytes, long elapsedNs) {
        sentBytes += bytes;
        double measured = (double) bytes * TimeUnit.SECONDS.toNanos(1) / Math.max(1, elapsedNs);
        bytesPerSecond = bytesPerSecond == 0 ? measured : bytesPerSecond + NEWEST * (measured - bytesPerSecond);
        long wanted = (long) (bytesPerSecond / PIECES_PER_SECOND);
        if (wanted < pieceBytes) {
            pieceBytes = Math.max(SMALLEST_BYTES, pieceBytes / 2);
        } else if (sentBytes >= BUFFERED_BYTES && wanted >= 2L * pieceBytes) {
            pieceBytes = Math.min(LARGEST_BYTES, pieceBytes * 2);
        }
    }

    /** The size of the next piece in bytes; smaller while memory is short. */
    int pieceBytes(boolean isMemoryShort) {
        return isMemoryShort ? Math.min(pieceBytes, 2 * SMALLEST_BYTES) : pieceBytes;
    }

    /** The rate in bytes a second, 0 before the first piece. */
    double bytesPerSecond() {
        return bytesPerSecond;
    }
}
