package org.reelbench.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a segment is made of: a canonical text of everything that can change a sample of it. Where the segment lies in the
 * sequence is not part of it. Recipes of the same text are equal.
 * <p>
 * Immutable, safe for every thread.
 */
public final class Recipe {

    private final String id;
    private final Supplier<String> text;

    private Recipe(String id, Supplier<String> text) {
        this.id = id;
        this.text = text;
    }

    /**
     * Creates a recipe that does not keep its text, which may be long, but writes it when it is asked for.
     *
     * @param text writes the canonical text, the same one each time
     * @return the recipe
     */
    static Recipe of(Supplier<String> text) {
        return new Recipe(hash(text.get()), text);
    }

    /**
     * Returns the recipe's identity.
     *
     * @return 40 hexadecimal digits of the text's SHA-256 hash
     */
    public String id() {
        return id;
    }

    /**
     * Writes the canonical text.
     *
     * @return the text, readable, in lines
     */
    public String text() {
        return text.get();
    }

    /** Tells whether the other object is a recipe of the same id. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipe recipe && id.equals(recipe.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
