package org.reelbench.ui.tracks.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.ui.tracks.internal.gesture.Tool;

/** What the mouse does at present, and how the view follows the playhead; kept while projects come and go. On the UI thread. */
final class TrackTools {

    /** How the view follows a playhead that leaves it. */
    enum Follow {
        /** The next page is shown. */
        PAGE("Follow by Pages"),
        /** The playhead stays in the middle. */
        CONTINUOUS("Follow Continuously"),
        /** Not at all. */
        OFF("Do Not Follow");

        private final String label;

        Follow(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final List<Runnable> listeners = new ArrayList<>();
    private Tool tool = Tool.SELECT;
    private boolean snaps = true;
    private Follow follow = Follow.PAGE;

    Tool tool() {
        return tool;
    }

    boolean snaps() {
        return snaps;
    }

    Follow follow() {
        return follow;
    }

    void take(Tool taken) {
        tool = taken;
        tell();
    }

    void setSnaps(boolean newSnaps) {
        snaps = newSnaps;
        tell();
    }

    void setFollow(Follow newFollow) {
        follow = newFollow;
        tell();
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
