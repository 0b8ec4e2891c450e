package org.reelbench.ui;

import org.reelbench.project.EditCommands;

/**
 * What happens to what lies where new clips are put.
 * <p>
 * For every thread.
 */
public enum Landing {

    /** Nothing: where something lies, the new clip is refused. */
    FREE(EditCommands.PLACE),
    /** It moves away, and what is behind it, on the same track. */
    INSERT(EditCommands.INSERT),
    /** It is cut away. */
    OVERWRITE(EditCommands.OVERWRITE);

    private final String command;

    Landing(String command) {
        this.command = command;
    }

    /**
     * Returns the edit that does it.
     *
     * @return one of {@link EditCommands}
     */
    public String command() {
        return command;
    }
}
