package org.reelbench.ops.internal;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A short answer that is true for this moment only. */
final class Page {

    private Page() {
    }

    /** Tells whether a request that was let in asks for this page; what is below it does not exist. */
    static boolean isAsked(@Nullable String path, HttpServletResponse response) {
        if (path != null && !path.equals("/")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentLength(0);
        }
        return "/".equals(path);
    }

    static void send(HttpServletRequest request, HttpServletResponse response, int status, String type, byte[] body)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        switch (request.getMethod()) {
        case "GET", "HEAD" -> {
            response.setStatus(status);
            response.setContentType(type);
            response.setContentLength(body.length);
            if (request.getMethod().equals("GET")) {
                response.getOutputStream().write(body);
            }
        }
        default -> {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setContentLength(0);
        }
        }
    }
}
