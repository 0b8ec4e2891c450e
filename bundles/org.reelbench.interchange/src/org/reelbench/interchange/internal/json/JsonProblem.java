package org.reelbench.interchange.internal.json;

/**
 * A text that is no JSON, or more of it than anybody needs; says where and why.
 */
public final class JsonProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String remedy;

    /** Creates the problem; the message begins in lower case and ends without a full stop, the remedy is a sentence. */
    JsonProblem(int line, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.line = line;
        this.remedy = remedy;
    }

    /** Returns the line, from one; zero if the problem is with the whole. */
    public int line() {
        return line;
    }

    /** Returns what a person can do. */
    public String remedy() {
        return remedy;
    }
}
