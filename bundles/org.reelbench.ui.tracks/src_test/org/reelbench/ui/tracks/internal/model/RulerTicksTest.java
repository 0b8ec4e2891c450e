package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.time.FrameRate;
import org.reelbench.ui.tracks.internal.model.RulerTicks.Tick;

/** The ruler's marks and numbers. */
class RulerTicksTest {

    private static List<String> labels(double pxPerFrame, double leftFrame, FrameRate rate) {
        return RulerTicks.of(new TimeScale(pxPerFrame, leftFrame), rate, 0, 600).stream().map(Tick::label)
                .filter(label -> !label.isEmpty()).toList();
    }

    @Test
    void numbersStandAtSecondsWhenTheyFit() {
        assertEquals(List.of("00:00:00:00", "00:00:01:00", "00:00:02:00", "00:00:03:00", "00:00:04:00"),
                labels(4.5, 0, FrameRate.of(30, 1)));
    }

    @Test
    void closeUpNumbersStandAtEvenPartsOfASecond() {
        assertEquals(List.of("00:00:01:18", "00:00:01:21", "00:00:02:00", "00:00:02:03", "00:00:02:06", "00:00:02:09"),
                labels(40, 48 - 4, FrameRate.of(24, 1)).subList(0, 6));
    }

    @Test
    void farAwayNumbersStandAtMinutesAndHours() {
        assertEquals(List.of("00:00:00:00", "00:10:00:00", "00:20:00:00"), labels(0.007, 0, FrameRate.of(30, 1)).subList(0, 3));
        List<String> hours = labels(0.0001, 0, FrameRate.of(25, 1));
        assertTrue(hours.stream().allMatch(label -> label.endsWith(":00:00:00")), hours.toString());
    }

    @Test
    void dropFrameCountingIsShown() {
        List<String> labels = labels(0.2, 1800, FrameRate.of(30_000, 1001));
        assertEquals("00:01:00;02", labels.stream().filter(label -> label.startsWith("00:01")).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = { "24", "24000/1001", "25", "30", "30000/1001", "50", "60", "120", "7" })
    void marksAreApartAndNumbersHaveRoomAtEveryZoom(String rate) {
        for (double pxPerFrame = TimeScale.MIN_PX_PER_FRAME; pxPerFrame < TimeScale.MAX_PX_PER_FRAME; pxPerFrame *= 1.37) {
            List<Tick> ticks = RulerTicks.of(new TimeScale(pxPerFrame, 12_345), FrameRate.parse(rate), 0, 1500);
            int lastLabel = -10_000;
            for (int i = 0; i < ticks.size(); i++) {
                Tick tick = ticks.get(i);
                assertTrue(i == 0 || tick.xPx() - ticks.get(i - 1).xPx() >= 8, "marks at " + pxPerFrame);
                if (!tick.label().isEmpty()) {
                    assertTrue(tick.xPx() - lastLabel >= 100, "numbers at " + pxPerFrame);
                    lastLabel = tick.xPx();
                }
            }
            assertTrue(ticks.size() < 400, ticks.size() + " marks at " + pxPerFrame);
            assertTrue(lastLabel > 0, "there is a number at " + pxPerFrame);
        }
    }
}
