package org.reelbench.preview.internal.serve;

import jakarta.servlet.http.HttpServletRequest;

/** Numbers behind the question mark of an address. */
final class Parameters {

    private Parameters() {
    }

    /** Reads a whole number; another value if it is missing or none. */
    static long number(HttpServletRequest request, String name, long otherwise) {
        String text = request.getParameter(name);
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : otherwise;
    }
}
