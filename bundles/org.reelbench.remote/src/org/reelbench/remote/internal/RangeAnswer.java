package org.reelbench.remote.internal;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answered when it was asked for a range.
 *
 * @param address who answered, after all redirections
 * @param status the status code
 * @param fields the header's fields
 * @param range which bytes it holds; empty unless it is the range that was asked for
 * @param bytes the bytes, fewer than the range if the connection ended early
 */
record RangeAnswer(URI address, int status, HttpHeaders fields, Optional<ContentRange> range, byte[] bytes) {

    static final int OK = 200;
    static final int PARTIAL = 206;

    /** Whether the body is a coding of the bytes rather than the bytes. */
    boolean isEncoded() {
        return isEncoded(fields);
    }

    static boolean isEncoded(HttpHeaders fields) {
        return fields.firstValue("Content-Encoding").map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity")).isPresent();
    }
}
