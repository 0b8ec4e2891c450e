package org.reelbench.ui.plugins.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugins;

/**
 * What a plug-in holds.
 *
 * @param registeredBytes what it says itself
 * @param nativeBytes native memory of the program's that it has, which is the least
 */
record Held(long registeredBytes, long nativeBytes) {

    static final Held NOTHING = new Held(0, 0);

    /** What each plug-in that is listed holds now; without the ledger only what is native. */
    static Map<String, Held> now(Plugins plugins, @Nullable MemoryLedger ledger) {
        Map<String, Long> lent = plugins.lentBytes();
        Map<String, Held> now = new HashMap<>();
        plugins.plugins().forEach(plugin -> now.put(plugin.id(),
                new Held(ledger == null ? 0 : ledger.heldBytes(plugin.id()), lent.getOrDefault(plugin.id(), 0L))));
        return now;
    }
}
