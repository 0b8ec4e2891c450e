package org.reelbench.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Meter;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.Plugins;

class PluginMetersTest {

    private static Plugin plugin(String id, State state, int failed, int abandoned, int left) {
        return new Plugin(id, "1.0.0", id, state, "", Path.of(id + ".jar"), failed, abandoned, left);
    }

    private static TreeMap<String, Double> read(List<Plugin> there) {
        Plugins plugins = (Plugins) Proxy.newProxyInstance(Plugins.class.getClassLoader(), new Class<?>[] { Plugins.class },
                (_, method, _) -> switch (method.getName()) {
                case "plugins" -> there;
                case "calls" -> 7L;
                case "lentBytes" -> new TreeMap<>(Map.of("one", 4096L, "gone", 12L));
                default -> throw new UnsupportedOperationException(method.getName());
                });
        MemoryLedger ledger = (MemoryLedger) Proxy.newProxyInstance(MemoryLedger.class.getClassLoader(),
                new Class<?>[] { MemoryLedger.class }, (_, _, asked) -> asked[0].equals("one") ? 1024L : 0L);
        TreeMap<String, Double> read = new TreeMap<>();
        for (Meter meter : new PluginMeters(plugins, ledger).meters()) {
            assertEquals(null, read.put(Readings.key(meter), meter.value()), "one number for a key");
        }
        return read;
    }

    @Test
    void withoutPluginsEveryStateIsNought() {
        TreeMap<String, Double> read = read(List.of());
        assertEquals(State.values().length + 3, read.size());
        assertEquals(7, read.get("reelbench_plugin_calls_total"));
        assertEquals(0, read.get("reelbench_plugins state=quarantined"));
        assertEquals(12, read.get("reelbench_plugin_native_bytes plugin=gone"), "it has not given all back");
    }

    @Test
    void statesFailuresAndAbandonedThreadsAreCounted() {
        TreeMap<String, Double> read = read(List.of(plugin("one", State.RUNNING, 2, 0, 0),
                plugin("two", State.QUARANTINED, 4, 1, 0), plugin("three", State.QUARANTINED, 0, 0, 0)));
        assertEquals(1, read.get("reelbench_plugins state=running"));
        assertEquals(2, read.get("reelbench_plugins state=quarantined"));
        assertEquals(2, read.get("reelbench_plugin_failures_total plugin=one"));
        assertEquals(1, read.get("reelbench_plugin_abandoned_threads plugin=two"));
        assertEquals(1024, read.get("reelbench_plugin_held_bytes plugin=one"));
        assertEquals(0, read.get("reelbench_plugin_held_bytes plugin=two"), "a graph has no holes");
        assertEquals(4096, read.get("reelbench_plugin_native_bytes plugin=one"));
        assertEquals(0, read.get("reelbench_plugin_native_bytes plugin=two"));
    }

    @Test
    void onePluginThatIsThereAgainWhileItsThreadsEndIsCountedOnce() {
        TreeMap<String, Double> read = read(
                List.of(plugin("one", State.REMOVED, 3, 1, 2), plugin("one", State.RUNNING, 1, 0, 0)));
        assertEquals(4, read.get("reelbench_plugin_failures_total plugin=one"));
        assertEquals(3, read.get("reelbench_plugin_abandoned_threads plugin=one"));
    }
}
