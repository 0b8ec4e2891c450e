package org.reelbench.ops.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The numbers for Prometheus, under the rules of every other address of the server: its names, its token. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=" + MetricsServlet.PATH + "/*")
public final class MetricsServlet extends HttpServlet {

    static final String PATH = "/metrics";

    private static final long serialVersionUID = 1L;

    private final transient HttpEndpoint endpoint;
    private final transient Readings readings;

    /**
     * Creates the servlet.
     *
     * @param endpoint decides who may ask
     * @param readings what there is to tell
     */
    @Activate
    public MetricsServlet(@Reference HttpEndpoint endpoint, @Reference Readings readings) {
        this.endpoint = endpoint;
        this.readings = readings;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Page.isAsked(endpoint.admit(request, response), response)) {
            byte[] body = PrometheusText.of(readings.meters()).getBytes(StandardCharsets.UTF_8);
            Page.send(request, response, HttpServletResponse.SC_OK, PrometheusText.TYPE, body);
        }
    }
}
