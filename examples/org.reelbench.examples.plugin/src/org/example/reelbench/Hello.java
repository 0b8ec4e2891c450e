package org.example.reelbench;

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

/** A servlet of the media server, under the rules of every other: {@code /hello/TOKEN/} greets. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=" + Hello.PATH + "/*")
public final class Hello extends HttpServlet {

    /** Where it answers. */
    public static final String PATH = "/hello";

    private static final long serialVersionUID = 1L;

    private final transient HttpEndpoint endpoint;

    /** The endpoint is there while the server listens. */
    @Activate
    public Hello(@Reference HttpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = endpoint.admit(request, response);
        if (path == null) {
            return;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        byte[] body = "Hello from a plug-in.\n".getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}
