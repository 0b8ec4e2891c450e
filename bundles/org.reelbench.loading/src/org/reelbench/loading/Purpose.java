package org.reelbench.loading;

/** What media are loaded for. */
public enum Purpose {

    /** Somebody looks and jumps about: what is demanded stays open between two pictures. */
    VIEW("view"),

    /** A piece of a preview is encoded: what is given back is closed. */
    SEGMENT("preview"),

    /** A film is written: what is given back is closed. */
    EXPORT("export"),

    /** A small picture or an outline is made: what is given back is closed. */
    THUMBNAIL("thumbnails");

    private final String label;

    Purpose(String label) {
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
