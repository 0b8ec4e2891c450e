package org.reelbench.http.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frame around several ranges in one body: {@code multipart/byteranges} (RFC 9110 §14.6). */
public final class MultipartRanges {

    private final List<ByteRange> ranges;
    private final String boundary;
    private final String partType;
    private final long completeLengthBytes;

    /**
     * Plans a body.
     *
     * @param ranges what it holds
     * @param boundary a text that the content does not hold, by chance at least
     * @param partType the type of the representation
     * @param completeLengthBytes its length, negative while not known
     */
    public MultipartRanges(List<ByteRange> ranges, String boundary, String partType, long completeLengthBytes) {
        this.ranges = ranges;
        this.boundary = boundary;
        this.partType = partType;
        this.completeLengthBytes = completeLengthBytes;
    }

    public String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    /** What goes before the bytes of a part. */
    public byte[] head(int part) {
        return ascii((part == 0 ? "" : "\r\n") + "--" + boundary + "\r\nContent-Type: " + partType + "\r\nContent-Range: "
                + ranges.get(part).contentRange(completeLengthBytes) + "\r\n\r\n");
    }

    /** What goes behind the last part. */
    public byte[] end() {
        return ascii("\r\n--" + boundary + "--\r\n");
    }

    /** The length of the whole body. */
    public long lengthBytes() {
        long sum = end().length;
        for (int part = 0; part < ranges.size(); part++) {
            sum += head(part).length + ranges.get(part).lengthBytes();
        }
        return sum;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
