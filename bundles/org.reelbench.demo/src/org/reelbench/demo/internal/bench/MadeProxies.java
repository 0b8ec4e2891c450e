package org.reelbench.demo.internal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;

/** Proxies of all media of a film, also of those light enough to do without. */
final class MadeProxies {

    private static final long LOOK_MS = 200;

    private MadeProxies() {
    }

    /** Makes those that are missing, and returns a catalog in which all stand in for their media. */
    static MediaCatalog of(Proxies proxies, MediaCatalog originals, List<MediaReference> media, Cancellation cancellation)
            throws CommandException {
        List<MediaReference> always = new ArrayList<>();
        LinkedBlockingQueue<String> changed = new LinkedBlockingQueue<>();
        ProxyListener listener = (fingerprint, _) -> changed.add(fingerprint);
        proxies.addListener(listener);
        try {
            for (MediaReference reference : media) {
                always.add(reference.withProxy(ProxyUse.ALWAYS));
                Medium medium = originals.medium(reference.id());
                proxies.want(medium, ProxyUse.ALWAYS);
                ProxyStatus status = proxies.status(medium, ProxyUse.ALWAYS);
                while (status.state() != ProxyStatus.State.READY) {
                    if (status.state() == ProxyStatus.State.FAILED) {
                        throw new CommandException(ExitCode.FAILED, reference.path() + ": there is no proxy: " + status.detail());
                    }
                    cancellation.check();
                    changed.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                    status = proxies.status(medium, ProxyUse.ALWAYS);
                }
            }
            return proxies.standingIn(originals, always, false);
        } catch (MediaException e) {
            throw Failures.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            proxies.removeListener(listener);
        }
    }
}
