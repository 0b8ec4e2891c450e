package org.reelbench.proxies.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.internal.disk.ProxyFile;
import org.reelbench.proxies.internal.disk.ProxyShelf;
import org.reelbench.proxies.internal.make.ProxyMaker;
import org.reelbench.proxies.internal.sidecar.Sidecars.Sidecar;
import org.reelbench.proxies.internal.view.FileStandIn;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;
import org.slf4j.LoggerFactory;

/** The files that stand in for media now: proxies that were looked at once in this run, and small files of cameras. For every thread. */
final class ReadyProxies {

    private final ProxyShelf shelf;
    private final MediaProbe probe;
    private final Map<ProxyKey, Ready> ready = new ConcurrentHashMap<>();
    private final LongAdder opened = new LongAdder();

    /** What is known of a file that stands in. */
    private record Ready(Path file, long bytes, MediaInfo info, int streamIndex, String representation, String label) {
    }

    ReadyProxies(ProxyShelf shelf, MediaProbe probe) {
        this.shelf = shelf;
        this.probe = probe;
    }

    /** Tells what stands in for a medium, for people; empty if nothing does. */
    Optional<String> label(ProxyKey key) {
        Ready known = known(key);
        if (known != null) {
            return Optional.of(known.label);
        }
        return shelf.find(key).map(_ -> key.format().name());
    }

    /** Finds what stands in for a medium; the first question about a proxy reads samples of it, later ones are quick. */
    Optional<StandIn> find(Medium medium, ProxyKey key) {
        Ready known = known(key);
        if (known == null) {
            known = look(key);
        }
        if (known == null) {
            return Optional.empty();
        }
        shelf.use(key);
        Ready found = known;
        return Optional.of(new FileStandIn(medium, found.representation, found.info, found.streamIndex, found.file,
                opened::increment));
    }

    private @Nullable Ready known(ProxyKey key) {
        Ready known = ready.get(key);
        if (known != null && !isThere(known)) {
            ready.remove(key, known);
            return null;
        }
        return known;
    }

    private static boolean isThere(Ready known) {
        try {
            return Files.size(known.file) == known.bytes;
        } catch (IOException _) {
            // Somebody deleted it, or its disk was taken out: what it stood in for is still there.
            return false;
        }
    }

    private @Nullable Ready look(ProxyKey key) {
        ProxyFile proxy = shelf.find(key).orElse(null);
        if (proxy == null || !shelf.isSound(key, proxy)) {
            return null;
        }
        try (ByteSource bytes = FileByteSource.open(proxy.file())) {
            MediaInfo info = ProxyMaker.counted(probe.probe(bytes, new Cancellation()), proxy.firstTime());
            int stream = info.video().map(VideoStreamInfo::index).orElse(0);
            Ready found = new Ready(proxy.file(), proxy.bytes(), info, stream, "proxy " + proxy.format() + ' ' + proxy.content(),
                    key.format().name());
            ready.put(key, found);
            return found;
        } catch (MediaException | IOException e) {
            LoggerFactory.getLogger(ReadyProxies.class).warn("the proxy {} cannot be used and will be made anew", proxy.file(),
                    e);
            shelf.discard(key);
            return null;
        }
    }

    /** Takes on the small file of a camera. */
    void add(ProxyKey key, Sidecar sidecar) {
        ready.put(key,
                new Ready(sidecar.file(), sidecar.bytes(), sidecar.info(), sidecar.streamIndex(),
                        "sidecar " + sidecar.fingerprint(),
                        sidecar.maker() + ": " + sidecar.file().getFileName()));
    }

    /** Forgets what it knows: files may be gone. */
    void forget() {
        ready.clear();
    }

    /** How often a file was opened in place of a medium. */
    long opened() {
        return opened.sum();
    }
}
