package org.reelbench.playback;

/**
 * How large pictures are rendered while they play. A picture that stands still is always rendered in full; so are previews that
 * are stored, and films.
 */
public enum PreviewQuality {

    /** As large as the sequence. */
    FULL("full"),

    /** Half as wide and high. */
    HALF("half"),

    /** A quarter as wide and high. */
    QUARTER("quarter"),

    /** As large as they are seen, and smaller while the machine cannot keep up. */
    AUTO("automatic");

    private final String label;

    PreviewQuality(String label) {
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
