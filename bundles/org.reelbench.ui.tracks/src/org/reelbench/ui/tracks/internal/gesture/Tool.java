package org.reelbench.ui.tracks.internal.gesture;

/** What the mouse does with clips. */
public enum Tool {
    /** Selects and moves clips; at their edges, trims. */
    SELECT("select"),
    /** Trims edges, and all behind moves along. */
    RIPPLE("ripple"),
    /** Moves the cut between two clips. */
    ROLL("roll"),
    /** Shows another piece of the source. */
    SLIP("slip"),
    /** Moves a clip between its neighbours, which make up for it. */
    SLIDE("slide"),
    /** Cuts where it clicks. */
    RAZOR("razor"),
    /** Scrolls. */
    HAND("hand");

    private final String id;

    Tool(String id) {
        this.id = id;
    }

    /**
     * Returns the last part of the id of the command that takes the tool.
     *
     * @return a lower-case word
     */
    public String id() {
        return id;
    }
}
