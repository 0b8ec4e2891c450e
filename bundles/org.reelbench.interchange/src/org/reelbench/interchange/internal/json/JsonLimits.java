package org.reelbench.interchange.internal.json;

/**
 * How much JSON is read before a text is refused.
 *
 * @param maxFileBytes bytes of the whole file
 * @param maxDepth objects and lists inside each other
 * @param maxTextChars characters of one text, name or number
 * @param maxTreeBytes heap the tree may take, estimated generously
 */
public record JsonLimits(long maxFileBytes, int maxDepth, int maxTextChars, long maxTreeBytes) {

    /** Returns the limits for files from anywhere; the depth leaves every recursion over the tree far from the stack's end. */
    public static JsonLimits forFiles() {
        return new JsonLimits(512L << 20, 256, 1 << 20, Runtime.getRuntime().maxMemory() / 4);
    }
}
