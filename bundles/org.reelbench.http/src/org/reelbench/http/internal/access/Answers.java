package org.reelbench.http.internal.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/** Answers that carry no medium: a status and one sentence, nothing about the inside. */
public final class Answers {

    private Answers() {
    }

    /**
     * Answers with a status and a sentence.
     *
     * @param response the response, not committed
     * @param status the status
     * @param sentence what to tell the person who reads it
     * @throws IOException if the client has gone
     */
    public static void plain(HttpServletResponse response, int status, String sentence) throws IOException {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLengthLong(body.length);
        response.getOutputStream().write(body);
    }
}
