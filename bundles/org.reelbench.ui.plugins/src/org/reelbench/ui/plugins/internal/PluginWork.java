package org.reelbench.ui.plugins.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.Plugins;

/** Does something to plug-ins and says how it went. Waits for their code: never on the UI thread. */
final class PluginWork {

    /** What came of it. */
    record Said(String text, boolean isProblem) {
    }

    private final Plugins plugins;

    PluginWork(Plugins plugins) {
        this.plugins = plugins;
    }

    /** Installs or updates from each of some files; one that is refused does not keep the others out. */
    Said onFiles(PluginAction action, List<Path> files) throws InterruptedException {
        List<String> done = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Path file : files) {
            try {
                Plugin plugin = action == PluginAction.INSTALL ? plugins.install(file) : plugins.update(file);
                done.add(
                        plugin.id() + " " + plugin.version() + " is " + (action == PluginAction.INSTALL ? "installed" : "there"));
            } catch (PluginException e) {
                refused.add(named(file.getFileName().toString(), e));
            }
        }
        boolean isProblem = !refused.isEmpty();
        // What went wrong is read first.
        refused.addAll(done);
        return new Said(String.join("\n", refused), isProblem);
    }

    /** Does something to a plug-in that is there. */
    Said onPlugin(PluginAction action, String id) throws InterruptedException {
        try {
            return new Said(switch (action) {
            case ROLL_BACK -> id + " " + plugins.rollBack(id).version() + " is back";
            case RETRY -> id + " " + plugins.retry(id).version() + " is started";
            case REMOVE -> {
                plugins.remove(id);
                yield id + " is removed; projects keep what they used of it";
            }
            case INSTALL, UPDATE -> throw new IllegalArgumentException(action + " is of files");
            }, false);
        } catch (PluginException e) {
            return new Said(named(id, e), true);
        }
    }

    private static String named(String what, PluginException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains(what) ? message : what + ": " + message;
    }
}
