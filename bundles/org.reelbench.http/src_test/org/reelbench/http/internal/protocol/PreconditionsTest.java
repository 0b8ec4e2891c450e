package org.reelbench.http.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional requests, by the section of RFC 9110 that decides them. The medium is {@code "v1"}, changed on the 6th at noon. */
class PreconditionsTest {

    private static final Instant MODIFIED = Instant.parse("2025-11-06T12:00:00.750Z");
    private static final Instant NOW = Instant.parse("2025-11-20T00:00:00Z");
    private static final Validators CURRENT = new Validators(EntityTag.strong("v1"), MODIFIED);

    @ParameterizedTest(name = "§{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            13.2.2 | | PROCEED
            13.1.1 | If-Match: "v1"                         | PROCEED
            13.1.1 | If-Match: "v2"                         | FAILED
            13.1.1 | If-Match: "v2", "v1"                   | PROCEED
            13.1.1 | If-Match: W/"v1"                       | FAILED
            13.1.1 | If-Match: *                            | PROCEED
            13.1.1 | If-Match: v1                           | FAILED
            13.1.2 | If-None-Match: "v1"                    | NOT_MODIFIED
            13.1.2 | If-None-Match: W/"v1"                  | NOT_MODIFIED
            13.1.2 | If-None-Match: "v2"                    | PROCEED
            13.1.2 | If-None-Match: "v0", "v1"              | NOT_MODIFIED
            13.1.2 | If-None-Match: "v0,v1"                 | PROCEED
            13.1.2 | If-None-Match: *                       | NOT_MODIFIED
            13.1.2 | If-None-Match: v1                      | PROCEED
            13.1.3 | If-Modified-Since: Thu, 06 Nov 2025 12:00:00 GMT | NOT_MODIFIED
            13.1.3 | If-Modified-Since: Thu, 06 Nov 2025 11:59:59 GMT | PROCEED
            13.1.3 | If-Modified-Since: Thu, 06 Nov 2025 12:00:01 GMT | NOT_MODIFIED
            13.1.3 | If-Modified-Since: yesterday                     | PROCEED
            13.1.3 | If-Modified-Since: Fri, 06 Nov 2025 12:00:00 GMT | PROCEED
            13.1.4 | If-Unmodified-Since: Thu, 06 Nov 2025 12:00:00 GMT | PROCEED
            13.1.4 | If-Unmodified-Since: Thu, 06 Nov 2025 11:59:59 GMT | FAILED
            13.1.4 | If-Unmodified-Since: whenever                      | PROCEED
            5.6.7  | If-Modified-Since: Thursday, 06-Nov-25 12:00:00 GMT | NOT_MODIFIED
            5.6.7  | If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT   | PROCEED
            5.6.7  | If-Modified-Since: Thu Nov  6 12:00:00 2025         | NOT_MODIFIED
            13.2.2 | If-Match: "v1" & If-Unmodified-Since: Thu, 06 Nov 2025 11:00:00 GMT    | PROCEED
            13.2.2 | If-Match: "v2" & If-None-Match: "v1"                                   | FAILED
            13.2.2 | If-Unmodified-Since: Thu, 06 Nov 2025 11:00:00 GMT & If-None-Match: "v1" | FAILED
            13.2.2 | If-None-Match: "v2" & If-Modified-Since: Thu, 06 Nov 2025 12:00:00 GMT | PROCEED
            13.2.2 | If-None-Match: "v1" & If-Modified-Since: Thu, 06 Nov 2025 11:00:00 GMT | NOT_MODIFIED
            13.2.2 | If-Match: "v1" & If-None-Match: "v1"                                   | NOT_MODIFIED
            """)
    void decides(String section, String fields, Preconditions.Outcome expected) {
        assertEquals(expected, conditions(fields == null ? "" : fields, CURRENT).outcome());
    }

    @ParameterizedTest(name = "§{0}: If-Range {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            13.1.5 | "v1"                          | true
            13.1.5 | "v2"                          | false
            13.1.5 | W/"v1"                        | false
            13.1.5 | v1                            | false
            13.1.5 | "v1", "v2"                    | false
            13.1.5 | Thu, 06 Nov 2025 12:00:00 GMT | true
            13.1.5 | Thu, 06 Nov 2025 12:00:01 GMT | false
            13.1.5 | Thu, 06 Nov 2025 11:59:59 GMT | false
            13.1.5 | Thursday, 06-Nov-25 12:00:00 GMT | true
            13.1.5 | *                             | false
            """)
    void honoursRanges(String section, String value, boolean expected) {
        assertEquals(expected, conditions("If-Range: " + value, CURRENT).honoursRange());
    }

    @Test
    void weakTagOfTheMediumNeverHonoursARange() {
        Validators weak = new Validators(new EntityTag("v1", true), null);
        assertEquals(false, conditions("If-Range: W/\"v1\"", weak).honoursRange());
    }

    @Test
    void mediumWithoutDateIgnoresDates() {
        Validators undated = new Validators(EntityTag.strong("v1"), null);
        assertEquals(Preconditions.Outcome.PROCEED,
                conditions("If-Modified-Since: Thu, 06 Nov 2025 12:00:00 GMT", undated).outcome());
        assertEquals(Preconditions.Outcome.PROCEED,
                conditions("If-Unmodified-Since: Thu, 06 Nov 2025 11:00:00 GMT", undated).outcome());
        assertEquals(false, conditions("If-Range: Thu, 06 Nov 2025 12:00:00 GMT", undated).honoursRange());
    }

    private static Preconditions conditions(String fields, Validators current) {
        Map<String, List<String>> byName = new TreeMap<>();
        for (String field : fields.split(" & ")) {
            int colon = field.indexOf(": ");
            if (colon > 0) {
                byName.put(field.substring(0, colon).strip(), List.of(field.substring(colon + 2).strip()));
            }
        }
        return new Preconditions(name -> byName.getOrDefault(name, List.of()), current, NOW);
    }
}
