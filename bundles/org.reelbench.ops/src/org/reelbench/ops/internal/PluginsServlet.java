package org.reelbench.ops.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugins;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How plug-ins do and what they hold, as JSON. Where their files lie is nobody's business at the other end of a wire. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=" + PluginsServlet.PATH + "/*")
public final class PluginsServlet extends HttpServlet {

    static final String PATH = "/plugins";

    private static final long serialVersionUID = 1L;

    private final transient HttpEndpoint endpoint;
    private final transient Plugins plugins;
    private final transient MemoryLedger ledger;

    /**
     * Creates the servlet.
     *
     * @param endpoint decides who may ask
     * @param plugins what there is
     * @param ledger what they say they hold
     */
    @Activate
    public PluginsServlet(@Reference HttpEndpoint endpoint, @Reference Plugins plugins, @Reference MemoryLedger ledger) {
        this.endpoint = endpoint;
        this.plugins = plugins;
        this.ledger = ledger;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Page.isAsked(endpoint.admit(request, response), response)) {
            Page.send(request, response, HttpServletResponse.SC_OK, "application/json", json(plugins, ledger));
        }
    }

    static byte[] json(Plugins plugins, MemoryLedger ledger) throws IOException {
        Map<String, Long> lent = plugins.lentBytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeArrayFieldStart("plugins");
            for (Plugin plugin : plugins.plugins()) {
                out.writeStartObject();
                out.writeStringField("id", plugin.id());
                out.writeStringField("version", plugin.version());
                out.writeStringField("name", plugin.name());
                out.writeStringField("state", plugin.state().name().toLowerCase(Locale.ROOT));
                out.writeStringField("note", plugin.note());
                out.writeNumberField("failedCalls", plugin.failedCalls());
                out.writeNumberField("abandonedCalls", plugin.abandonedCalls());
                out.writeNumberField("leftThreads", plugin.leftThreads());
                out.writeNumberField("nativeBytes", lent.getOrDefault(plugin.id(), 0L));
                out.writeNumberField("registeredBytes", ledger.heldBytes(plugin.id()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
