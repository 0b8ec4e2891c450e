package org.reelbench.http.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class SessionTokenTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void has128BitsAndFitsIntoAPath() {
        String text = SessionToken.random(RANDOM).text();
        assertEquals(16, Base64.getUrlDecoder().decode(text).length);
        assertTrue(text.matches("[A-Za-z0-9_-]{22}"), text);
    }

    @Test
    void matchesItselfAlone() {
        SessionToken token = SessionToken.random(RANDOM);
        assertTrue(token.matches(token.text()));
        assertFalse(token.matches(""));
        assertFalse(token.matches(token.text().substring(1)));
        assertFalse(token.matches(token.text() + "A"));
        assertFalse(token.matches(SessionToken.random(RANDOM).text()));
    }

    @Test
    void neverRepeats() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertTrue(seen.add(SessionToken.random(RANDOM).text()));
        }
    }

    @Test
    void keepsItselfOutOfLogs() {
        SessionToken token = SessionToken.random(RANDOM);
        assertFalse(token.toString().contains(token.text()));
    }
}
