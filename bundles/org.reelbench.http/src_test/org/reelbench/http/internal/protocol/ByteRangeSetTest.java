package org.reelbench.http.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form a {@code Range} field can take, by the section of RFC 9110 that decides it. */
class ByteRangeSetTest {

    @ParameterizedTest(name = "§{0}: {1} of {2} bytes is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            14.1.2 | bytes=0-499                  | 10000 | 0-499
            14.1.2 | bytes=500-999                | 10000 | 500-999
            14.1.2 | bytes=-500                   | 10000 | 9500-9999
            14.1.2 | bytes=9500-                  | 10000 | 9500-9999
            14.1.2 | bytes=0-0,-1                 | 10000 | 0-0 9999-9999
            14.1.2 | bytes= 0-999, 4500-5499,-1000 | 10000 | 0-999 4500-5499 9000-9999
            14.1.2 | bytes=500-600,601-999        | 10000 | 500-999
            14.1.2 | bytes=500-700,601-999        | 10000 | 500-999
            14.1.2 | bytes=0-                     | 1     | 0-0
            14.1.2 | bytes=0-99999                | 100   | 0-99
            14.1.2 | bytes=99-99                  | 100   | 99-99
            14.1.2 | bytes=100-                   | 100   | nothing
            14.1.2 | bytes=100-200                | 100   | nothing
            14.1.2 | bytes=-101                   | 100   | 0-99
            14.1.2 | bytes=-0                     | 100   | nothing
            14.1.2 | bytes=-0,100-                | 100   | nothing
            14.1.2 | bytes=100-,5-6               | 100   | 5-6
            14.1.2 | bytes=0-0                    | 0     | nothing
            14.1.2 | bytes=0-                     | 0     | nothing
            14.1.2 | bytes=-5                     | 0     | whole
            14.1.2 | bytes=-0                     | 0     | nothing
            14.1.1 | bytes=9-5                    | 100   | whole
            14.1.1 | bytes=5-6,9-5                | 100   | whole
            14.1.1 | bytes=                       | 100   | whole
            14.1.1 | bytes=-                      | 100   | whole
            14.1.1 | bytes=,                      | 100   | whole
            14.1.1 | bytes=5                      | 100   | whole
            14.1.1 | bytes=a-b                    | 100   | whole
            14.1.1 | bytes=0x1-5                  | 100   | whole
            14.1.1 | bytes=+1-5                   | 100   | whole
            14.1.1 | bytes=1--5                   | 100   | whole
            14.1.1 | bytes=--5                    | 100   | whole
            14.1.1 | bytes=1 -5                   | 100   | whole
            14.1.1 | bytes =1-5                   | 100   | whole
            14.1.1 | bytes:1-5                    | 100   | whole
            14.1   | BYTES=1-5                    | 100   | 1-5
            14.1   | seconds=1-5                  | 100   | whole
            14.1   | none                         | 100   | whole
            5.6.1  | 'bytes=1-5,,7-8,'            | 100   | 1-5 7-8
            5.6.1  | 'bytes= , 1-5 ,	7-8'         | 100   | 1-5 7-8
            14.1.1 | bytes=00000000000000000000000000001-0000000002 | 100 | 1-2
            14.1.2 | bytes=5-99999999999999999999999999 | 100 | 5-99
            14.1.2 | bytes=99999999999999999999999999-  | 100 | nothing
            14.1.2 | bytes=99999999999999999999999999-99999999999999999999999999 | 9223372036854775807 | nothing
            14.1.2 | bytes=-99999999999999999999999999  | 100 | 0-99
            14.1.2 | bytes=9223372036854775806-9223372036854775807 | 9223372036854775807 | 9223372036854775806-9223372036854775806
            14.1.2 | bytes=9223372036854775807-   | 9223372036854775807 | nothing
            14.1.2 | bytes=4294967295-4294967296  | 5000000000 | 4294967295-4294967296
            15.3.7.2 | bytes=50-60,0-10           | 100   | 50-60 0-10
            15.3.7.2 | bytes=50-60,0-10,55-70     | 100   | 50-70 0-10
            15.3.7.2 | bytes=0-,0-,0-,0-          | 100   | 0-99
            15.3.7.2 | bytes=0-9,90-99,5-95       | 100   | 0-99
            """)
    void asks(String section, String field, long lengthBytes, String expected) {
        assertEquals(expected, described(ByteRangeSet.of(List.of(field), lengthBytes)));
    }

    private static String described(ByteRangeSet set) {
        if (set.isWhole()) {
            return "whole";
        }
        return set.isUnsatisfiable()
                ? "nothing"
                : set.ranges().stream().map(range -> range.firstByte() + "-" + range.lastByte())
                        .collect(Collectors.joining(" "));
    }

    @Test
    void absentOrRepeatedFieldAsksForTheWhole() {
        assertTrue(ByteRangeSet.of(List.of(), 100).isWhole());
        assertTrue(ByteRangeSet.of(List.of("bytes=0-1", "bytes=3-4"), 100).isWhole());
    }

    @Test
    void thirtyTwoRangesAreHonouredAndNoMore() {
        assertEquals(ByteRangeSet.MAX_RANGES, ByteRangeSet.of(List.of(separate(32)), 10_000).ranges().size());
        assertTrue(ByteRangeSet.of(List.of(separate(33)), 10_000).isWhole());
    }

    private static String separate(int count) {
        return IntStream.range(0, count).mapToObj(i -> i * 10 + "-" + (i * 10 + 1))
                .collect(Collectors.joining(",", "bytes=", ""));
    }

    @Test
    void thousandOverlappingRangesCostNoMoreThanOne() {
        String field = IntStream.range(0, 1000).mapToObj(i -> "0-" + (9_000 + i)).collect(Collectors.joining(",", "bytes=", ""));
        assertEquals(List.of(new ByteRange(0, 9_999)), ByteRangeSet.of(List.of(field), 10_000).ranges());
    }
}
