package org.reelbench.plugins.internal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.PluginCalls.Loan;

/** The native memory of the program's that is in the hands of plug-ins. For every thread. */
final class Loans {

    private static final Loan NOTHING = () -> {
        // lent to the program itself
    };

    private final Map<Place, Lent> open = new ConcurrentHashMap<>();

    /** Memory in the hands of one plug-in. */
    private record Place(String plugin, long address) {
    }

    /** How often it was lent, and how much it is. */
    private record Lent(int times, long bytes) {

        @Nullable
        Lent less() {
            return times == 1 ? null : new Lent(times - 1, bytes);
        }
    }

    Loan lend(Optional<String> plugin, long address, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("there is no memory of " + bytes + " bytes");
        }
        if (plugin.isEmpty() || bytes == 0) {
            return NOTHING;
        }
        Place place = new Place(plugin.get(), address);
        // Who closes a lease first and its loan then may see the memory lent again in between, with another size.
        open.merge(place, new Lent(1, bytes), (now, _) -> new Lent(now.times + 1, Math.max(now.bytes, bytes)));
        AtomicBoolean isOver = new AtomicBoolean();
        return () -> {
            if (isOver.compareAndSet(false, true)) {
                open.computeIfPresent(place, (_, now) -> now.less());
            }
        };
    }

    SortedMap<String, Long> bytes() {
        SortedMap<String, Long> bytes = new TreeMap<>();
        open.forEach((place, lent) -> bytes.merge(place.plugin, lent.bytes, Long::sum));
        return bytes;
    }
}
