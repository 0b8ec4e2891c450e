package org.reelbench.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimecodeTest {

    private static final FrameRate R25 = FrameRate.of(25, 1);
    private static final FrameRate R29_97 = FrameRate.of(30_000, 1001);
    private static final FrameRate R59_94 = FrameRate.of(60_000, 1001);

    @ParameterizedTest
    @CsvSource({ "25, 0, 00:00:00:00", "25, 24, 00:00:00:24", "25, 25, 00:00:01:00", "25, 90000, 01:00:00:00",
            "24000/1001, 24, 00:00:01:00", "24000/1001, 86400, 01:00:00:00", "30000/1001, 108000, 01:00:00:00",
            "60000/1001, 1799, 00:00:29:59", "25, 9000000, 100:00:00:00", "120, 119, 00:00:00:119", "120, 7, 00:00:00:007" })
    void nonDropCountsEveryLabel(String rate, long frame, String text) {
        Timecode timecode = new Timecode(frame, FrameRate.parse(rate), false);
        assertEquals(text, timecode.toString());
        assertEquals(timecode, Timecode.parse(text, FrameRate.parse(rate)));
    }

    @ParameterizedTest
    @CsvSource({ "30000/1001, 0, 00:00:00;00", "30000/1001, 1799, 00:00:59;29", "30000/1001, 1800, 00:01:00;02",
            "30000/1001, 17981, 00:09:59;29", "30000/1001, 17982, 00:10:00;00", "30000/1001, 19781, 00:10:59;29",
            "30000/1001, 19782, 00:11:00;02", "30000/1001, 107892, 01:00:00;00", "30000/1001, 2589408, 24:00:00;00",
            "60000/1001, 3599, 00:00:59;59", "60000/1001, 3600, 00:01:00;04", "60000/1001, 35964, 00:10:00;00",
            "60000/1001, 215784, 01:00:00;00" })
    void dropFrameLeavesOutTheFirstLabelsOfEveryMinuteButTheTenth(String rate, long frame, String text) {
        Timecode timecode = Timecode.of(frame, FrameRate.parse(rate));
        assertTrue(timecode.dropFrame());
        assertEquals(text, timecode.toString());
        assertEquals(timecode, Timecode.parse(text, FrameRate.parse(rate)));
    }

    @Test
    void everyDropFrameLabelOfTwentyMinutesFollowsFromTheOneBefore() {
        for (FrameRate rate : new FrameRate[] { R29_97, R59_94 }) {
            long nominal = rate.framesPerSecond().ceil();
            long label = -1;
            for (long frame = 0; frame < nominal * 60 * 20; frame++) {
                label++;
                if (label % (nominal * 60) == 0 && label / (nominal * 60) % 10 != 0) {
                    label += nominal / 15;
                }
                String expected = "%02d:%02d:%02d;%02d".formatted(label / nominal / 3600, label / nominal / 60 % 60,
                        label / nominal % 60, label % nominal);
                assertEquals(expected, Timecode.of(frame, rate).toString());
                assertEquals(frame, Timecode.parse(expected, rate).frame());
            }
        }
    }

    @Test
    void dropFrameKeepsUpWithTheClock() {
        for (FrameRate rate : new FrameRate[] { R29_97, R59_94 }) {
            long oneHour = Timecode.parse("01:00:00;00", rate).frame();
            RationalTime late = RationalTime.ofSeconds(3600).minus(rate.timeOf(oneHour));
            assertTrue(late.signum() > 0 && late.isBefore(RationalTime.of(4, 1000)), late::toString);
        }
    }

    @Test
    void frameNumbersOfADayComeBack() {
        for (FrameRate rate : new FrameRate[] { FrameRate.of(24_000, 1001), R25, R29_97, R59_94 }) {
            for (long frame = 0; frame < rate.frameAt(RationalTime.ofSeconds(86_400)); frame += 7919) {
                assertEquals(frame, Timecode.parse(Timecode.of(frame, rate).toString(), rate).frame());
            }
        }
        for (long frame : new long[] { Timecode.MAX_FRAME, Timecode.MAX_FRAME - 1 }) {
            assertEquals(frame, Timecode.parse(Timecode.of(frame, R29_97).toString(), R29_97).frame());
            assertEquals(frame, Timecode.parse(Timecode.of(frame, FrameRate.of(1, 1)).toString(), FrameRate.of(1, 1)).frame());
        }
    }

    @Test
    void theUsualCountingIsDropFrameOnlyWhereItExists() {
        assertTrue(Timecode.of(0, R59_94).dropFrame());
        assertFalse(Timecode.of(0, R25).dropFrame());
        assertFalse(Timecode.of(0, FrameRate.of(30, 1)).dropFrame());
        assertFalse(Timecode.of(0, FrameRate.of(24_000, 1001)).dropFrame());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "25 | -00:00:01:00 | a timecode is not negative",
            "25 | 00:00:01 | is not a timecode such as 01:02:03:04",
            "25 | 1:00:00:00 | is not a timecode such as",
            "25 | 00:00:00:00x | is not a timecode such as",
            "25 | 00:00:00.00 | is not a timecode such as",
            "25 | '' | is not a timecode such as",
            "25 | 00:60:00:00 | has 60 minutes; they count from 0 to 59",
            "25 | 00:00:60:00 | has 60 seconds; they count from 0 to 59",
            "25 | 00:00:00:25 | has 25 frames; they count from 0 to 24 here",
            "25 | 00:00:00;00 | drop-frame counting for 30000/1001 and 60000/1001 only, not for 25",
            "30 | 00:00:00;00 | drop-frame counting for 30000/1001 and 60000/1001 only, not for 30",
            "30000/1001 | 00:01:00;00 | leaves out the first 2 labels",
            "30000/1001 | 00:59:00;01 | leaves out the first 2 labels",
            "60000/1001 | 00:01:00;03 | leaves out the first 4 labels",
            "25 | 9999999999999:00:00:00 | too far from zero" })
    void saysWhatIsWrongWithAText(String rate, String text, String reason) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> Timecode.parse(text, FrameRate.parse(rate)));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void nonDropKnowsTheLabelsThatDropFrameLeavesOut() {
        assertEquals(1800, Timecode.parse("00:01:00:00", R29_97).frame());
        assertEquals(17_982, Timecode.parse("00:10:00;00", R29_97).frame());
    }

    @Test
    void refusesWhatNoTimecodeCanBe() {
        assertThrows(IllegalArgumentException.class, () -> Timecode.of(-1, R25));
        assertThrows(IllegalArgumentException.class, () -> Timecode.of(Timecode.MAX_FRAME + 1, R25));
        assertThrows(IllegalArgumentException.class, () -> new Timecode(0, R25, true));
    }
}
