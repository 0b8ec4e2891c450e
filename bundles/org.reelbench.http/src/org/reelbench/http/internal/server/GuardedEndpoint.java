package org.reelbench.http.internal.server;

import java.io.IOException;
import java.net.URI;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.http.internal.access.Answers;
import org.reelbench.http.internal.access.Guard;
import org.reelbench.http.internal.access.SessionToken;
import org.reelbench.http.internal.send.Client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One listening socket with one token. */
final class GuardedEndpoint implements HttpEndpoint {

    private static final String RETRY_SECONDS = "2";

    private final String base;
    private final SessionToken token;
    private final Guard guard;

    GuardedEndpoint(String base, SessionToken token, Guard guard) {
        this.base = base;
        this.token = token;
        this.guard = guard;
    }

    @Override
    public URI uri(String servletPath) {
        return URI.create(base + servletPath + "/" + token.text() + "/");
    }

    @Override
    public @Nullable String admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return isCrowded(request, response) ? null : guard.admit(request, response);
    }

    @Override
    public boolean greet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return !isCrowded(request, response) && guard.greet(request, response);
    }

    private static boolean isCrowded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(ConnectionWatch.CROWDED) != null) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            response.setHeader("Connection", "close");
            Answers.plain(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many connections; try again soon.");
            return true;
        }
        return false;
    }

    @Override
    public void cut(HttpServletRequest request) {
        if (request.getAttribute(Client.ATTRIBUTE) instanceof Client client) {
            client.cut();
        }
    }
}
