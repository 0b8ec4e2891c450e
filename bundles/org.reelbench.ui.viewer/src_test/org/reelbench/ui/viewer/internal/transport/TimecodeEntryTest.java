package org.reelbench.ui.viewer.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;

/** Which frame is meant by what is typed. */
class TimecodeEntryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "0 | 0", "7 | 7", "100 | 25", "1000 | 250", "10000 | 1500", "1000000 | 90000",
            "12345678 | 1132478", "1:00 | 25", "1:0:0 | 1500", "1.. | 1500", "00:00:10:00 | 250", "0:90:0 | 2250", "30 | 30",
            "250f | 250", "+1 | 501", "+1:00 | 525", "-100 | 475", "-2:00:00 | 0", "  10 00 | 250", "+12f | 512" })
    void atTwentyFiveFramesASecond(String typed, long frame) {
        assertEquals(frame, TimecodeEntry.frame(typed, 500, FrameRate.of(25, 1)));
    }

    @Test
    void everyTimecodeThatIsShownMeansItsFrame() {
        for (String rate : new String[] { "24000/1001", "25", "30000/1001", "50", "60000/1001", "120" }) {
            FrameRate frames = FrameRate.parse(rate);
            for (long frame = 0; frame < 300_000; frame += 37) {
                String shown = Timecode.of(frame, frames).toString();
                assertEquals(frame, TimecodeEntry.frame(shown, 3, frames), shown);
                assertEquals(frame, TimecodeEntry.frame(shown.replaceAll("[:;]", ""), 3, frames), shown);
            }
        }
    }

    @Test
    void aLabelThatDropFrameLeavesOutMeansTheNextOne() {
        FrameRate rate = FrameRate.of(30_000, 1001);
        assertEquals(1800, TimecodeEntry.frame("1:00:00", 0, rate));
        assertEquals(1800, TimecodeEntry.frame("1:00:02", 0, rate));
        assertEquals(1799, TimecodeEntry.frame("59:29", 0, rate));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "+", "-", "1:2:3:4:5", "1f2", "--3", "9999999999999" })
    void whatMeansNoPlaceIsRefused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> TimecodeEntry.frame(typed, 500, FrameRate.of(25, 1)));
    }
}
