package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The effects whose providers are there now, by id. For every thread; providers come and go while composers run, which keep the
 * effects they were opened with.
 */
final class InstalledEffects {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledEffects.class);

    private final SortedMap<String, List<Entry>> byId = new TreeMap<>();

    /**
     * Adds a provider.
     *
     * @param provider the provider
     * @param properties its service properties; the highest {@code service.ranking} wins an id, then the oldest service
     */
    void add(EffectProvider provider, Map<String, ?> properties) {
        EffectDescriptor descriptor;
        try {
            descriptor = provider.descriptor();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the effect provider {} cannot describe its effect and is left out", provider.getClass().getName(), e);
            return;
        }
        Entry entry = new Entry(provider, descriptor, number(properties, "service.ranking"), number(properties, "service.id"));
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
     * Takes a provider out.
     *
     * @param provider the provider
     */
    void remove(EffectProvider provider) {
        synchronized (byId) {
            byId.values().forEach(entries -> entries.removeIf(e -> e.provider == provider));
            byId.values().removeIf(List::isEmpty);
        }
    }

    /**
     * Returns what is installed now.
     *
     * @return the descriptions, by id
     */
    List<EffectDescriptor> descriptors() {
        synchronized (byId) {
            return byId.values().stream().map(entries -> entries.getFirst().descriptor).toList();
        }
    }

    /**
     * Makes an effect.
     *
     * @param use which effect, with which values
     * @return its body, which belongs to the caller
     * @throws MediaException {@link Reason#EFFECT} if it is not installed, refuses the values or fails
     */
    EffectBody create(EffectUse use) throws MediaException {
        Entry entry = find(use.effect());
        if (entry == null) {
            throw new MediaException(Reason.EFFECT, "", "the effect '" + use.effect()
                    + "' is not installed; install the plug-in that brings it, or remove it from the clip");
        }
        SortedMap<String, Object> values;
        try {
            values = entry.descriptor.check(use.parameters());
        } catch (IllegalArgumentException e) {
            throw new MediaException(Reason.EFFECT, "", "the effect '" + use.effect() + "' refuses its values: " + e.getMessage(),
                    e);
        }
        try {
            return Objects.requireNonNull(entry.provider.create(values), "it made nothing");
        } catch (MediaException e) {
            throw new MediaException(Reason.EFFECT, "",
                    "the effect '" + use.effect() + "' refuses its values: " + e.explanation(), e);
        } catch (RuntimeException | LinkageError e) {
            // Code of a third party: whatever it throws, the composer says whose it was.
            throw new MediaException(Reason.EFFECT, "",
                    "the effect '" + use.effect() + "' failed: " + e + "; remove it from the clip, or update its plug-in", e);
        }
    }

    private @Nullable Entry find(String id) {
        synchronized (byId) {
            List<Entry> entries = byId.get(id);
            return entries == null ? null : entries.getFirst();
        }
    }

    private static long number(Map<String, ?> properties, String key) {
        return properties.get(key) instanceof Number number ? number.longValue() : 0;
    }

    /** One provider and what decides between two of one id. */
    private record Entry(EffectProvider provider, EffectDescriptor descriptor, long ranking, long serviceId) {
    }
}
