package org.reelbench.ui.viewer.internal;

import java.util.Optional;

import org.reelbench.playback.Scene;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

/** What a monitor shows, and the place in it that is looked at. On the UI thread. */
interface Subject {

    /** Hears of the subject, on the UI thread. */
    interface Follower {

        /** Something else is shown, or nothing any more. */
        void replaced();

        /** The same looks different. */
        void changed();

        /** Something else is marked. */
        void marked();

        /** Another place is looked at. */
        void moved(long frame);
    }

    /** Returns what is shown, or empty if nothing is. */
    Optional<Sequence> sequence();

    /** Returns what is shown with its media, or empty if nothing is. */
    Optional<Scene> scene();

    /** Returns the frame that is looked at. */
    long positionFrame();

    /** Looks at a frame, or the one nearest to it that there is. */
    void moveTo(long frame);

    /** Returns the range that is marked. */
    Optional<FrameRange> marks();

    /** Makes a frame the first of the range. */
    void markIn(long frame);

    /** Makes a frame the last of the range. */
    void markOut(long frame);

    /** Takes the marks off. */
    void clearMarks();

    /** What is shown where nothing is. */
    String hint();

    /** Shows a message to people; for any thread. */
    void tell(String text, boolean isProblem);

    /** Tells of what happens from now on, in place of whoever heard of it before. */
    void follow(Follower follower);

    /** Tells nobody any more. */
    void leave();
}
