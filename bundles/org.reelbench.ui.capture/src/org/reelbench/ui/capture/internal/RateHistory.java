package org.reelbench.ui.capture.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.RecordingStatistics;

/** How a recording went over the last two minutes, second by second; also where nothing came. One thread. */
final class RateHistory {

    /** How many seconds are remembered. */
    static final int SECONDS = 120;
    private static final long SECOND_NS = 1_000_000_000L;

    private final Deque<Second> seconds = new ArrayDeque<>();
    private @Nullable RecordingStatistics before;
    private long beforeNs;

    /**
     * What a second was like.
     *
     * @param recorded pictures that were recorded
     * @param lost pictures that were left out or never came
     * @param aimed pictures that should have come, as the machine is quick enough for
     * @param score the recording's score at its end, 0 to 100
     */
    record Second(double recorded, double lost, double aimed, int score) {
    }

    /** Forgets everything: another recording begins. */
    void clear() {
        seconds.clear();
        before = null;
    }

    /** Takes what a look told; returns true if a second is over with it. */
    boolean add(long nowNs, RecordingStatistics now) {
        RecordingStatistics last = before;
        if (last == null) {
            before = now;
            beforeNs = nowNs;
            return false;
        }
        long passedNs = nowNs - beforeNs;
        if (passedNs < SECOND_NS) {
            return false;
        }
        double perSecond = (double) SECOND_NS / passedNs;
        long lost = now.framesDropped() + now.framesMissed() - last.framesDropped() - last.framesMissed();
        seconds.add(new Second((now.framesEncoded() - last.framesEncoded()) * perSecond, lost * perSecond, now.framesPerSecond(),
                now.score()));
        while (seconds.size() > SECONDS) {
            seconds.removeFirst();
        }
        before = now;
        beforeNs = nowNs;
        return true;
    }

    /** The seconds that are remembered, oldest first. */
    List<Second> seconds() {
        return List.copyOf(seconds);
    }
}
