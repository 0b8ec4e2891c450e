package org.reelbench.project.internal.json;

/**
 * A text that is no JSON, or more of it than anybody needs; says where and why.
 */
public final class JsonProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String remedy;

    /** Creates the problem; the message begins in lower case and ends without a full stop, the remedy is a sentence. */
    public JsonProblem(int line, int column, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.line = line;
        this.column = column;
        this.remedy = remedy;
    }

    /** Returns the line, from one; zero if the problem is with the whole. */
    public int line() {
        return line;
    }

    /** Returns the character in the line, from one; zero if the problem is with the whole. */
    public int column() {
        return column;
    }

    /** Returns what a person can do. */
    public String remedy() {
        return remedy;
    }
}
