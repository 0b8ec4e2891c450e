package org.reelbench.cli.internal.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.time.FrameRate;

class PlacedTest {

    @ParameterizedTest
    @CsvSource({ "a.mp4,a.mp4,0", "a.mp4@2s,a.mp4,60", "a.mp4@1.5s,a.mp4,45", "a.mp4@00:00:02:10,a.mp4,70",
            "me@home.mp4,me@home.mp4,0",
            "me@home.mp4@1s,me@home.mp4,30", "a@b@c,a@b@c,0", "a.mp4@,a.mp4@,0", "@2s,@2s,0", "a.mp4@-1s,a.mp4@-1s,0",
            "a.mp4@2,a.mp4@2,0",
            "a.mp4@00:00:02:30,a.mp4@00:00:02:30,0" })
    void onlyATrailingTimeCounts(String text, String file, long startFrame) {
        assertEquals(new Placed(file, startFrame), Placed.parse(text, FrameRate.of(30, 1)));
    }
}
