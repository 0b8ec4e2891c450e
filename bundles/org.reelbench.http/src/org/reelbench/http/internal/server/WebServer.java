package org.reelbench.http.internal.server;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.internal.publish.HttpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Felix HTTP run a web server as long as there is a configuration for ours, by writing and deleting the one it waits for. A
 * change of settings is the {@link Listener}'s business: the web server goes on.
 */
@Component(immediate = true, service = WebServer.class, configurationPid = HttpSettings.PID, configurationPolicy = REQUIRE)
public final class WebServer {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** The name of the web server's configuration. */
    private static final String PID = "org.apache.felix.http";

    private static final int THREADS = 64;

    /** The service by which a running web server is known. */
    private static final String RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

    private static final long STOP_SECONDS = 5;

    private final BundleContext context;
    private final Configuration configuration;

    /**
     * Has the web server started. The door it opens by itself until ours is there leads to nothing and from this machine alone.
     *
     * @param context finds the web server
     * @param configurations holds the web server's configuration
     * @throws IOException if it cannot be kept
     */
    @Activate
    public WebServer(BundleContext context, @Reference ConfigurationAdmin configurations) throws IOException {
        this.context = context;
        configuration = configurations.getConfiguration(PID, null);
        configuration.updateIfDifferent(new Hashtable<>(Map.of("org.apache.felix.http.enable", true,
                "org.apache.felix.http.host", InetAddress.getLoopbackAddress().getHostAddress(),
                "org.osgi.service.http.port", "0", "org.apache.felix.http.jetty.threadpool.max", THREADS)));
    }

    /** Lets the web server run on whatever has changed. */
    @Modified
    public void modified() {
        LOG.debug("the settings have changed");
    }

    /**
     * Has the web server stopped if the server is not wanted any more, and waits for that: a door opened again at once must not
     * be opened in a web server that is about to go. If only this bundle or a neighbour goes, to be updated perhaps, the web
     * server stays without a door.
     *
     * @param reason why this component ends
     */
    @Deactivate
    public void stop(int reason) {
        if (reason != ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED) {
            return;
        }
        CountDownLatch gone = new CountDownLatch(1);
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING) {
                gone.countDown();
            }
        };
        try {
            context.addServiceListener(listener, "(objectClass=" + RUNTIME + ")");
            boolean running = context.getServiceReference(RUNTIME) != null;
            configuration.delete();
            if (running && !gone.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the web server has not stopped within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException | IllegalStateException e) {
            // Without its configuration service the web server goes by itself.
            LOG.debug("the web server's configuration is gone: {}", e.toString());
        } finally {
            context.removeServiceListener(listener);
        }
    }
}
