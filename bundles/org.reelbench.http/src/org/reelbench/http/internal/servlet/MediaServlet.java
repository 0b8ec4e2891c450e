package org.reelbench.http.internal.servlet;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.http.internal.access.Answers;
import org.reelbench.http.internal.publish.Publications;
import org.reelbench.http.internal.publish.PublishedMedium;
import org.reelbench.http.internal.publish.Transfer;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Serves what is published, by its id, and the page that lists it. */
@Component(service = Servlet.class, property = { "osgi.http.whiteboard.servlet.pattern=" + Publications.PATH + "/*",
        "osgi.http.whiteboard.servlet.name=" + Publications.SERVLET, "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true" })
public final class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ALLOW = "GET, HEAD, OPTIONS";

    private final transient HttpEndpoint endpoint;
    private final transient Publications publications;
    private final transient Transfer transfer;

    /**
     * Creates the servlet.
     *
     * @param endpoint decides who may ask
     * @param publications what there is
     * @param transfer sends it
     */
    @Activate
    public MediaServlet(@Reference HttpEndpoint endpoint, @Reference Publications publications,
            @Reference Transfer transfer) {
        this.endpoint = endpoint;
        this.publications = publications;
        this.transfer = transfer;
    }

    @Override
    public void init() {
        publications.served();
    }

    @Override
    public void destroy() {
        publications.notServed();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = endpoint.admit(request, response);
        if (path == null) {
            return;
        }
        transfer.traffic().request();
        switch (request.getMethod()) {
        case "GET", "HEAD" -> get(path, request, response);
        case "OPTIONS" -> {
            response.setHeader("Allow", ALLOW);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        default -> {
            response.setHeader("Allow", ALLOW);
            Answers.plain(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Media can only be read.");
        }
        }
    }

    private void get(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.equals("/")) {
            ListingPage.send(publications.publications(), response);
            return;
        }
        PublishedMedium medium = find(path);
        if (medium == null) {
            Answers.plain(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address.");
            return;
        }
        new MediaExchange(medium, request, response, transfer).answer();
    }

    /** The id decides; the name behind it is for people and players that look at extensions. */
    private @Nullable PublishedMedium find(String path) {
        String[] elements = path.split("/", -1);
        PublishedMedium medium = publications.find(elements[1]);
        boolean isNamed = elements.length == 3 && medium != null && elements[2].equals(medium.name());
        return elements.length == 2 || isNamed ? medium : null;
    }
}
