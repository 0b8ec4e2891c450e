package org.reelbench.http.internal.server;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.http.internal.access.Guard;
import org.reelbench.http.internal.access.HostPolicy;
import org.reelbench.http.internal.access.OriginPolicy;
import org.reelbench.http.internal.access.SessionToken;
import org.reelbench.http.internal.publish.HttpSettings;
import org.reelbench.http.internal.publish.Transfer;
import org.reelbench.http.internal.send.Streams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the {@link WebServer} its only door: a connector with our own limits. As long as it is open, a {@link HttpEndpoint}
 * stands for it.
 */
@Component(service = {}, immediate = true, configurationPid = HttpSettings.PID, configurationPolicy = REQUIRE)
public final class Listener implements ConnectorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private static final int HEAD_BYTES = 16 * 1024;
    private static final int SELECTORS = 2;

    private final BundleContext context;
    private final HttpSettings settings;
    private final Transfer transfer;

    /** Not left to the component's runtime, which would take the connector away before it tells this component. */
    private final ServiceRegistration<ConnectorFactory> factory;

    private @Nullable ServiceRegistration<HttpEndpoint> endpoint;
    private @Nullable ScheduledFuture<?> looking;

    /**
     * Creates the factory; the web server calls it when it is ready.
     *
     * @param context registers the endpoint
     * @param settings where and how to listen
     * @param transfer the machinery behind responses
     */
    @Activate
    public Listener(BundleContext context, HttpSettings settings, @Reference Transfer transfer) {
        this.context = context;
        this.settings = settings;
        this.transfer = transfer;
        transfer.limit(settings.slow_clients(), Duration.ofSeconds(settings.drain_seconds()));
        factory = context.registerService(ConnectorFactory.class, this, null);
    }

    /**
     * Withdraws the endpoint, and lets what is being sent come to its end before the connector is shut.
     *
     * @param reason why this component ends
     */
    @Deactivate
    public void stop(int reason) {
        withdraw();
        if (reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED
                || reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_MODIFIED) {
            KeptToken.in(context).forget();
        }
        transfer.drain();
        factory.unregister();
    }

    @Override
    public Connector createConnector(Server server) {
        shutOthers(server);
        ConnectionWatch watch = new ConnectionWatch(settings.connections(), settings.header_seconds());
        Door connector = new Door(server, SELECTORS, new HttpConnectionFactory(configuration(watch)));
        connector.setIdleTimeout(TimeUnit.SECONDS.toMillis(settings.idle_seconds()));
        connector.addBean(watch);
        connector.addEventListener(new LifeCycle.Listener() {

            @Override
            public void lifeCycleStarted(LifeCycle started) {
                announce(connector, watch);
            }

            @Override
            public void lifeCycleStopping(LifeCycle stopping) {
                withdraw();
            }
        });
        bind(connector);
        return connector;
    }

    /** The web server opens a door of its own before it asks for ours, and cannot be told not to. */
    private static void shutOthers(Server server) {
        for (Connector other : server.getConnectors()) {
            try {
                other.stop();
            } catch (Exception e) {
                LOG.warn("the web server's own connector could not be shut", e);
            }
            server.removeConnector(other);
        }
    }

    private static HttpConfiguration configuration(ConnectionWatch watch) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEAD_BYTES);
        http.setNotifyRemoteAsyncErrors(true);
        http.addCustomizer(watch);
        return http;
    }

    private void bind(Door connector) {
        try {
            ServerSocketChannel channel = ListeningAddress.of(settings.address(), settings.ports()).bind();
            connector.setHost(settings.address());
            connector.setPort(((InetSocketAddress) channel.getLocalAddress()).getPort());
            connector.open(channel);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the server cannot listen: " + e.getMessage(), e);
        }
    }

    private void announce(Door connector, ConnectionWatch watch) {
        int port = connector.getLocalPort();
        Set<String> names = new TreeSet<>(List.of(settings.hosts()));
        boolean everywhere = isWildcard(settings.address());
        if (!everywhere) {
            names.add(settings.address());
        }
        HostPolicy hosts = new HostPolicy(names, port);
        SessionToken token = KeptToken.in(context).token();
        Guard guard = new Guard(token, hosts, new OriginPolicy(hosts, List.of(settings.origins())));
        String name = !everywhere ? settings.address() : settings.hosts().length > 0 ? settings.hosts()[0] : "127.0.0.1";
        String base = "http://" + (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
        ScheduledFuture<?> task = transfer.clock().scheduleWithFixedDelay(() -> {
            watch.lookOver();
            connector.lookOver();
        }, Streams.LOOK_MS, Streams.LOOK_MS, TimeUnit.MILLISECONDS);
        LOG.info("listening at {}", base);
        ServiceRegistration<HttpEndpoint> registered = context.registerService(HttpEndpoint.class,
                new GuardedEndpoint(base, token, guard), null);
        synchronized (this) {
            looking = task;
            endpoint = registered;
        }
    }

    private static boolean isWildcard(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    private void withdraw() {
        ServiceRegistration<HttpEndpoint> registered;
        synchronized (this) {
            registered = endpoint;
            endpoint = null;
            ScheduledFuture<?> task = looking;
            if (task != null) {
                task.cancel(false);
                looking = null;
            }
        }
        if (registered != null) {
            registered.unregister();
        }
    }
}
