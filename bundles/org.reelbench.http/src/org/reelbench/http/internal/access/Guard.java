package org.reelbench.http.internal.access;

import java.io.IOException;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets through who names this server rightly, comes from an allowed page or none, and knows the token; answers the rest. */
public final class Guard {

    private static final String BEARER = "bearer ";

    private static final String READABLE = "Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified, Retry-After";
    private static final String ALLOWED_FIELDS = "Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, "
            + "If-Range, If-Unmodified-Since, Range";
    private static final String ALLOWED_METHODS = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";
    private static final String PREFLIGHT_SECONDS = "600";

    private final SessionToken token;
    private final HostPolicy hosts;
    private final OriginPolicy origins;

    /** Creates a guard that knows the token, the names and the origins. */
    public Guard(SessionToken token, HostPolicy hosts, OriginPolicy origins) {
        this.token = token;
        this.hosts = hosts;
        this.origins = origins;
    }

    /** Does what {@link org.reelbench.http.HttpEndpoint#admit} says. */
    public @Nullable String admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return greet(request, response) ? authorized(request, response) : null;
    }

    /** Does what {@link org.reelbench.http.HttpEndpoint#greet} says. */
    public boolean greet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Vary", "Origin");
        if (!isForUs(request)) {
            Answers.plain(response, 421, "This server has another name.");
            return false;
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            if (!origins.accepts(origin)) {
                Answers.plain(response, HttpServletResponse.SC_FORBIDDEN, "Pages of this origin may not read here.");
                return false;
            }
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", READABLE);
            response.setHeader("Timing-Allow-Origin", origin);
            if (isPreflight(request)) {
                preflight(request, response);
                return false;
            }
        }
        return true;
    }

    /** The target of a request may carry a name of its own, which then counts as well as the field (RFC 9112 §3.2.2). */
    private boolean isForUs(HttpServletRequest request) {
        String target = request.getServerName() + ":" + request.getServerPort();
        return hosts.accepts(request.getHeader("Host")) && hosts.accepts(target);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** Says which requests a page may make; whether they succeed is decided when they come. */
    private static void preflight(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers, "
                + "Access-Control-Request-Private-Network");
        response.setHeader("Access-Control-Allow-Methods", ALLOWED_METHODS);
        response.setHeader("Access-Control-Allow-Headers", ALLOWED_FIELDS);
        response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        if ("true".equals(request.getHeader("Access-Control-Request-Private-Network"))) {
            response.setHeader("Access-Control-Allow-Private-Network", "true");
        }
    }

    private @Nullable String authorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String info = request.getPathInfo();
        String path = info == null ? "/" : info;
        int end = path.indexOf('/', 1);
        String first = path.substring(1, end < 0 ? path.length() : end);
        String credentials = request.getHeader("Authorization");
        if (credentials != null) {
            if (!credentials.toLowerCase(Locale.ROOT).startsWith(BEARER)
                    || !token.matches(credentials.substring(BEARER.length()).strip())) {
                response.setHeader("WWW-Authenticate", "Bearer");
                Answers.plain(response, HttpServletResponse.SC_UNAUTHORIZED, "The token is not the one of this session.");
                return null;
            }
            return token.matches(first) ? rest(path, end) : path;
        }
        if (!token.matches(first)) {
            // Who guesses learns nothing, not even that there is something to guess.
            Answers.plain(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address.");
            return null;
        }
        return rest(path, end);
    }

    private static String rest(String path, int end) {
        return end < 0 ? "/" : path.substring(end);
    }
}
