package org.reelbench.http.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names a server on port 8123 answers to. */
class HostPolicyTest {

    private static final HostPolicy POLICY = new HostPolicy(List.of("studio.example", "2001:db8::1"), 8123);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1:8123           | true
            localhost:8123           | true
            LOCALHOST:8123           | true
            [::1]:8123               | true
            studio.example:8123      | true
            [2001:db8::1]:8123       | true
            127.0.0.1                | false
            127.0.0.1:80             | false
            127.0.0.1:8124           | false
            evil.example:8123        | false
            localhost.evil.example:8123 | false
            localhost.:8123          | false
            127.0.0.1.evil.example:8123 | false
            127.0.0.1:8123@evil.example | false
            evil.example#localhost:8123 | false
            127.0.0.1:08123          | false
            127.1:8123               | false
            0.0.0.0:8123             | false
            ::1:8123                 | false
            ''                       | false
            :8123                    | false
            """)
    void answersTo(String authority, boolean expected) {
        assertEquals(expected, POLICY.accepts(authority));
    }

    @Test
    void answersToNobodyWithoutAName() {
        assertFalse(POLICY.accepts(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1:8123     | true
            http://localhost:8123     | true
            http://localhost:3000     | true
            HTTP://LOCALHOST:3000     | true
            https://localhost:3000    | false
            http://localhost:3001     | false
            http://localhost          | false
            http://localhost:3000/    | false
            http://localhost:3000.evil.example | false
            http://evil.example       | false
            null                      | false
            *                         | false
            """)
    void letsPagesRead(String origin, boolean expected) {
        OriginPolicy origins = new OriginPolicy(POLICY, List.of("http://localhost:3000", "*", "null", "http://*.example"));
        assertEquals(expected, origins.accepts(origin));
    }
}
