package org.reelbench.preview.internal.serve;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.ServletDTO;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.preview.PreviewAddresses;
import org.reelbench.preview.PreviewPublication;
import org.reelbench.timeline.Id;

/** Writes addresses as {@link Routes} reads them. */
@Component
public final class PublicationComponent implements PreviewPublication {

    /** The web server starts a servlet a moment before it sends requests there, and says nothing when it does. */
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long START_NS = TimeUnit.SECONDS.toNanos(5);

    private final HttpEndpoint endpoint;
    private final HttpServiceRuntime server;
    private volatile boolean served;

    /**
     * Creates it.
     *
     * @param endpoint knows where the server is
     * @param server knows what it sends requests to
     * @param routes answer there
     */
    @Activate
    public PublicationComponent(@Reference HttpEndpoint endpoint, @Reference HttpServiceRuntime server,
            @Reference Routes routes) {
        this.endpoint = endpoint;
        this.server = server;
    }

    @Override
    public PreviewAddresses addresses(Id sequence) {
        awaitServed();
        URI page = endpoint.uri(PreviewServlet.PATH).resolve(SequencePath.of(sequence) + "/");
        return new PreviewAddresses(page, page.resolve("manifest.json"), page.resolve("hls.m3u8"), page.resolve("stream.mp4"));
    }

    /** An address that leads nowhere yet is worse than one that comes late; a server that does not get there is not waited for. */
    private void awaitServed() {
        long startNs = System.nanoTime();
        while (!served && System.nanoTime() - startNs < START_NS) {
            ServletDTO servlet = server.calculateRequestInfoDTO(PreviewServlet.PATH + "/any").servletDTO;
            served = servlet != null && PreviewServlet.NAME.equals(servlet.name);
            if (!served) {
                LockSupport.parkNanos(LOOK_NS);
            }
        }
    }
}
