package org.reelbench.loading.internal;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which leases give way. Layers are read in turn, picture by picture, so the one read last is wanted again after all
 * others: it goes first, and the others stay. Were it the one read longest ago, each would be opened anew for every picture. What
 * was left out of turns, because nobody reads it any more, goes before all of them.
 */
final class Departures {

    private Departures() {
    }

    /** The uses of a lease, read once: they go on changing. */
    private record Uses(Lease lease, long lastNs, long thirdLastNs) {
    }

    /** Puts those first that go first. */
    static void sort(List<Lease> leases) {
        List<Uses> uses = leases.stream().map(lease -> new Uses(lease, lease.usedNs(), lease.usedTwiceBeforeNs())).toList();
        long turnNs = uses.stream().mapToLong(Uses::thirdLastNs).max().orElse(Long.MIN_VALUE);
        List<Lease> sorted = uses.stream()
                .sorted(Comparator.comparing((Uses use) -> use.lastNs >= turnNs)
                        .thenComparing(use -> use.lastNs, Comparator.reverseOrder()))
                .map(Uses::lease).toList();
        leases.clear();
        leases.addAll(sorted);
    }
}
