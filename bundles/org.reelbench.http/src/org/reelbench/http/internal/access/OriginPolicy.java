package org.reelbench.http.internal.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The origins whose pages may read answers: the server's own, and those that were allowed by name. There is no wildcard. */
public final class OriginPolicy {

    private final Set<String> origins;

    /**
     * Creates a policy.
     *
     * @param host gives the server's own origins
     * @param more others, as scheme, name and port without a path
     */
    public OriginPolicy(HostPolicy host, Collection<String> more) {
        origins = new HashSet<>(host.ownOrigins());
        more.stream().map(origin -> origin.toLowerCase(Locale.ROOT))
                .filter(origin -> origin.matches("https?://[^/*,\\s]+")).forEach(origins::add);
    }

    /** Whether a page of an origin may read. The origin {@code null}, of sandboxes and files, never may. */
    public boolean accepts(String origin) {
        return origins.contains(origin.toLowerCase(Locale.ROOT));
    }
}
