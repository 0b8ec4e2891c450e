package org.reelbench.it;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.render.Medium;
import org.reelbench.timeline.ProxyUse;

/** Proxies that tests wait for. */
final class MadeProxies {

    private static final long HANG_SECONDS = 120;

    private MadeProxies() {
    }

    /** Has the proxy of a medium made and waits for how that ends. */
    static ProxyStatus make(Medium medium) throws Exception {
        Proxies proxies = Services.get(Proxies.class);
        CompletableFuture<ProxyStatus> ended = new CompletableFuture<>();
        ProxyListener listener = (fingerprint, status) -> {
            boolean under = status.state() == State.WAITING || status.state() == State.MAKING;
            if (fingerprint.equals(medium.fingerprint()) && !under) {
                ended.complete(status);
            }
        };
        proxies.addListener(listener);
        try {
            proxies.want(medium, ProxyUse.ALWAYS);
            return ended.get(HANG_SECONDS, TimeUnit.SECONDS);
        } finally {
            proxies.removeListener(listener);
        }
    }

    /** How often a proxy was opened in place of a medium since the framework started. */
    static long opened() throws Exception {
        if (Services.get(Proxies.class) instanceof MeterSource source) {
            return (long) source.meters().stream().filter(meter -> meter.name().equals("reelbench_proxy_opens_total"))
                    .mapToDouble(Meter::value).sum();
        }
        throw new AssertionError("the service of proxies tells no meters");
    }
}
