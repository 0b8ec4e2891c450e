package org.reelbench.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a segment is made of: a canonical text of everything that can change a sample of it. Where the segment lies in the
 * sequence is not part of it.
 *
 * @param text the canonical text, readable
 */
public record Recipe(String text) {

    /**
     * Returns the recipe's identity.
     *
     * @return 40 hexadecimal digits of the text's SHA-256 hash
     */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
