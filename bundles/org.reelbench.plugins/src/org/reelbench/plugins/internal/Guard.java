package org.reelbench.plugins.internal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

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
    private final LongAdder ended = new LongAdder();
    private final Loans loans = new Loans();
    private volatile BiConsumer<PluginFile, String> givenUp = (plugin, why) -> LOG.atWarn()
            .addKeyValue("plugin", plugin.id()).log(why);

    Guard(long limitMs, LongSupplier clockNs) {
        this.limitMs = limitMs;
        this.clockNs = clockNs;
    }

    /** How many calls came back or were given up. */
    long ended() {
        return ended.sum();
    }

    /** What plug-ins have, those that are gone too. */
    SortedMap<String, Long> lentBytes() {
        return loans.bytes();
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
        Bundle bundle = FrameworkUtil.getBundle(provider.getClass());
        if (bundle == null || !bundle.getLocation().startsWith(Running.LOCATION)) {
            return Optional.empty();
        }
        Fenced fenced = inside.get(bundle);
        return Optional.of(fenced == null
                ? new Owner(bundle.getSymbolicName(), bundle.getVersion().toString(), "")
                : owner(fenced.plugin()));
    }

    private static Owner owner(PluginFile plugin) {
        return new Owner(plugin.id(), plugin.version(), plugin.sha256());
    }

    @Override
    public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
        Bundle bundle = FrameworkUtil.getBundle(provider.getClass());
        if (bundle == null || !bundle.getLocation().startsWith(Running.LOCATION)) {
            return call.run();
        }
        Fenced fenced = inside.get(bundle);
        if (fenced == null) {
            // A service that came so late that nobody waited for it any more, or that somebody has kept.
            String id = bundle.getSymbolicName();
            throw new PluginCallException(id, false, "the plug-in " + id + " was stopped", null);
        }
        return call(fenced, what, call);
    }

    @Override
    public <T, E extends Exception> T outside(Call<T, E> own) throws E {
        return Stopwatch.outside(own);
    }

    @Override
    public Loan lend(Object provider, long address, long bytes) {
        return loans.lend(owner(provider).map(Owner::id), address, bytes);
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
            breaker.succeeded(what);
            return result;
        } catch (PluginCallException e) {
            if (e.isStarted()) {
                failed(fenced, what, e);
            }
            throw e;
        } finally {
            ended.increment();
        }
    }

    private void failed(Fenced fenced, String what, PluginCallException e) {
        boolean hung = e.getCause() instanceof java.util.concurrent.TimeoutException;
        Verdict verdict = hung ? fenced.breaker().hung() : fenced.breaker().failed(what);
        if (verdict == Verdict.GOES_ON) {
            return;
        }
        LOG.atWarn().addKeyValue("plugin", fenced.plugin().id()).setCause(e.getCause()).log(e.getMessage());
        if (verdict == Verdict.GIVEN_UP) {
            givenUp.accept(fenced.plugin(), e.getMessage());
        }
    }
}
