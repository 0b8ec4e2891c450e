package org.reelbench.ops.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Whether the program is well: all checks that carry our tag, ours and others', as JSON; status 503 if one is in a bad way. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=" + HealthServlet.PATH + "/*")
public final class HealthServlet extends HttpServlet {

    /** What marks the checks that count here. */
    static final String TAG = "reelbench";

    static final String PATH = "/health";

    /** Whether the program answers at all; whoever starts it again if it does not asks this. Needs no token. */
    private static final String LIVE = "/live";
    /** Whether it is well enough to be given work. Needs no token, and tells no more than that. */
    private static final String READY = "/ready";

    private static final long serialVersionUID = 1L;

    private final transient HttpEndpoint endpoint;
    private final transient HealthCheckExecutor executor;

    /**
     * Creates the servlet.
     *
     * @param endpoint decides who may ask
     * @param executor runs the checks, each with a time limit, and remembers their results for a moment
     */
    @Activate
    public HealthServlet(@Reference HttpEndpoint endpoint, @Reference HealthCheckExecutor executor) {
        this.endpoint = endpoint;
        this.executor = executor;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (LIVE.equals(path) || READY.equals(path)) {
            if (endpoint.greet(request, response)) {
                boolean isWell = LIVE.equals(path) || isWell(worst(executor.execute(HealthCheckSelector.tags(TAG))));
                Page.send(request, response, status(isWell), "text/plain;charset=utf-8",
                        (isWell ? "yes\n" : "no\n").getBytes(StandardCharsets.UTF_8));
            }
        } else if (Page.isAsked(endpoint.admit(request, response), response)) {
            List<HealthCheckExecutionResult> results = executor.execute(HealthCheckSelector.tags(TAG));
            Result.Status worst = worst(results);
            Page.send(request, response, status(isWell(worst)), "application/json", json(worst, results));
        }
    }

    private static Result.Status worst(List<HealthCheckExecutionResult> results) {
        return results.stream().map(result -> result.getHealthCheckResult().getStatus()).max(Comparator.naturalOrder())
                .orElse(Result.Status.OK);
    }

    private static boolean isWell(Result.Status worst) {
        return worst == Result.Status.OK || worst == Result.Status.WARN;
    }

    private static int status(boolean isWell) {
        return isWell ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private static byte[] json(Result.Status worst, List<HealthCheckExecutionResult> results) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("status", worst.name());
            out.writeArrayFieldStart("checks");
            for (HealthCheckExecutionResult result : results) {
                out.writeStartObject();
                out.writeStringField("name", result.getHealthCheckMetadata().getName());
                out.writeStringField("status", result.getHealthCheckResult().getStatus().name());
                out.writeStringField("message", message(result.getHealthCheckResult()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The last thing a check says that is more than a detail. */
    private static String message(Result result) {
        String message = "";
        for (ResultLog.Entry entry : result) {
            message = entry.isDebug() ? message : entry.getMessage();
        }
        return message;
    }
}
