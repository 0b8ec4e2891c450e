package org.reelbench.ui.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.encoding.ExportEstimate;

class AboutTest {

    @ParameterizedTest
    @CsvSource({ "0, 1 kB", "999, 1 kB", "1500, 2 kB", "999000, 999 kB", "1000000, 1.0 MB", "9940000, 9.9 MB",
            "12345678, 12 MB", "1234567890, 1.2 GB", "5000000000000, 5.0 TB", "5000000000000000, 5000 TB" })
    void sizesAreSaidInTheUnitThatFits(long bytes, String said) {
        assertEquals(said, About.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({ "0, 1 s", "1, 1 s", "1001, 2 s", "59000, 59 s", "60000, 1 min", "89000, 1 min", "91000, 2 min",
            "3540000, 59 min", "3599000, 1 h", "3600000, 1 h", "5400000, 1 h 30 min" })
    void timesAreSaidNoMoreExactlyThanTheyAreKnown(long ms, String said) {
        assertEquals(said, About.time(ms));
    }

    @Test
    void anEstimateSaysThatItIsOne() {
        assertEquals("About 12 MB, made in about 40 s", EstimateText.text(new ExportEstimate(12_300_000, 39_500, false)));
    }
}
