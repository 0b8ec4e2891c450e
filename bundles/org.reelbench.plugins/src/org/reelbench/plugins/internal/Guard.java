package org.reelbench.plugins.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.plugins.internal.Breaker.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All calls into plug-ins. For every thread. */
final class Guard implements PluginCalls {

    static final long LIMIT_MS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final long limitMs;
    private final LongSupplier clockNs;
    private final Map<Bundle, Fenced> inside = new ConcurrentHashMap<>();
    private volatile BiConsumer<PluginFile, String> givenUp = (plugin, why) -> LOG.warn("{}: {}", plugin.id(), why);

    Guard(long limitMs, LongSupplier clockNs) {
        this.limitMs = limitMs;
        this.clockNs = clockNs;
    }

    /** Who is told of plug-ins that are given up, and why. */
    void onGivenUp(BiConsumer<PluginFile, String> listener) {
        givenUp = listener;
    }

    /** A plug-in is about to be started. */
    Fenced enter(Bundle bundle, PluginFile plugin) {
        Fenced fenced = new Fenced(plugin, limitMs, new Breaker(clockNs));
        inside.put(bundle, fenced);
        return fenced;
    }

    /** A plug-in has been stopped. */
    void leave(Bundle bundle) {
        Fenced fenced = inside.remove(bundle);
        if (fenced != null) {
            fenced.close();
        }
    }

    @Override
    public Optional<Owner> owner(Object provider) {
        Fenced fenced = fenced(provider);
        return fenced == null ? Optional.empty() : Optional.of(owner(fenced.plugin()));
    }

    private static Owner owner(PluginFile plugin) {
        return new Owner(plugin.id(), plugin.version(), plugin.sha256());
    }

    @Override
    public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
        Fenced fenced = fenced(provider);
        return fenced == null ? call.run() : call(fenced, what, call);
    }

    private <T, E extends Exception> T call(Fenced fenced, String what, Call<T, E> call) throws E {
        Breaker breaker = fenced.breaker();
        String id = fenced.plugin().id();
        if (!breaker.allows()) {
            throw new PluginCallException(id, false, "the plug-in " + id + (breaker.isResting()
                    ? " failed several times and is not called for half a minute; update or remove it"
                    : " is not called any more; update or remove it"), null);
        }
        try {
            T result = fenced.run(what, call);
            breaker.succeeded();
            return result;
        } catch (PluginCallException e) {
            if (e.isStarted()) {
                failed(fenced, e);
            }
            throw e;
        }
    }

    private void failed(Fenced fenced, PluginCallException e) {
        boolean hung = e.getCause() instanceof java.util.concurrent.TimeoutException;
        Verdict verdict = hung ? fenced.breaker().hung() : fenced.breaker().failed();
        if (verdict == Verdict.GOES_ON) {
            return;
        }
        LOG.warn("{}", e.getMessage(), e.getCause());
        if (verdict == Verdict.GIVEN_UP) {
            givenUp.accept(fenced.plugin(), e.getMessage());
        }
    }

    private @Nullable Fenced fenced(Object provider) {
        Bundle bundle = FrameworkUtil.getBundle(provider.getClass());
        return bundle == null ? null : inside.get(bundle);
    }
}
