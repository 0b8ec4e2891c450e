package org.reelbench.http.internal.protocol;

/**
 * A stretch of bytes of a representation, both ends inclusive as in a {@code Content-Range}.
 *
 * @param firstByte the position of the first byte, 0 or more
 * @param lastByte the position of the last byte, not before the first
 */
public record ByteRange(long firstByte, long lastByte) {

    /** Checks the order of the ends. */
    public ByteRange {
        if (firstByte < 0 || lastByte < firstByte) {
            throw new IllegalArgumentException(firstByte + "-" + lastByte);
        }
    }

    public long lengthBytes() {
        return lastByte - firstByte + 1;
    }

    /** Whether both share bytes, or one begins right where the other ends. */
    boolean touches(ByteRange other) {
        return firstByte - 1 <= other.lastByte && other.firstByte - 1 <= lastByte;
    }

    ByteRange union(ByteRange other) {
        return new ByteRange(Math.min(firstByte, other.firstByte), Math.max(lastByte, other.lastByte));
    }

    /**
     * The value of a {@code Content-Range} field.
     *
     * @param completeLengthBytes the length of the representation, or negative while it is not known
     */
    public String contentRange(long completeLengthBytes) {
        return "bytes " + firstByte + "-" + lastByte + "/" + (completeLengthBytes < 0 ? "*" : completeLengthBytes);
    }
}
