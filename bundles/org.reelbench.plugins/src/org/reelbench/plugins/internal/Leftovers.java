package org.reelbench.plugins.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;

/** What plug-ins leave behind when they are gone: threads that still run. Belongs to the thread that works on plug-ins. */
final class Leftovers {

    private final List<Fenced> gone = new ArrayList<>();

    /** A plug-in has gone, in which something was called. */
    void add(Fenced plugin) throws InterruptedException {
        plugin.awaitIdle();
        if (!plugin.alive().isEmpty()) {
            gone.add(plugin);
        }
    }

    /** Those of which something is still there. */
    List<Plugin> seen() {
        gone.removeIf(plugin -> plugin.alive().isEmpty());
        return gone.stream().map(Leftovers::seen).toList();
    }

    private static Plugin seen(Fenced plugin) {
        PluginFile file = plugin.plugin();
        List<String> threads = plugin.alive();
        return new Plugin(file.id(), file.version(), file.name(), State.REMOVED,
                "it has left threads that end with the program only: " + String.join(", ", threads), file.path(),
                plugin.breaker().failures(), plugin.abandoned(), threads.size());
    }
}
