package org.reelbench.http.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Whatever ranges are asked for: every byte asked for comes, once, and no other. */
class ByteRangeSetProperties {

    private static final int CASES = "deep".equals(System.getProperty("reelbench.tier")) ? 200_000 : 5_000;
    private static final int LENGTH = 200;

    @Test
    void sendsExactlyTheBytesAskedForAndNoneTwice() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            check(random, "seed " + seed + " case " + i);
        }
    }

    private static void check(Random random, String where) {
        BitSet asked = new BitSet();
        StringBuilder field = new StringBuilder("bytes=");
        int count = 1 + random.nextInt(6);
        for (int n = 0; n < count; n++) {
            int first = random.nextInt(LENGTH + 50);
            int last = first + random.nextInt(60);
            field.append(n == 0 ? "" : ",").append(first).append('-').append(last);
            if (first < LENGTH) {
                asked.set(first, Math.min(last, LENGTH - 1) + 1);
            }
        }
        ByteRangeSet set = ByteRangeSet.of(List.of(field.toString()), LENGTH);
        assertEquals(asked.isEmpty(), set.isUnsatisfiable(), where + " " + field);
        BitSet sent = new BitSet();
        for (ByteRange range : set.ranges()) {
            for (long at = range.firstByte(); at <= range.lastByte(); at++) {
                assertTrue(!sent.get((int) at), where + " " + field + " twice " + at);
                sent.set((int) at);
            }
        }
        assertEquals(asked, sent, where + " " + field);
    }
}
