package org.reelbench.ui.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.OpenProject;

/** What of the shown sequence people look at: the playhead, the selected clips and the chosen track. From any thread. */
final class Attention {

    private final Announcer announcer;
    private final Supplier<@Nullable OpenProject> shown;
    private final AtomicBoolean moveIsPending = new AtomicBoolean();
    private final Map<Id, Long> leftAt = new ConcurrentHashMap<>();
    private volatile long playheadFrame;
    private volatile Set<Id> selection = Set.of();
    private volatile Optional<Id> chosenTrack = Optional.empty();

    Attention(Announcer announcer, Supplier<@Nullable OpenProject> shown) {
        this.announcer = announcer;
        this.shown = shown;
    }

    /** Turns to the start of another project, and forgets where sequences were left. */
    void turnToProject() {
        leftAt.clear();
        clear(0);
    }

    /** Turns to another sequence of the same project, to where it was left. */
    void turnTo(Id left, Sequence next) {
        leftAt.put(left, playheadFrame);
        clear(Math.clamp(leftAt.getOrDefault(next.id(), 0L), 0, next.durationFrames()));
    }

    private void clear(long frame) {
        playheadFrame = frame;
        selection = Set.of();
        chosenTrack = Optional.empty();
    }

    /** Tells all of it, after something else is shown. */
    void announce() {
        long frame = playheadFrame;
        announcer.announce(listener -> listener.selectionChanged(Set.of()));
        announcer.announce(listener -> listener.trackChosen(Optional.empty()));
        announcer.announce(listener -> listener.playheadMoved(frame));
    }

    /** Lets go of what an edit has taken away. */
    void keepToWhatIsThere() {
        setPlayhead(playheadFrame);
        select(selection);
        chooseTrack(chosenTrack);
    }

    long playheadFrame() {
        return playheadFrame;
    }

    void setPlayhead(long frame) {
        OpenProject project = shown.get();
        long end = project == null ? 0 : project.sequence().durationFrames();
        long wanted = Math.clamp(frame, 0, end);
        if (wanted == playheadFrame) {
            return;
        }
        playheadFrame = wanted;
        if (moveIsPending.compareAndSet(false, true)) {
            announcer.announceOnce(() -> {
                moveIsPending.set(false);
                long now = playheadFrame;
                return listener -> listener.playheadMoved(now);
            });
        }
    }

    Set<Id> selection() {
        return selection;
    }

    void select(Set<Id> clips) {
        OpenProject project = shown.get();
        Set<Id> wanted = project == null || clips.isEmpty() ? Set.of() : present(project.sequence(), clips);
        if (!wanted.equals(selection)) {
            selection = wanted;
            announcer.announce(listener -> listener.selectionChanged(wanted));
        }
    }

    private static Set<Id> present(Sequence sequence, Set<Id> clips) {
        return clips.stream().filter(clip -> sequence.findClip(clip).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    Optional<Id> chosenTrack() {
        return chosenTrack;
    }

    void chooseTrack(Optional<Id> track) {
        OpenProject project = shown.get();
        Optional<Id> wanted = project == null
                ? Optional.empty()
                : track.filter(id -> project.sequence().findTrack(id).isPresent());
        if (!wanted.equals(chosenTrack)) {
            chosenTrack = wanted;
            announcer.announce(listener -> listener.trackChosen(wanted));
        }
    }
}
