package org.reelbench.http;

import java.io.IOException;
import java.net.URI;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A service that stands for the listening server: its address, and the rules every request must pass.
 * <p>
 * For every thread. Present while the server listens; its address and token never change while it is.
 *
 * <pre>{@code
 * protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
 *     String path = endpoint.admit(request, response);
 *     if (path != null) {
 *         answer(path, response);
 *     }
 * }
 * }</pre>
 */
@ProviderType
public interface HttpEndpoint {

    /**
     * Returns the address of a servlet with the session's token in it. Whoever knows it may use the servlet, so it belongs in no
     * log.
     *
     * @param servletPath the path the servlet is registered at, such as {@code /media}
     * @return an absolute address that ends in a slash
     */
    URI uri(String servletPath);

    /**
     * Checks a request: the name it was sent to, the page it comes from, the session's token as the first element of the path
     * or in the field {@code Authorization: Bearer}. Sets the fields that every answer carries. What may not pass, and a
     * preflight, is answered here.
     *
     * @param request the request
     * @param response the response
     * @return the decoded path behind servlet and token, beginning with a slash; or null if the request has been answered
     * @throws IOException if the client has gone
     */
    @Nullable
    String admit(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * Checks a request as {@link #admit} does, but asks for no token: for what tells nothing that anybody who can reach the server
     * does not know, such as that it is there.
     *
     * @param request the request
     * @param response the response
     * @return true if it may be answered; false if it has been
     * @throws IOException if the client has gone
     */
    boolean greet(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * Ends the connection of a request whose answer has begun and cannot be brought to its end, so that the client does not take
     * what came for the whole. Behind another connector than this server's it does nothing.
     *
     * @param request the request
     */
    void cut(HttpServletRequest request);
}
