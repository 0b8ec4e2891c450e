package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

import org.reelbench.encoding.preview.Preview;
import org.reelbench.preview.internal.web.Web;

import jakarta.servlet.http.HttpServletResponse;

/** The page and what belongs to it. They load nothing from elsewhere, and may not. */
final class WebFiles {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "media-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

    private static final String PAGE = "index.html";
    private static final String STYLE = "player.css";
    private static final String STYLE_TYPE = "text/css;charset=utf-8";
    private static final String TEXT = "text/html;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private static final Set<String> SCRIPTS = Set.of("player.js", "track.js", "buffer.js", "link.js", "notes.js", "still.js",
            "bar.js",
            "keys.js", "rungs.js");

    private WebFiles() {
    }

    /** Whether there is such a file; the empty name is the page's. */
    static boolean isOne(String name) {
        return name.isEmpty() || name.equals(PAGE) || name.equals(STYLE) || SCRIPTS.contains(name);
    }

    static void send(String name, HttpServletResponse response) throws IOException {
        String file = name.isEmpty() ? PAGE : name;
        try (InputStream in = Web.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is not in the bundle");
            }
            response.setHeader("Content-Security-Policy", POLICY);
            Replies.bytes(response, file.equals(PAGE) ? TEXT : file.equals(STYLE) ? STYLE_TYPE : SCRIPT, "no-cache",
                    in.readAllBytes());
        }
    }

    /** A page of all previews. */
    static void list(List<Preview> previews, HttpServletResponse response) throws IOException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Reelbench previews</title></head>\n<body><h1>Previews</h1>\n<ul>\n");
        for (Preview preview : previews) {
            page.append("<li><a href=\"").append(SequencePath.of(preview.sequenceId())).append("/\">")
                    .append(escaped(preview.revision().sequence().name())).append("</a></li>\n");
        }
        response.setHeader("Content-Security-Policy", POLICY);
        Replies.text(response, TEXT, page.append("</ul></body></html>\n").toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
