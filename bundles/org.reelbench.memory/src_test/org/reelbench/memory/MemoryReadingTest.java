package org.reelbench.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;

import org.junit.jupiter.api.Test;

final class MemoryReadingTest {

    private static MemoryReading of(long budget, long ledger, long mapped, ProcessMemory process) {
        return new MemoryReading(Instant.EPOCH, Pressure.NORMAL, budget, ledger, mapped, process);
    }

    @Test
    void theScarcestOfTheFourCounts() {
        assertEquals(0.5, of(1000, 0, 0, new ProcessMemory(500, 0, 0, 0, 10, 100, 10, 100, 0, 10, 100)).share());
        assertEquals(0.6, of(1000, 0, 0, new ProcessMemory(500, 0, 0, 0, 60, 100, 10, 100, 0, 10, 100)).share());
        assertEquals(0.7, of(1000, 0, 0, new ProcessMemory(500, 0, 0, 0, 60, 100, 70, 100, 0, 10, 100)).share());
        assertEquals(0.8, of(1000, 0, 0, new ProcessMemory(500, 0, 0, 0, 60, 100, 70, 100, 0, 80, 100)).share());
    }

    @Test
    void whatHasNoLimitIsNotScarce() {
        assertEquals(0.5, of(1000, 0, 0, new ProcessMemory(500, 0, 0, 0, 60, 0, 70, 0, 0, 80, 0)).share());
    }

    @Test
    void whatIsAnnouncedCountsForProcessAndContainer() {
        MemoryReading reading = of(1000, 0, 0, new ProcessMemory(500, 0, 0, 0, 60, 100, 0, 0, 0, 500, 800));

        assertEquals(0.875, reading.share(200), "the container");
        assertEquals(0.7, of(1000, 0, 0, new ProcessMemory(500, 0, 0, 0, 60, 100, 0, 0, 0, 0, 0)).share(200), "the process");
    }

    @Test
    void tellsHowMuchIsTooMuch() {
        MemoryReading reading = of(1000, 0, 0, new ProcessMemory(850, 0, 0, 0, 60, 100, 0, 0, 0, 700, 800));

        assertEquals(100, reading.bytesAbove(0.75, 0));
        assertEquals(0, reading.bytesAbove(0.9, 0));
        assertEquals(180, reading.bytesAbove(0.9, 200), "and what is about to be taken");
    }

    @Test
    void whatNobodyOwnsIsTheProcessWithoutAllThatIsKnown() {
        ProcessMemory process = new ProcessMemory(1000, 100, 50, 200, 0, 0, 20, 0, 0, 0, 0);

        assertEquals(330, of(0, 300, 0, process).unaccountedBytes());
        assertEquals(350, of(0, 300, 20, process).unaccountedBytes(), "mapped files are among the files already");
        assertEquals(0, of(0, 900, 0, process).unaccountedBytes());
    }
}
