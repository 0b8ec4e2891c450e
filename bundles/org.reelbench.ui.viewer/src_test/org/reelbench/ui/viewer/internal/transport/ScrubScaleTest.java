package org.reelbench.ui.viewer.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which place of the strip stands for which frame. */
class ScrubScaleTest {

    @ParameterizedTest
    @CsvSource({ "400, 100", "400, 400", "333, 70", "500, 2592000" })
    void eachPlaceAndItsFrameBelongTogether(int widthPx, long durationFrames) {
        ScrubScale scale = new ScrubScale(widthPx, durationFrames);
        for (int x = 0; x < widthPx; x++) {
            long frame = scale.frameAt(x);
            assertEquals(frame, durationFrames > widthPx ? frame : scale.frameAt(scale.xOf(frame)), "at " + x);
            assertEquals(x, durationFrames < widthPx ? x : scale.xOf(frame), "at " + x);
        }
    }

    @Test
    void outsideAreTheFirstFrameAndTheLast() {
        ScrubScale scale = new ScrubScale(400, 100);
        assertEquals(0, scale.frameAt(-5));
        assertEquals(99, scale.frameAt(400));
        assertEquals(99, scale.frameAt(4000));
        assertEquals(400, scale.xOf(100));
        assertEquals(0, new ScrubScale(400, 0).frameAt(200));
    }
}
