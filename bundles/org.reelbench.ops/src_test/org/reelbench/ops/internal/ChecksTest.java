package org.reelbench.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;

import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final long MIB = 1 << 20;

    @Test
    void memoryIsShortFromEightyPercentOn() {
        assertEquals(Status.OK, MemoryCheck.of(79, 100).getStatus());
        assertEquals(Status.WARN, MemoryCheck.of(80, 100).getStatus());
        assertEquals(Status.CRITICAL, MemoryCheck.of(95, 100).getStatus());
        assertEquals(Status.OK, MemoryCheck.of(95, -1).getStatus());
        assertEquals("95 % of the heap are in use", MemoryCheck.of(95, 100).iterator().next().getMessage());
    }

    private static Status disk(long freeBytes) {
        return DiskCheck.of(OptionalLong.of(freeBytes)).getStatus();
    }

    @Test
    void aDiskIsShortBelowAGibibyte() {
        assertEquals(Status.OK, disk(1024 * MIB));
        assertEquals(Status.WARN, disk(1024 * MIB - 1));
        assertEquals(Status.WARN, disk(64 * MIB));
        assertEquals(Status.CRITICAL, disk(64 * MIB - 1));
        assertEquals(Status.CRITICAL, disk(0));
    }

    @Test
    void aDiskOfWhichNothingIsKnownIsNotFull() {
        assertEquals(Status.OK, DiskCheck.of(OptionalLong.empty()).getStatus());
    }

    @Test
    void bothLookAtThisMachine() {
        String heap = new MemoryCheck().execute().iterator().next().getMessage();
        assertTrue(heap.matches("[0-9]+ % of the heap are in use"), heap);
        // A test could not even be started where nothing is free.
        String disk = new DiskCheck().execute().iterator().next().getMessage();
        assertTrue(disk.matches("[1-9][0-9]* MiB are free"), disk);
    }
}
