package org.reelbench.http.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that nobody guesses: 128 random bits, as text that fits into a path. Its text form never goes into a log. */
public final class SessionToken {

    private static final int BYTES = 16;

    private final String text;

    private SessionToken(String text) {
        this.text = text;
    }

    /** Draws a new one. */
    public static SessionToken random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The one that was drawn before. */
    public static SessionToken of(String text) {
        return new SessionToken(text);
    }

    /** Compares in a time that says nothing of how much was right. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret itself, for addresses. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "token";
    }
}
