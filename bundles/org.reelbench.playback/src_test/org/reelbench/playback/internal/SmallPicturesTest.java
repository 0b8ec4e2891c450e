package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ProcessMemory;
import org.reelbench.memory.ReliefStep;

/** Pictures are small from the moment memory is short until there is enough again. */
class SmallPicturesTest {

    private final SmallPictures pictures = new SmallPictures();

    private static MemoryReading reading(Pressure pressure) {
        return new MemoryReading(Instant.EPOCH, pressure, 0, 0, 0, new ProcessMemory(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void theyStaySmallUntilThereIsEnough() {
        assertEquals(ReliefStep.PREVIEW_RESOLUTION, pictures.rank());
        assertFalse(pictures.areWanted());
        pictures.relieve(1000);
        for (Pressure pressure : new Pressure[] { Pressure.CRITICAL, Pressure.WARNING, Pressure.ELEVATED }) {
            pictures.read(reading(pressure));
            assertTrue(pictures.areWanted(), pressure::toString);
        }
        pictures.read(reading(Pressure.NORMAL));
        assertFalse(pictures.areWanted());
    }
}
