package org.reelbench.ui.viewer.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.playback.Direction;

/** What the keys J and L do to the speed. */
class LadderTest {

    private static List<Integer> speeds(String keys) {
        List<Integer> speeds = new ArrayList<>();
        int speed = 0;
        for (char key : keys.toCharArray()) {
            speed = key == 'K' ? 0 : Ladder.next(speed, key == 'L' ? Direction.FORWARD : Direction.BACKWARD);
            speeds.add(speed);
        }
        return speeds;
    }

    @Test
    void eachPressIsTwiceAsFastUpToEightTimes() {
        assertEquals(List.of(1, 2, 4, 8, 8), speeds("LLLLL"));
        assertEquals(List.of(-1, -2, -4, -8, -8), speeds("JJJJJ"));
    }

    @Test
    void theOtherWayBeginsAnewAndSoDoesAPause() {
        assertEquals(List.of(1, 2, -1, -2, 1), speeds("LLJJL"));
        assertEquals(List.of(1, 2, 0, 1, 0, -1), speeds("LLKLKJ"));
    }
}
