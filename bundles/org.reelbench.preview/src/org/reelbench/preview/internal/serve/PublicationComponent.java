package org.reelbench.preview.internal.serve;

import java.net.URI;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.preview.PreviewAddresses;
import org.reelbench.preview.PreviewPublication;
import org.reelbench.timeline.Id;

/** Writes addresses as {@link Routes} reads them. */
@Component
public final class PublicationComponent implements PreviewPublication {

    private final HttpEndpoint endpoint;

    /**
     * Creates it.
     *
     * @param endpoint knows where the server is
     * @param routes answer there
     */
    @Activate
    public PublicationComponent(@Reference HttpEndpoint endpoint, @Reference Routes routes) {
        this.endpoint = endpoint;
    }

    @Override
    public PreviewAddresses addresses(Id sequence) {
        URI page = endpoint.uri(PreviewServlet.PATH).resolve(SequencePath.of(sequence) + "/");
        return new PreviewAddresses(page, page.resolve("manifest.json"), page.resolve("hls.m3u8"), page.resolve("stream.mp4"));
    }
}
