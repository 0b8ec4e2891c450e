package org.reelbench.store;

import java.util.regex.Pattern;

/**
 * The name of a chunk: for bytes that never change, so for example the hash of what they are made of.
 * <p>
 * Immutable, safe for every thread. Ids are ordered as texts.
 *
 * @param value 1 to 128 lower-case letters, digits, {@code -} and {@code _}, beginning with a letter or digit
 */
public record ChunkId(String value) implements Comparable<ChunkId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,127}");

    /**
     * Creates an id.
     *
     * @throws IllegalArgumentException if the text is no id
     */
    public ChunkId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no chunk id: it takes 1 to 128 lower-case letters, digits,"
                    + " '-' and '_', beginning with a letter or digit");
        }
    }

    @Override
    public int compareTo(ChunkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
