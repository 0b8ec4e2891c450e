package org.reelbench.ops.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.Plugins;

/** Tells how plug-ins do, as numbers. */
@Component
public final class PluginMeters implements MeterSource {

    private static final String STATES = "reelbench_plugins";
    private static final String STATES_HELP = "Plug-ins, by state.";
    private static final String FAILED = "reelbench_plugin_failures_total";
    private static final String FAILED_HELP = "Calls that failed or did not return in time, since the plug-in was started.";
    private static final String ABANDONED = "reelbench_plugin_abandoned_threads";
    private static final String ABANDONED_HELP = "Threads that nobody waits for any more, or that outlived their plug-in.";

    private static final String HELD = "reelbench_plugin_held_bytes";
    private static final String HELD_HELP = "What the plug-in says in the ledger that it holds.";
    private static final String NATIVE = "reelbench_plugin_native_bytes";
    private static final String NATIVE_HELP = "Native memory that the plug-in holds at least: pictures of the program's.";

    private final Plugins plugins;
    private final MemoryLedger ledger;

    /**
     * Creates the service.
     *
     * @param plugins what there is
     * @param ledger what they say they hold
     */
    @Activate
    public PluginMeters(@Reference Plugins plugins, @Reference MemoryLedger ledger) {
        this.plugins = plugins;
        this.ledger = ledger;
    }

    @Override
    public List<Meter> meters() {
        List<Meter> meters = new ArrayList<>();
        meters.add(Meter.counter("reelbench_plugin_calls_total", "Calls into plug-ins that ended, in whatever way.",
                plugins.calls()));
        List<Plugin> now = plugins.plugins();
        states(now).forEach((state, count) -> meters
                .add(Meter.gauge(STATES, STATES_HELP, count).with("state", state.name().toLowerCase(Locale.ROOT))));
        byId(now, Plugin::failedCalls)
                .forEach((id, count) -> meters.add(Meter.counter(FAILED, FAILED_HELP, count).with("plugin", id)));
        byId(now, plugin -> plugin.abandonedCalls() + plugin.leftThreads())
                .forEach((id, count) -> meters.add(Meter.gauge(ABANDONED, ABANDONED_HELP, count).with("plugin", id)));
        SortedMap<String, Long> lent = new TreeMap<>(plugins.lentBytes());
        for (String id : byId(now, _ -> 0).keySet()) {
            meters.add(Meter.gauge(HELD, HELD_HELP, ledger.heldBytes(id)).with("plugin", id));
            // A graph has no holes, and one that is gone may still have something.
            lent.putIfAbsent(id, 0L);
        }
        lent.forEach((id, bytes) -> meters.add(Meter.gauge(NATIVE, NATIVE_HELP, bytes).with("plugin", id)));
        return meters;
    }

    /** One that was removed and installed again is listed twice while its threads end. */
    private static SortedMap<String, Integer> byId(List<Plugin> plugins, ToIntFunction<Plugin> count) {
        return plugins.stream().collect(Collectors.groupingBy(Plugin::id, TreeMap::new, Collectors.summingInt(count)));
    }

    /** Every state, those of no plug-in too, so that a graph has no holes. */
    private static Map<State, Integer> states(List<Plugin> plugins) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0);
        }
        plugins.forEach(plugin -> counts.merge(plugin.state(), 1, Integer::sum));
        return counts;
    }
}
