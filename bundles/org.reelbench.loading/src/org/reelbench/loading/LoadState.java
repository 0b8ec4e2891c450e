package org.reelbench.loading;

/** How far a track is loaded. */
public enum LoadState {

    /** Nothing of it is open: it is hidden, or nobody has asked for it. */
    UNLOADED("not loaded"),

    /** What it shows at the playhead is being opened. */
    LOADING("loading"),

    /** What it shows at the playhead can be read at once; so can nothing, where it shows nothing. */
    READY("ready"),

    /** Something that it shows at the playhead cannot be read. */
    FAILED("failed");

    private final String label;

    LoadState(String label) {
        this.label = label;
    }

    /**
     * Returns the name for people.
     *
     * @return in lower case
     */
    public String label() {
        return label;
    }
}
