package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.plugins.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The effects whose providers are there now, by id. For every thread; providers come and go while composers run, which keep the
 * effects they were opened with.
 */
final class InstalledEffects {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledEffects.class);

    private final SortedMap<String, List<Entry>> byId = new TreeMap<>();
    private volatile PluginCalls calls = PluginCalls.direct();

    /**
     * Adds a provider.
     *
     * @param provider the provider
     * @param properties its service properties; the highest {@code service.ranking} wins an id, then the oldest service
     */
    void add(EffectProvider provider, Map<String, ?> properties) {
        EffectProvider guarded = GuardedEffect.of(provider, calls);
        EffectDescriptor descriptor;
        try {
            descriptor = guarded.descriptor();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the effect provider {} cannot describe its effect and is left out", provider.getClass().getName(), e);
            return;
        }
        Entry entry = new Entry(provider, new InstalledEffect(guarded, descriptor), properties);
        synchronized (byId) {
            List<Entry> entries = byId.computeIfAbsent(descriptor.id(), _ -> new ArrayList<>());
            entries.add(entry);
            entries.sort(Comparator.comparingLong(Entry::ranking).reversed().thenComparingLong(Entry::serviceId));
            if (entries.size() > 1) {
                LOG.warn("{} providers bring the effect '{}'; {} is used", entries.size(), descriptor.id(),
                        entries.getFirst().provider.getClass().getName());
            }
        }
    }

    /**
     * Calls plug-ins through a guard; those that are there already are taken in anew.
     *
     * @param guard the guard
     */
    void guardedBy(PluginCalls guard) {
        List<Entry> before;
        synchronized (byId) {
            calls = guard;
            before = byId.values().stream().flatMap(List::stream).filter(entry -> guard.owner(entry.provider).isPresent())
                    .toList();
        }
        for (Entry entry : before) {
            takeOut(entry.provider);
            add(entry.provider, entry.properties);
        }
    }

    /**
     * Lets a guard go.
     *
     * @param guard the guard
     */
    void notGuardedBy(PluginCalls guard) {
        synchronized (byId) {
            if (calls == guard) {
                calls = PluginCalls.direct();
            }
        }
    }

    /**
     * Takes a provider out.
     *
     * @param provider the provider
     */
    void remove(EffectProvider provider) {
        for (Entry entry : takeOut(provider)) {
            if (entry.effect.provider() instanceof GuardedEffect guarded) {
                guarded.open().leave();
            }
        }
    }

    private List<Entry> takeOut(EffectProvider provider) {
        List<Entry> taken = new ArrayList<>();
        synchronized (byId) {
            for (List<Entry> entries : byId.values()) {
                entries.stream().filter(entry -> entry.provider == provider).forEach(taken::add);
                entries.removeAll(taken);
            }
            byId.values().removeIf(List::isEmpty);
        }
        return taken;
    }

    /**
     * Returns what is installed now.
     *
     * @return the descriptions, by id
     */
    List<EffectDescriptor> descriptors() {
        synchronized (byId) {
            return byId.values().stream().map(entries -> entries.getFirst().effect.descriptor()).toList();
        }
    }

    /**
     * Finds an effect.
     *
     * @param id the effect's id
     * @return the effect, as the provider that is used now brings it
     * @throws MediaException {@link Reason#EFFECT} if it is not installed
     */
    InstalledEffect find(String id) throws MediaException {
        synchronized (byId) {
            List<Entry> entries = byId.get(id);
            if (entries != null) {
                return entries.getFirst().effect;
            }
        }
        throw new MediaException(Reason.EFFECT, "", "the effect '" + id
                + "' is not installed; install the plug-in that brings it, or remove it from the clip");
    }

    private static long number(Map<String, ?> properties, String key) {
        return properties.get(key) instanceof Number number ? number.longValue() : 0;
    }

    /** One effect and what decides between two of one id. */
    private record Entry(EffectProvider provider, InstalledEffect effect, Map<String, ?> properties) {

        long ranking() {
            return number(properties, "service.ranking");
        }

        long serviceId() {
            return number(properties, "service.id");
        }
    }
}
