package org.reelbench.project;

/**
 * What a parameter of an edit can be.
 */
public enum ParameterType {
    /** The id of something in the project: a {@code String}. */
    ID("an id"),
    /** A {@code String}. */
    TEXT("a text"),
    /** A {@code Long}. */
    WHOLE("a whole number"),
    /** A {@code Double} or {@code Long}. */
    NUMBER("a number"),
    /**
     * A number or length of frames of the sequence: a {@code Long}, or a text as {@link org.reelbench.time.FrameRate#parseFrame}
     * reads it, such as {@code "2s"} for the nearest frame or {@code "00:00:02:00"}.
     */
    FRAMES("a whole number of frames, or a time such as \"2s\" or \"00:00:02:00\""),
    /**
     * A time in a source: a {@code String} such as {@code "1001/30000s"}, or a {@code Long}, which counts frames of the
     * sequence.
     */
    TIME("a time such as \"2s\" or \"1001/30000s\", or a whole number of frames"),
    /** A speed: a {@code String} such as {@code "-1/2"}, or a {@code Long}. */
    SPEED("a speed such as \"2\" or \"-1/2\""),
    /** A {@code Boolean}. */
    FLAG("true or false"),
    /** A {@code List}. */
    LIST("a list"),
    /** A {@code SortedMap}. */
    MAP("an object");

    private final String shown;

    ParameterType(String shown) {
        this.shown = shown;
    }

    /**
     * Returns how a message names the type.
     *
     * @return a few words, such as {@code a whole number}
     */
    public String shown() {
        return shown;
    }
}
