package org.reelbench.ui.plugins.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.Plugins;

/** Knows each file by the name of the plug-in in it; what begins with {@code bad} is refused. */
final class FakePlugins implements Plugins {

    static final Path FOLDER = Path.of("plug-ins");

    final List<Plugin> there = new ArrayList<>();
    final SortedMap<String, Long> lentBytes = new TreeMap<>();
    boolean safeMode;

    static Plugin plugin(String id, State state, String note) {
        return new Plugin(id, "1.0.0", "A name", state, note, FOLDER.resolve(id + ".jar"), 0, 0, 0);
    }

    @Override
    public Path folder() {
        return FOLDER;
    }

    @Override
    public boolean isSafeMode() {
        return safeMode;
    }

    @Override
    public List<Plugin> plugins() {
        return List.copyOf(there);
    }

    @Override
    public long calls() {
        return 0;
    }

    @Override
    public SortedMap<String, Long> lentBytes() {
        return lentBytes;
    }

    @Override
    public void look() {
        // nothing lies in the folder
    }

    @Override
    public Plugin install(Path file) throws PluginException {
        String id = file.getFileName().toString().replace(".jar", "");
        refuseIfBad(id);
        Plugin plugin = plugin(id, State.RUNNING, "");
        there.add(plugin);
        return plugin;
    }

    @Override
    public Plugin update(Path file) throws PluginException {
        return retry(file.getFileName().toString().replace(".jar", ""));
    }

    @Override
    public Plugin rollBack(String id) throws PluginException {
        return retry(id);
    }

    @Override
    public Plugin retry(String id) throws PluginException {
        refuseIfBad(id);
        return there.stream().filter(plugin -> plugin.id().equals(id)).findFirst()
                .orElseThrow(() -> new PluginException(Reason.UNKNOWN, "there is no plug-in " + id, null));
    }

    @Override
    public void remove(String id) throws PluginException {
        there.remove(retry(id));
    }

    private static void refuseIfBad(String id) throws PluginException {
        if (id.startsWith("bad")) {
            throw new PluginException(Reason.FILE, "this is no plug-in; choose another file", null);
        }
    }
}
