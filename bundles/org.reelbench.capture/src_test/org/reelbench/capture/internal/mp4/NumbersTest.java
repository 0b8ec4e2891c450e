package org.reelbench.capture.internal.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PrimitiveIterator;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void whatWasAddedComesBackInOrder() {
        Numbers numbers = new Numbers();
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            numbers.add(random.nextLong() >>> 1 + random.nextInt(63));
        }
        assertEquals(50_000, numbers.count());
        Random again = new Random(5);
        PrimitiveIterator.OfLong each = numbers.iterator();
        for (int i = 0; i < 50_000; i++) {
            assertEquals(again.nextLong() >>> 1 + again.nextInt(63), each.nextLong());
        }
        assertFalse(each.hasNext());
    }

    @Test
    void fourHoursOfPicturesAndSoundTakeLessThanFiveMegabytes() {
        SampleTable pictures = new SampleTable();
        SampleTable sound = new SampleTable();
        long at = 0;
        for (int half = 0; half < 4 * 3600 * 2; half++) {
            pictures.add(run(1, 15, 334, 9000), at);
            sound.add(run(2, 24, 1024, 341), at + 15 * 9000);
            at += 15 * 9000 + 24 * 341;
        }
        long bytes = pictures.heldBytes() + sound.heldBytes();
        assertTrue(bytes < 5 << 20, bytes + " bytes");
        assertEquals(432_000, pictures.samples());
    }

    private static FragmentHead.Run run(int track, int count, int ticks, int bytes) {
        int[] durations = new int[count];
        int[] sizes = new int[count];
        java.util.Arrays.fill(durations, ticks);
        java.util.Arrays.fill(sizes, bytes);
        return new FragmentHead.Run(track, 0, 0, durations, sizes, new boolean[count]);
    }
}
