package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ffmpeg.internal.compose.FilterGraph.Setting;

/**
 * The chain of an effect with a name for each of its filters, so that the options of running filters can be set. A chain with
 * quoting, or with names of its own, is taken as it is: it runs as well, and is built anew where it changes.
 *
 * @param text the chain for the graph
 * @param filters its filters; empty if it is taken as it is
 */
record NamedChain(String text, List<Filter> filters) {

    /**
     * One filter of a chain.
     *
     * @param kind which filter it is
     * @param name what this one is called in its graph
     * @param options its options as written, in order
     */
    record Filter(String kind, String name, Map<String, String> options) {
    }

    /**
     * Names the filters of a chain.
     *
     * @param chain the chain
     * @param prefix how the names begin; different for each effect of a composition
     * @return the chain with names
     */
    static NamedChain of(String chain, String prefix) {
        if (chain.matches("(?s).*['\\\\@\\n].*")) {
            return new NamedChain(chain, List.of());
        }
        List<Filter> filters = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String part : chain.split(",", -1)) {
            int equals = part.indexOf('=');
            String kind = (equals < 0 ? part : part.substring(0, equals)).strip();
            Filter filter = new Filter(kind, kind + "@" + prefix + "f" + filters.size(),
                    equals < 0 ? Map.of() : options(part.substring(equals + 1)));
            filters.add(filter);
            named.add(filter.name + (equals < 0 ? "" : part.substring(equals)));
        }
        return new NamedChain(String.join(",", named), List.copyOf(filters));
    }

    /** Values without a name count by their place, so that those of two chains can still be told to be equal. */
    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : text.split(":", -1)) {
            int equals = option.indexOf('=');
            options.put(equals < 0 ? "" + options.size() : option.substring(0, equals), option.substring(equals + 1));
        }
        return options;
    }

    /**
     * Returns what is to be set so that this chain, while it runs, becomes another one.
     *
     * @param other the other chain, of the same prefix
     * @return the settings; null if the two differ in more than what running filters can change
     */
    @Nullable
    Map<Setting, String> changesTo(NamedChain other) {
        Map<Setting, String> changes = new LinkedHashMap<>();
        if (filters.size() != other.filters.size() || filters.isEmpty() && !text.equals(other.text)) {
            return null;
        }
        for (int i = 0; i < filters.size(); i++) {
            Filter before = filters.get(i);
            Filter after = other.filters.get(i);
            if (!before.name.equals(after.name) || !before.options.keySet().equals(after.options.keySet())) {
                return null;
            }
            for (Map.Entry<String, String> option : after.options.entrySet()) {
                if (!Objects.equals(before.options.get(option.getKey()), option.getValue())) {
                    if (!FilterGraph.canChange(after.kind, option.getKey())) {
                        return null;
                    }
                    changes.put(new Setting(after.name, option.getKey()), option.getValue());
                }
            }
        }
        return changes;
    }
}
