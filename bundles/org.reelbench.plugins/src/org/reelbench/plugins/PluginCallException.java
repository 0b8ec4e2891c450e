package org.reelbench.plugins;

/** A plug-in failed, did not return in time, or is not called any more; the message names it. */
public final class PluginCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String plugin;
    private final boolean started;

    /**
     * Creates the exception.
     *
     * @param plugin the plug-in's id
     * @param started whether the call was begun: it may be under way still
     * @param message one line: which plug-in, what it did
     * @param cause what it threw, or null
     */
    public PluginCallException(String plugin, boolean started, String message, Throwable cause) {
        super(message, cause);
        this.plugin = plugin;
        this.started = started;
    }

    /**
     * Returns whose code it was.
     *
     * @return the plug-in's id
     */
    public String plugin() {
        return plugin;
    }

    /**
     * Tells whether the call was begun. If not, whoever called still owns what the call would have closed.
     *
     * @return true if the plug-in's code ran, or runs
     */
    public boolean isStarted() {
        return started;
    }

    /** The message alone: it names everything. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
