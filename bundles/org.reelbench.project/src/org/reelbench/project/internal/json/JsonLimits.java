package org.reelbench.project.internal.json;

/**
 * How much JSON is read before a text is refused.
 *
 * @param maxDocumentChars characters of the whole text
 * @param maxDepth objects and lists inside each other
 * @param maxTextChars characters of one text, name or number
 * @param maxTreeBytes heap the tree may take, estimated generously
 */
public record JsonLimits(long maxDocumentChars, int maxDepth, int maxTextChars, long maxTreeBytes) {

    /** Nesting that no honest project reaches; leaves every recursion over the tree far from the stack's end. */
    public static final int MAX_DEPTH = 64;

    /** One text, name or number. */
    public static final int MAX_TEXT_CHARS = 1 << 20;

    /** A whole project file. */
    public static final long MAX_FILE_BYTES = 512L << 20;

    /** Returns the limits for project files: a quarter of the heap for the tree leaves room for what is built from it. */
    public static JsonLimits forProjects() {
        return new JsonLimits(MAX_FILE_BYTES, MAX_DEPTH, MAX_TEXT_CHARS, Runtime.getRuntime().maxMemory() / 4);
    }
}
