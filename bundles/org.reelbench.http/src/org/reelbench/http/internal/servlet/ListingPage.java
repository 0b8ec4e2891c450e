package org.reelbench.http.internal.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.reelbench.media.Publication;

import jakarta.servlet.http.HttpServletResponse;

/** A page that lists what is published and plays it. It holds no script, and loads nothing from elsewhere. */
final class ListingPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Reelbench media</title>
            <meta name="viewport" content="width=device-width">
            <style>body { font: 1rem system-ui; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
            video { background: black; display: block; margin: .5rem 0 2rem; max-height: 60vh; width: 100%; }</style></head>
            <body>
            <h1>Published media</h1>
            """;

    private ListingPage() {
    }

    static void send(List<Publication> publications, HttpServletResponse response) throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        if (publications.isEmpty()) {
            page.append("<p>Nothing is published now.</p>\n");
        }
        for (Publication publication : publications) {
            String address = escaped(publication.uri().getRawPath());
            String name = escaped(publication.name());
            page.append("<h2><a href=\"").append(address).append("\">").append(name).append("</a></h2>\n")
                    .append("<video controls preload=\"metadata\" src=\"").append(address).append("\" title=\"").append(name)
                    .append("\"></video>\n");
        }
        byte[] bytes = page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy",
                "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'");
        response.setContentLengthLong(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
