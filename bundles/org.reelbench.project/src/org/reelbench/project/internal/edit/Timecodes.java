package org.reelbench.project.internal.edit;

import org.reelbench.time.FrameRate;

/**
 * Frame numbers as people read them in labels: hours, minutes, seconds and frames, counted without dropping numbers.
 */
final class Timecodes {

    private Timecodes() {
    }

    static String of(long frame, FrameRate rate) {
        long framesPerSecond = Math.max(1, rate.framesPerSecond().round());
        long seconds = frame / framesPerSecond;
        return "%02d:%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, frame % framesPerSecond);
    }
}
