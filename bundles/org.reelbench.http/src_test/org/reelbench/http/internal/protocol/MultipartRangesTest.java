package org.reelbench.http.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The frame of several ranges, as RFC 9110 §14.6 shows it. */
class MultipartRangesTest {

    private static final List<ByteRange> RANGES = List.of(new ByteRange(0, 1), new ByteRange(8, 9));

    @Test
    void framesTwoParts() {
        MultipartRanges body = new MultipartRanges(RANGES, "SEP", "video/mp4", 10);
        String whole = text(body.head(0)) + "ab" + text(body.head(1)) + "ij" + text(body.end());
        assertEquals("""
                --SEP\r
                Content-Type: video/mp4\r
                Content-Range: bytes 0-1/10\r
                \r
                ab\r
                --SEP\r
                Content-Type: video/mp4\r
                Content-Range: bytes 8-9/10\r
                \r
                ij\r
                --SEP--\r
                """, whole);
        assertEquals(whole.length(), body.lengthBytes());
        assertEquals("multipart/byteranges; boundary=SEP", body.contentType());
    }

    @Test
    void leavesTheLengthOpenWhileItGrows() {
        assertEquals("bytes 8-9/*", RANGES.get(1).contentRange(-1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
