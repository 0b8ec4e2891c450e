package org.reelbench.remote.internal;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which bytes an address stood for when it was asked: a strong entity tag, or else the time of the last change, and the size.
 *
 * @param tag the entity tag, empty if there is none that is strong
 * @param modified the time of the last change as the server writes it, where there is no such tag
 * @param sizeBytes the size
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8">RFC 9110, 8.8</a>
 */
record Version(String tag, String modified, long sizeBytes) {

    private static final int KEY_BYTES = 16;

    /** Reads the version; empty if the server names none that could be relied on. */
    static Optional<Version> of(HttpHeaders fields, long sizeBytes) {
        String tag = fields.firstValue("ETag").map(String::strip).filter(text -> text.startsWith("\"")).orElse("");
        String modified = tag.isEmpty() ? fields.firstValue("Last-Modified").map(String::strip).orElse("") : "";
        return tag.isEmpty() && modified.isEmpty() ? Optional.empty() : Optional.of(new Version(tag, modified, sizeBytes));
    }

    /** What a request carries so that other bytes are not sent as a range of these. */
    Optional<String> ifRange() {
        return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
    }

    /** Names the bytes behind an address: 32 hexadecimal digits. */
    String key(URI address) {
        String text = String.join("\n", address.toString(), tag, modified, Long.toString(sizeBytes));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
