package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.http.HttpEndpoint;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Serves previews: the first element of a path names the sequence, the rest what of it. */
@Component(service = Servlet.class, property = { "osgi.http.whiteboard.servlet.pattern=" + PreviewServlet.PATH + "/*",
        "osgi.http.whiteboard.servlet.name=" + PreviewServlet.NAME, "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true" })
public final class PreviewServlet extends HttpServlet {

    /** Where it is. */
    static final String PATH = "/preview";

    /** What the web server calls it. */
    static final String NAME = "org.reelbench.preview";

    private static final long serialVersionUID = 1L;

    private static final String ALLOW = "GET, HEAD, OPTIONS, POST";

    private final transient HttpEndpoint endpoint;
    private final transient Shown shown;
    private final transient Routes routes;

    /**
     * Creates the servlet.
     *
     * @param endpoint decides who may ask
     * @param shown what there is
     * @param routes answer for one preview
     */
    @Activate
    public PreviewServlet(@Reference HttpEndpoint endpoint, @Reference Shown shown, @Reference Routes routes) {
        this.endpoint = endpoint;
        this.shown = shown;
        this.routes = routes;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = endpoint.admit(request, response);
        if (path == null) {
            return;
        }
        switch (request.getMethod()) {
        case "GET", "HEAD", "POST" -> answer(path, request, response);
        case "OPTIONS" -> {
            response.setHeader("Allow", ALLOW);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        default -> {
            response.setHeader("Allow", ALLOW);
            Replies.plain(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Previews can only be looked at.");
        }
        }
    }

    private void answer(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.equals("/")) {
            WebFiles.list(shown.all(), response);
            return;
        }
        int end = path.indexOf('/', 1);
        String name = path.substring(1, end < 0 ? path.length() : end);
        Optional<Preview> preview = SequencePath.read(name).flatMap(shown::preview);
        if (preview.isEmpty()) {
            Replies.nothing(response);
        } else if (end < 0) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", name + "/");
        } else {
            routes.answer(preview.get(), path.substring(end + 1), request, response);
        }
    }
}
