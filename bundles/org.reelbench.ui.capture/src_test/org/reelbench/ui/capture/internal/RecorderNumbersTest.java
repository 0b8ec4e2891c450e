package org.reelbench.ui.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.RecordingStatistics;

class RecorderNumbersTest {

    @Test
    void theLineTellsLengthSizeRoomLossesAndScore() {
        assertEquals("1:02:03 · 45.6 MB · 7.89 GB left on disk · 4 left out · score 87",
                RecorderNumbers.line(statistics(3_723_900_000L, 45_600_000, 7_890_000_000L, 4, 0, 87)));
        assertEquals("0:00:00 · 0.0 MB · disk unknown · none left out · score 0",
                RecorderNumbers.line(statistics(0, 0, -1, 0, 0, 0)));
    }

    @Test
    void picturesThatTheDeviceNeverDeliveredAreToldBesideThoseLeftOut() {
        assertEquals("0:00:10 · 1.0 MB · disk unknown · none left out, 7 missed · score 60",
                RecorderNumbers.line(statistics(10_000_000, 1_000_000, -1, 0, 7, 60)));
    }

    private static RecordingStatistics statistics(long elapsedUs, long fileBytes, long freeBytes, long dropped, long missed,
            int score) {
        return new RecordingStatistics(elapsedUs, elapsedUs, 0, dropped, missed, 0, 0, 0, 0, 0, 0, fileBytes, freeBytes, 0, 30, 1,
                1, 0, 0,
                -20,
                score, 0);
    }
}
