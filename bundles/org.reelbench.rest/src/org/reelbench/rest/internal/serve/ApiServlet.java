package org.reelbench.rest.internal.serve;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.preview.PreviewPublication;
import org.reelbench.rest.internal.answer.Problem;
import org.reelbench.rest.internal.answer.Reply;
import org.reelbench.rest.internal.api.Projects;
import org.reelbench.rest.internal.api.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets requests through that the server's rules allow, and writes the answers. */
@Component(service = Servlet.class, property = { "osgi.http.whiteboard.servlet.pattern=" + ApiServlet.PATH + "/*",
        "osgi.http.whiteboard.servlet.name=org.reelbench.rest" })
public final class ApiServlet extends HttpServlet {

    /** Where it is. */
    static final String PATH = "/api";

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private final transient HttpEndpoint endpoint;
    private final transient Routes routes;
    private transient volatile @Nullable PreviewPublication previews;

    /**
     * Creates the servlet.
     *
     * @param endpoint decides who may ask
     * @param projects what there is
     * @param presets say how films are made
     */
    @Activate
    public ApiServlet(@Reference HttpEndpoint endpoint, @Reference Projects projects, @Reference ExportPresets presets) {
        this.endpoint = endpoint;
        this.routes = new Routes(projects, presets, () -> Optional.ofNullable(previews));
    }

    /**
     * Previews have addresses.
     *
     * @param service knows them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setPreviews(PreviewPublication service) {
        previews = service;
    }

    /**
     * Previews have no addresses any more.
     *
     * @param service knew them
     */
    public void unsetPreviews(PreviewPublication service) {
        if (previews == service) {
            previews = null;
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = endpoint.admit(request, response);
        if (path == null) {
            return;
        }
        boolean head = request.getMethod().equals("HEAD");
        String type = request.getContentType();
        Reply reply;
        try {
            reply = routes.answer(head ? "GET" : request.getMethod(), path.substring(1), type == null ? "" : type,
                    request.getInputStream());
        } catch (Problem e) {
            e.fields().forEach(field -> response.setHeader(field.name(), field.value()));
            reply = e.reply();
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), path, e);
            reply = new Problem(500, "this failed here, and is a fault of the program; its log says more").reply();
        }
        response.setStatus(reply.status());
        response.setContentType(reply.type());
        response.setHeader("Cache-Control", "no-store");
        reply.location().ifPresent(address -> response.setHeader("Location", endpoint.uri(PATH).resolve(address).toString()));
        response.setContentLength(reply.body().length);
        if (!head) {
            response.getOutputStream().write(reply.body());
        }
    }
}
