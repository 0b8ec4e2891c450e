package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/** Answers that are there at once. */
final class Replies {

    static final String NEVER_CHANGES = "private, max-age=31536000, immutable";
    static final String RETRY_SECONDS = "1";

    static final String NOT_KEPT = "no-store";

    private Replies() {
    }

    /** Answers with a status and a sentence for people. */
    static void plain(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        text(response, "text/plain;charset=utf-8", sentence + "\n");
    }

    /** Says that there is nothing. */
    static void nothing(HttpServletResponse response) throws IOException {
        plain(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address.");
    }

    /** Says that it is not there yet, and when to ask again. */
    static void later(HttpServletResponse response, String sentence) throws IOException {
        response.setHeader("Retry-After", RETRY_SECONDS);
        plain(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, sentence);
    }

    /**
     * Says that the end of the body will be told when it is reached. Without it the container lets the connection's end be the body's
     * where a client wants the connection closed, and the players of FFmpeg take that for a body that was cut.
     */
    static void unknownLength(HttpServletResponse response) {
        response.setHeader("Transfer-Encoding", "chunked");
    }

    /** Answers with a text that is asked for again each time. */
    static void text(HttpServletResponse response, String type, String text) throws IOException {
        bytes(response, type, NOT_KEPT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with bytes. */
    static void bytes(HttpServletResponse response, String type, String cacheControl, byte[] bytes) throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", cacheControl);
        response.setContentLengthLong(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
