package org.reelbench.preview;

import java.io.IOException;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.encoding.preview.Preview;

/**
 * A service that gives previews an address in programs that serve nothing otherwise, such as the window: the server listens on the
 * loopback interface from the first publication to the end of the last. Where it listens already, as somebody configured it, that
 * server is used and left alone.
 * <p>
 * For every thread but one that draws.
 *
 * <pre>{@code
 * Preview preview = previews.open(sequence, catalog);
 * ServedPreview served = server.publish(preview);
 * copy(served.addresses().page());
 * …
 * served.close();
 * }</pre>
 */
@ProviderType
public interface PreviewServer {

    /**
     * Publishes a preview. Takes as long as the server takes to start, a second at most on most machines.
     *
     * @param preview a preview that is open, and stays so as long as it is served
     * @return its publication, to be closed by the caller
     * @throws IOException if the server does not listen within ten seconds, saying what to do; trying again may help
     * @throws InterruptedException if the thread is interrupted
     */
    ServedPreview publish(Preview preview) throws IOException, InterruptedException;
}
