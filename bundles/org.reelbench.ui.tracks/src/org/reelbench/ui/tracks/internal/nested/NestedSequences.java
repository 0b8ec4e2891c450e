package org.reelbench.ui.tracks.internal.nested;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.Project;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;

/** Opens the sequences that clips show, and goes back. On the UI thread. */
public final class NestedSequences {

    private final Editor editor;

    /**
     * Creates it.
     *
     * @param editor shows one sequence at a time
     */
    public NestedSequences(Editor editor) {
        this.editor = editor;
    }

    /**
     * Returns the sequence that a clip shows.
     *
     * @param clip the clip
     * @return its id, or empty if the clip shows something else
     */
    public static Optional<Id> of(Clip clip) {
        return clip.content() instanceof NestedSequence nested ? Optional.of(nested.sequence()) : Optional.empty();
    }

    /**
     * Opens the sequence that a clip shows, with the playhead at what is seen of it at a frame; does nothing if it shows none.
     *
     * @param clip the clip's id
     * @param frame the frame of the sequence that the window shows
     */
    public void open(Id clip, long frame) {
        editor.project().ifPresent(project -> project.sequence().findClip(clip)
                .ifPresent(place -> of(place.clip()).flatMap(project.session().project()::sequence).ifPresent(inner -> {
                    long seen = seen(project.sequence(), place, inner, frame);
                    editor.openSequence(inner.id());
                    editor.setPlayhead(seen);
                })));
    }

    private static long seen(Sequence outer, ClipPlace place, Sequence inner, long frame) {
        long inClip = Math.clamp(frame - place.startFrame(), 0, place.clip().durationFrames() - 1);
        return Math.max(0, inner.rate().frameAt(place.clip().sourceTimeAt(inClip, outer.rate())));
    }

    /** Opens what one of the selected clips shows, or says that none of them shows a sequence. */
    public void openSelected() {
        Optional<Id> nested = editor.project().map(OpenProject::sequence).flatMap(sequence -> editor.selection().stream()
                .filter(id -> sequence.findClip(id).flatMap(place -> of(place.clip())).isPresent()).findFirst());
        nested.ifPresentOrElse(clip -> open(clip, editor.playheadFrame()),
                () -> editor.tell("Select a clip that shows a sequence", true));
    }

    /** Goes back to the sequence that this one was opened in. */
    public void leave() {
        List<Sequence> path = path();
        if (path.size() > 1) {
            editor.openSequence(path.get(path.size() - 2).id());
        }
    }

    /**
     * Returns the way to what is shown.
     *
     * @return the main sequence, and those that were opened one inside the other; empty without a project
     */
    public List<Sequence> path() {
        List<Sequence> path = new ArrayList<>();
        editor.project().ifPresent(open -> {
            Project project = open.session().project();
            path.add(project.mainSequence());
            open.path().forEach(id -> project.sequence(id).ifPresent(path::add));
        });
        return path;
    }
}
