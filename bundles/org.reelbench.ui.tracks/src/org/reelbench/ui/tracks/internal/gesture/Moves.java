package org.reelbench.ui.tracks.internal.gesture;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;

/** How far something is moved, in words. */
final class Moves {

    private Moves() {
    }

    static String signed(long frames, FrameRate rate) {
        return (frames < 0 ? "\u2212" : "+") + Timecode.of(Math.abs(frames), rate);
    }
}
