package org.reelbench.ui.tracks.internal.gesture;

/** What the mouse does with clips. */
public enum Tool {
    /** Selects and moves clips; at their edges, trims. */
    SELECT("select", "Select"),
    /** Trims edges, and all behind moves along. */
    RIPPLE("ripple", "Ripple"),
    /** Moves the cut between two clips. */
    ROLL("roll", "Roll"),
    /** Shows another piece of the source. */
    SLIP("slip", "Slip"),
    /** Moves a clip between its neighbours, which make up for it. */
    SLIDE("slide", "Slide"),
    /** Cuts where it clicks. */
    RAZOR("razor", "Razor"),
    /** Scrolls. */
    HAND("hand", "Hand");

    private final String id;
    private final String label;

    Tool(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /**
     * Returns the last part of the id of the command that takes the tool, and the name of its icon.
     *
     * @return a lower-case word
     */
    public String id() {
        return id;
    }

    /**
     * Returns its name for people.
     *
     * @return one word
     */
    public String label() {
        return label;
    }
}
