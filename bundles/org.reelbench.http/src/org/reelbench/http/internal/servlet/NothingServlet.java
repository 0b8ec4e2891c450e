package org.reelbench.http.internal.servlet;

import java.io.IOException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.http.internal.access.Answers;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers where no other servlet does, so that the web server need not with a page of its own. */
@Component(service = Servlet.class, property = { "osgi.http.whiteboard.servlet.pattern=/",
        "osgi.http.whiteboard.servlet.name=org.reelbench.nothing" })
public final class NothingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient HttpEndpoint endpoint;

    /** Creates the servlet with the one who decides who may ask. */
    @Activate
    public NothingServlet(@Reference HttpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (endpoint.admit(request, response) != null) {
            Answers.plain(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address.");
        }
    }
}
