package org.reelbench.capture.internal.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class FragmentBuilderTest {

    private static FragmentHead head(byte[] fragment) {
        ByteBuffer bytes = ByteBuffer.wrap(fragment);
        return FragmentHead.parse(bytes.slice(0, bytes.getInt(0)));
    }

    @Test
    void theFirstFragmentIsShortAndNoneIsLongerThanASecond() {
        List<byte[]> fragments = Films.fragments(300);
        long before = 0;
        for (int i = 0; i < fragments.size(); i++) {
            FragmentHead.Run pictures = head(fragments.get(i)).runs().getFirst();
            long ticks = 0;
            for (int duration : pictures.durations()) {
                ticks += duration;
            }
            assertEquals(before, pictures.decodeTicks());
            before += ticks;
            assertTrue(ticks <= (i == 0 ? 10_020 / 4 : 10_020), "fragment " + i + ": " + ticks);
        }
        assertEquals(300 * Films.FRAME_TICKS, before);
    }

    @Test
    void everyPacketIsInOneFragmentWithItsBytes() {
        int pictures = 0;
        for (byte[] fragment : Films.fragments(300)) {
            for (FragmentHead.Run run : head(fragment).runs()) {
                int at = run.offset();
                for (int size : run.sizes()) {
                    assertEquals(size - 4, ByteBuffer.wrap(fragment).getInt(at));
                    if (run.track() == 1) {
                        assertEquals(Films.packet(pictures++).length, size);
                    }
                    at += size;
                }
            }
        }
        assertEquals(300, pictures);
    }

    @Test
    void aStillScreenDoesNotHoldUpSoundAndItsLengthIsWaitedFor() {
        List<byte[]> found = new ArrayList<>();
        FragmentBuilder builder = new FragmentBuilder(Films.tracks(), found::add);
        builder.add(0, 0, Films.FRAME_TICKS, true, Films.packet(1));
        for (int i = 0; i < 200; i++) {
            builder.add(1, i * 1024L, 1024, true, Films.packet(2));
        }
        assertTrue(found.size() >= 3, "fragments: " + found.size());
        assertTrue(found.stream().allMatch(fragment -> head(fragment).runs().getFirst().track() == 2));
        builder.add(0, 40_000, Films.FRAME_TICKS, false, Films.packet(3));
        builder.finish();
        FragmentHead.Run pictures = found.stream().map(FragmentBuilderTest::head).flatMap(head -> head.runs().stream())
                .filter(run -> run.track() == 1).findFirst().orElseThrow();
        assertEquals(40_000, pictures.durations()[0]);
    }

    @Test
    void timeStampsThatDoNotRiseAreRefused() {
        FragmentBuilder builder = new FragmentBuilder(Films.tracks(), _ -> {
        });
        builder.add(0, 334, 334, true, Films.packet(1));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 334, 334, false, Films.packet(1)));
    }
}
