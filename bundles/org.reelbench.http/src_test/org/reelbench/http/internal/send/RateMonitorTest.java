package org.reelbench.http.internal.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateMonitorTest {

    private static final int KIB = 1024;

    @Test
    void beginsWithTheSizesOfItsKind() {
        assertEquals(256 * KIB, new RateMonitor(Pace.RANGE).pieceBytes(false));
        assertEquals(1024 * KIB, new RateMonitor(Pace.WHOLE).pieceBytes(false));
    }

    @Test
    void growsForAFastClientUpToFourMebibytes() {
        RateMonitor monitor = new RateMonitor(Pace.RANGE);
        for (int i = 0; i < 100; i++) {
            monitor.sent(monitor.pieceBytes(false), TimeUnit.MICROSECONDS.toNanos(100));
        }
        assertEquals(RateMonitor.LARGEST_BYTES, monitor.pieceBytes(false));
    }

    @Test
    void trustsNoRateWhileTheSystemsBuffersMaySwallowEverything() {
        RateMonitor monitor = new RateMonitor(Pace.RANGE);
        for (int i = 0; i < 16; i++) {
            monitor.sent(256 * KIB, 1000);
        }
        assertEquals(256 * KIB, monitor.pieceBytes(false));
    }

    @Test
    void shrinksForASlowClientAndGrowsAgain() {
        RateMonitor monitor = new RateMonitor(Pace.WHOLE);
        for (int i = 0; i < 20; i++) {
            monitor.sent(monitor.pieceBytes(false), TimeUnit.SECONDS.toNanos(2));
        }
        assertEquals(RateMonitor.SMALLEST_BYTES, monitor.pieceBytes(false));
        for (int i = 0; i < 200; i++) {
            monitor.sent(monitor.pieceBytes(false), TimeUnit.MICROSECONDS.toNanos(100));
        }
        assertEquals(RateMonitor.LARGEST_BYTES, monitor.pieceBytes(false));
    }

    @Test
    void staysSmallWhileMemoryIsShort() {
        RateMonitor monitor = new RateMonitor(Pace.WHOLE);
        assertTrue(monitor.pieceBytes(true) <= 128 * KIB);
    }

    @Test
    void measuresTheRate() {
        RateMonitor monitor = new RateMonitor(Pace.RANGE);
        for (int i = 0; i < 50; i++) {
            monitor.sent(100_000, TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertEquals(1_000_000, monitor.bytesPerSecond(), 1);
    }

    @ParameterizedTest(name = "{0}: {1} KiB may take {2} ms")
    @CsvSource({ "RANGE,1,2000", "RANGE,256,2000", "RANGE,512,4000", "RANGE,4096,32000", "WHOLE,1,3000", "WHOLE,192,3000",
            "WHOLE,1024,16000", "SOURCE,256,2000", "SOURCE,512,4000" })
    void scalesItsDeadlineWithThePiece(Pace pace, long kib, long expectedMs) {
        assertEquals(expectedMs, TimeUnit.NANOSECONDS.toMillis(pace.deadlineNs(kib * KIB)));
    }
}
