package org.reelbench.ui.plugins.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.Plugins;
import org.reelbench.ui.Megabytes;

/** What the view says of plug-ins. */
final class PluginWords {

    /** The titles of the columns that {@link #row} fills. */
    static final List<String> COLUMNS = List.of("Name", "Version", "State", "Ledger", "Native", "Left Behind", "Reason");

    /** What is said of columns whose titles do not say it all. */
    static final Map<String, String> TIPS = Map.of("Ledger", "Memory that the plug-in says it holds", "Native",
            "Native memory that it holds at least: pictures of the program's", "Left Behind",
            "Threads that nobody waits for any more");

    private PluginWords() {
    }

    static String[] row(Plugin plugin, Held held) {
        return new String[] { plugin.id(), plugin.version(), state(plugin.state()), amount(held.registeredBytes()),
                amount(held.nativeBytes()), leftBehind(plugin), plugin.note() };
    }

    private static String amount(long bytes) {
        return bytes == 0 ? "" : Megabytes.of(bytes);
    }

    private static String state(State state) {
        String name = state.name().toLowerCase(Locale.ROOT);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Threads that nobody waits for any more. */
    private static String leftBehind(Plugin plugin) {
        int threads = plugin.abandonedCalls() + plugin.leftThreads();
        return threads == 0 ? "" : threads == 1 ? "1 thread" : threads + " threads";
    }

    static boolean isProblem(Plugin plugin) {
        return plugin.state() == State.QUARANTINED || plugin.state() == State.REFUSED;
    }

    /** What is said when nothing has been done yet: of the plug-in that is chosen, or of all; without the service why there are none. */
    static String summary(@Nullable Plugins service, @Nullable Plugin chosen) {
        if (service == null) {
            return "Plug-ins are not part of this installation";
        }
        if (chosen != null) {
            String why = chosen.note().isEmpty() ? remedy(chosen.state()) : chosen.note();
            String failures = chosen.failedCalls() == 0 ? "" : " · failed calls: " + chosen.failedCalls();
            return chosen.file() + failures + (why.isEmpty() ? "" : "\n" + why);
        }
        List<Plugin> all = service.plugins();
        if (service.isSafeMode()) {
            return "The program was started without plug-ins; start it without --safe-mode to use them";
        }
        if (all.isEmpty()) {
            return "No plug-ins yet: install a file, or put it into " + service.folder();
        }
        long problems = all.stream().filter(PluginWords::isProblem).count();
        return all.size() + " in " + service.folder() + (problems == 0 ? "" : " · not running for a fault: " + problems);
    }

    private static String remedy(State state) {
        return switch (state) {
        case RESTING -> "It failed several times and is not called for half a minute; update or remove it";
        case WAITING -> "Something it needs is missing; it starts when that comes";
        case QUARANTINED -> "It hung or went on failing; update, retry or remove it";
        case RUNNING, REFUSED, OFF, REMOVED -> "";
        };
    }
}
