package org.reelbench.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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

    @Test
    void aDiskIsShortBelowAGibibyte() {
        assertEquals(Status.OK, DiskCheck.of(1024 * MIB).getStatus());
        assertEquals(Status.WARN, DiskCheck.of(1024 * MIB - 1).getStatus());
        assertEquals(Status.WARN, DiskCheck.of(64 * MIB).getStatus());
        assertEquals(Status.CRITICAL, DiskCheck.of(64 * MIB - 1).getStatus());
    }

    @Test
    void bothLookAtThisMachine() {
        assertNotEquals(Status.HEALTH_CHECK_ERROR, new MemoryCheck().execute().getStatus());
        assertNotEquals(Status.HEALTH_CHECK_ERROR, new DiskCheck().execute().getStatus());
    }
}
