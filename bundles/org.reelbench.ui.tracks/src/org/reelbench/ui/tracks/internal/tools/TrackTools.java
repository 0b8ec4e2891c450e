package org.reelbench.ui.tracks.internal.tools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reelbench.timeline.Id;
import org.reelbench.ui.tracks.internal.gesture.Tool;

/** What the mouse does at present, and how the view follows the playhead; kept while projects come and go. On the UI thread. */
public final class TrackTools {

    /** How the view follows a playhead that leaves it. */
    public enum Follow {
        /** The next page is shown. */
        PAGE("page"),
        /** The playhead stays in the middle. */
        CONTINUOUS("continuous"),
        /** Not at all. */
        OFF("off");

        private final String id;

        Follow(String id) {
            this.id = id;
        }

        /** Returns the last part of the id of the command that chooses it. */
        public String id() {
            return id;
        }
    }

    private final List<Runnable> listeners = new ArrayList<>();
    private final RowHeights heights = new RowHeights();
    private final Set<Id> lanes = new HashSet<>();
    private Tool tool = Tool.SELECT;
    private boolean snaps = true;
    private boolean typing;
    private Follow follow = Follow.PAGE;

    public Tool tool() {
        return tool;
    }

    public boolean snaps() {
        return snaps;
    }

    public Follow follow() {
        return follow;
    }

    public RowHeights heights() {
        return heights;
    }

    /** Returns the clips whose keyframes are shown. */
    public Set<Id> lanes() {
        return lanes;
    }

    /** Shows the keyframes of clips; if those of any are shown, hides them. */
    public void toggleLanes(Set<Id> clips) {
        if (clips.stream().noneMatch(lanes::contains)) {
            lanes.addAll(clips);
        } else {
            lanes.removeAll(clips);
        }
        tell();
    }

    public void take(Tool taken) {
        tool = taken;
        tell();
    }

    public void setSnaps(boolean newSnaps) {
        snaps = newSnaps;
        tell();
    }

    public void setFollow(Follow newFollow) {
        follow = newFollow;
        tell();
    }

    /** Tells that text is typed in the view, during which letters are no commands. */
    public void setTyping(boolean newTyping) {
        typing = newTyping;
        tell();
    }

    public boolean isTyping() {
        return typing;
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
