package org.reelbench.ui.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.ui.capture.internal.RateHistory.Second;

class RateHistoryTest {

    private static final long SECOND_NS = 1_000_000_000L;

    private final RateHistory history = new RateHistory();

    private static RecordingStatistics statistics(long encoded, long dropped, long missed, int score) {
        return new RecordingStatistics(0, 0, encoded + dropped, dropped, missed, encoded, 0, 0, 0, 0, 0, 0, -1, 0, 30, 1, 1, 0, 0,
                -20,
                score, 0);
    }

    @Test
    void eachSecondIsWhatCameInIt() {
        assertFalse(history.add(0, statistics(10, 0, 0, 80)));
        assertFalse(history.add(SECOND_NS / 2, statistics(25, 0, 0, 80)));
        assertTrue(history.add(SECOND_NS, statistics(40, 0, 0, 80)));
        assertTrue(history.add(3 * SECOND_NS, statistics(80, 6, 14, 60)));
        assertEquals(List.of(new Second(30, 0, 30, 80), new Second(20, 10, 30, 60)), history.seconds());
    }

    @Test
    void aDeviceThatDeliversNothingIsSeen() {
        history.add(0, statistics(10, 0, 0, 80));
        history.add(SECOND_NS, statistics(10, 0, 0, 80));
        assertEquals(0, history.seconds().getFirst().recorded());
    }

    @Test
    void onlyTheLastTwoMinutesAreRemembered() {
        for (int second = 0; second <= 3 * RateHistory.SECONDS; second++) {
            history.add(second * SECOND_NS, statistics(30L * second, 0, 0, second % 100));
        }
        assertEquals(RateHistory.SECONDS, history.seconds().size());
        assertEquals(3 * RateHistory.SECONDS % 100, history.seconds().getLast().score());
    }

    @Test
    void anotherRecordingBeginsAnew() {
        history.add(0, statistics(3000, 0, 0, 80));
        history.clear();
        history.add(SECOND_NS, statistics(0, 0, 0, 100));
        history.add(2 * SECOND_NS, statistics(30, 0, 0, 100));
        assertEquals(List.of(new Second(30, 0, 30, 100)), history.seconds());
    }

    @Test
    void theNewestSecondIsSaidInWords() {
        assertEquals("The last two minutes: pictures a second (28 of 30 now), lost (2 now), score (91 now)",
                RatePlot.told(new Second(28.2, 1.8, 30, 91)));
    }
}
