package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.preview.PreviewAddresses;
import org.reelbench.preview.PreviewPublication;
import org.reelbench.preview.PreviewServer;
import org.reelbench.preview.ServedPreview;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server by its configuration, and ends it by taking that away. A configuration of somebody else's is left alone. */
@Component
public final class PreviewServerComponent implements PreviewServer {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewServerComponent.class);

    /** The name of the server's configuration. */
    private static final String SERVER = "org.reelbench.http";

    /** Configurations outlive a program that is killed; by this one its successor knows that nobody needs it. */
    private static final String OURS = "reelbench.preview";

    /** On a machine that is busy with something else, the first start of the web server takes its time; nobody waits for it but a job. */
    private static final long START_MS = 30_000;

    private final ConfigurationAdmin configurations;

    private @Nullable PreviewPublication publication;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ProgramSettings settings;
    private int served;

    /** Of a server that is on its way down. */
    private @Nullable PreviewPublication dying;

    /**
     * Creates it, and takes away what a program that was killed left behind.
     *
     * @param configurations hold the server's settings
     */
    @Activate
    public PreviewServerComponent(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
        unconfigure();
    }

    /** Ends the server, if it is ours. */
    @Deactivate
    public synchronized void stop() {
        served = 0;
        unconfigure();
    }

    /**
     * The server listens.
     *
     * @param service knows the addresses
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public synchronized void setPublication(PreviewPublication service) {
        publication = service;
        notifyAll();
    }

    /**
     * The server does not listen any more.
     *
     * @param service knew the addresses
     */
    public synchronized void unsetPublication(PreviewPublication service) {
        if (publication == service) {
            publication = null;
            dying = null;
            notifyAll();
        }
    }

    @Override
    public ServedPreview publish(Preview preview) throws IOException, InterruptedException {
        try {
            return new Served(enter().addresses(preview.sequenceId()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            leave();
            throw e;
        }
    }

    private synchronized PreviewPublication enter() throws IOException, InterruptedException {
        served++;
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MS);
        if (find() == null) {
            dying = publication;
            configurations.getConfiguration(SERVER, null).update(server());
        }
        while (true) {
            PreviewPublication known = publication;
            if (known != null && known != dying) {
                return known;
            }
            long leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
            if (leftMs <= 0) {
                throw new IOException("the server does not listen; is the bundle " + SERVER
                        + " installed, and a port from 8000 to 9000 free?");
            }
            wait(leftMs);
        }
    }

    /** What is set for servers holds here, too, but for the address: what nobody asked to serve is for this machine alone. */
    private Hashtable<String, Object> server() throws IOException {
        ProgramSettings known = settings;
        if (known == null) {
            return new Hashtable<>(Map.of(OURS, true));
        }
        try {
            Hashtable<String, Object> values = known.server(Map.of(OURS, true));
            values.remove("address");
            return values;
        } catch (SettingsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private @Nullable Configuration find() throws IOException {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=" + SERVER + ")");
            return found == null ? null : found[0];
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the name of the server's configuration", e);
        }
    }

    private synchronized void leave() {
        if (served > 0 && --served == 0 && unconfigure()) {
            dying = publication;
        }
    }

    /** Takes our configuration away; false if there is none. */
    private boolean unconfigure() {
        try {
            Configuration found = find();
            Dictionary<String, Object> properties = found == null ? null : found.getProperties();
            if (found == null || properties == null || properties.get(OURS) == null) {
                return false;
            }
            found.delete();
            return true;
        } catch (IOException e) {
            LOG.warn("the server's configuration was not taken away: {}", e.toString());
            return false;
        }
    }

    /** One publication. */
    private final class Served implements ServedPreview {

        private final PreviewAddresses addresses;
        private final AtomicBoolean closed = new AtomicBoolean();

        Served(PreviewAddresses addresses) {
            this.addresses = addresses;
        }

        @Override
        public PreviewAddresses addresses() {
            return addresses;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                leave();
            }
        }
    }
}
