package org.reelbench.capture.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class RecordingClockTest {

    private static final long MS = 1_000_000L;

    @Test
    void theRecordingBeginsWithItsFirstPicture() {
        RecordingClock clock = new RecordingClock();
        assertEquals(0, clock.pictureNs(777));
        assertEquals(40 * MS, clock.pictureNs(777 + 40 * MS));
        assertEquals(-10 * MS, clock.soundNs(777 - 10 * MS));
    }

    @Test
    void picturesFollowASoundCardThatIsSlowWithoutSeeingItsJitter() {
        RecordingClock clock = new RecordingClock();
        clock.pictureNs(0);
        Random random = new Random(3);
        long before = 0;
        // The card delivers 1 part in 1000 too little: after 100 s its samples are 100 ms short of the clock.
        for (int block = 1; block <= 5000; block++) {
            long belongs = block * 20 * MS;
            clock.sound(Math.round(belongs * 0.999), belongs + (random.nextInt(11) - 5) * MS);
            long shift = clock.pictureNs(belongs) - belongs;
            assertTrue(Math.abs(shift - before) < 2 * MS, "a jump of " + (shift - before) + " ns");
            before = shift;
        }
        assertEquals(-100 * MS, before, 5 * MS);
    }

    @Test
    void theScoreStaysWithinItsLimits() {
        assertEquals(100, Score.of(1, 0, 1));
        assertEquals(80, Score.of(1, 0, 0));
        assertEquals(0, Score.of(0, 1, 0));
        assertEquals(55, Score.of(0.5, 0, 0));
        assertEquals(65, Score.of(1, 0.1, 0));
        assertEquals(100, Score.of(7, -3, 9));
        assertEquals(0, Score.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN));
    }

    @Test
    void roomForTheTablesIsKept() {
        SpaceWatch watch = new SpaceWatch(1000, 100);
        assertEquals(SpaceWatch.Room.ENOUGH, watch.of(1000, 0));
        assertEquals(SpaceWatch.Room.SHORT, watch.of(999, 0));
        assertEquals(SpaceWatch.Room.NONE, watch.of(99, 0));
        assertEquals(SpaceWatch.Room.NONE, watch.of(299, 100));
    }
}
