package org.reelbench.interchange;

/**
 * Something of a timeline file that the imported sequences do not show as it was meant. Immutable, safe for every thread.
 *
 * @param line the line of the file it stands in, from one; zero if the format has no lines
 * @param where the thing it belongs to, such as {@code track 'V1' clip 'Beach'}; empty for the whole file
 * @param what what it is, such as {@code effect 'Blur'}
 * @param why why it is not carried over, and what stands in its place, without a full stop
 */
public record NotCarriedOver(int line, String where, String what, String why) {

    /** Returns one line for people. */
    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + (where.isEmpty() ? "" : where + ": ") + what + ": " + why;
    }
}
