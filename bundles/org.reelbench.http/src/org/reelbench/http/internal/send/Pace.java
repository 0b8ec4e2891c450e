package org.reelbench.http.internal.send;

import java.util.concurrent.TimeUnit;

/** With how large pieces a kind of response begins, and how slow its client may be. */
public enum Pace {

    /** Ranges of files: small pieces, as players abandon them often. */
    RANGE(256 * 1024, 2, 128 * 1024),
    /** Whole files: larger pieces, more patience. */
    WHOLE(1024 * 1024, 3, 64 * 1024),
    /** Bytes read through a source, such as a chunk store; bounded by the buffer each response has. */
    SOURCE(256 * 1024, 2, 128 * 1024);

    private final int firstPieceBytes;
    private final long leastNs;
    private final long leastBytesPerSecond;

    Pace(int firstPieceBytes, long leastSeconds, long leastBytesPerSecond) {
        this.firstPieceBytes = firstPieceBytes;
        this.leastNs = TimeUnit.SECONDS.toNanos(leastSeconds);
        this.leastBytesPerSecond = leastBytesPerSecond;
    }

    int firstPieceBytes() {
        return firstPieceBytes;
    }

    /** How long writing a piece may take before its client counts as stalled. */
    long deadlineNs(long pieceBytes) {
        return Math.max(leastNs, TimeUnit.SECONDS.toNanos(pieceBytes) / leastBytesPerSecond);
    }
}
