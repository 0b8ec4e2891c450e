package org.reelbench.remote.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.ByteSource;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.media.RemoteMedia;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service that opens media by http and https, of hosts that the settings, the environment or the caller's user allow. */
@Component(configurationPid = RemoteSettings.PID)
public final class HttpRemoteMedia implements RemoteMedia, MeterSource {

    /** The environment's variable that allows hosts, with commas between them. */
    static final String ENVIRONMENT = "REELBENCH_ALLOW_HOSTS";

    private static final Logger LOG = LoggerFactory.getLogger(HttpRemoteMedia.class);
    private static final long MIB = 1 << 20;

    private final RemoteReading reading;
    private final AllowedHosts always;
    private volatile AllowedHosts configured;

    /**
     * Creates the service; asks nobody and opens nothing.
     *
     * @param stores keeps what was read
     * @param settings what is allowed
     */
    @Activate
    public HttpRemoteMedia(@Reference ChunkStores stores, RemoteSettings settings) {
        this(new RemoteReading(new CacheStore(stores, settings.store(), CacheFolder.ofUser().resolve("remote"),
                settings.cache_mib() * MIB, "remote media have no cache"),
                Limits.DEFAULT), System.getenv());
        modified(settings);
    }

    HttpRemoteMedia(RemoteReading reading, Map<String, String> environment) {
        this.reading = reading;
        this.always = usable(List.of(environment.getOrDefault(ENVIRONMENT, "").split(",")), ENVIRONMENT);
        this.configured = AllowedHosts.NONE;
    }

    /** Takes other settings; the size of the cache stays. */
    @Modified
    public void modified(RemoteSettings settings) {
        configured = settings.enabled() ? usable(Arrays.asList(settings.hosts()), RemoteSettings.PID) : AllowedHosts.NONE;
    }

    /** Leaves out what is no host, and says so: a mistake in one must not switch off the others, or let in more. */
    private static AllowedHosts usable(Collection<String> texts, String where) {
        AllowedHosts all = AllowedHosts.NONE;
        for (String text : texts) {
            if (!text.isBlank()) {
                try {
                    all = all.and(AllowedHosts.of(List.of(text)));
                } catch (IllegalArgumentException e) {
                    LOG.warn("{}: {}", where, e.getMessage());
                }
            }
        }
        return all;
    }

    /** Ends all requests and closes the cache. */
    @Deactivate
    public void stop() {
        try {
            reading.close();
        } catch (IOException e) {
            LOG.warn("The cache of remote media could not be closed", e);
        }
    }

    @Override
    public Set<String> schemes() {
        return Set.of("http", "https");
    }

    @Override
    public List<Meter> meters() {
        return reading.traffic().meters();
    }

    @Override
    public ByteSource open(URI address, Set<String> alsoAllowed, Cancellation cancellation) throws MediaException {
        String text = address.toString();
        int fragment = text.indexOf('#');
        URI whole = fragment < 0 ? address : URI.create(text.substring(0, fragment));
        String name = RemoteAddress.shown(whole);
        try {
            AllowedHosts allowed = configured.and(always).and(AllowedHosts.of(alsoAllowed));
            return reading.open(whole, allowed, cancellation);
        } catch (RemoteFailure e) {
            throw e.of(name);
        } catch (IllegalArgumentException e) {
            throw new MediaException(MediaException.Reason.NOT_ALLOWED, name, e.getMessage(), e);
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, name, String.valueOf(e.getMessage()), e);
        }
    }
}
