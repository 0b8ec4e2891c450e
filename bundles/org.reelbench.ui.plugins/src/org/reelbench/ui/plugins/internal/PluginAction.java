package org.reelbench.ui.plugins.internal;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;

/** What can be done to plug-ins, and to which. */
enum PluginAction {

    /** Takes files. */
    INSTALL("Install…", "Installing a plug-in"),
    /** Takes files; each names the plug-in whose place it takes. */
    UPDATE("Update…", "Updating a plug-in"),
    /** Takes the version before the last update. */
    ROLL_BACK("Roll Back", "Going back to the version before"),
    /** Starts what hung or went on failing. */
    RETRY("Retry", "Starting a plug-in"),
    /** Deletes the file. */
    REMOVE("Remove…", "Removing a plug-in");

    private static final Set<State> NOT_INSTALLED = Set.of(State.REFUSED, State.REMOVED);

    private final String label;
    private final String progress;

    PluginAction(String label, String progress) {
        this.label = label;
        this.progress = progress;
    }

    String label() {
        return label;
    }

    /** What is said while it goes on. */
    String progress() {
        return progress;
    }

    /** Whether it begins with files that people choose. */
    boolean isOfFiles() {
        return this == INSTALL || this == UPDATE;
    }

    /** Whether it can be done when a plug-in is chosen, or none. */
    boolean fits(@Nullable Plugin chosen) {
        if (isOfFiles()) {
            return true;
        }
        if (chosen == null || NOT_INSTALLED.contains(chosen.state())) {
            return false;
        }
        return this != RETRY || chosen.state() == State.QUARANTINED;
    }
}
