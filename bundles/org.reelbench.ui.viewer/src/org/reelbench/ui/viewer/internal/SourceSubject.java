package org.reelbench.ui.viewer.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.playback.Scene;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Excerpt;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.viewer.internal.source.SourceMarks;
import org.reelbench.ui.viewer.internal.source.SourceSequence;
import org.reelbench.ui.viewer.internal.source.ThreePoints;

/** A medium of the open project, with a place and marks of its own, which stay while the project is open. On the UI thread. */
final class SourceSubject implements Subject {

    private static final String NOTHING = "Open a medium from the list of media to see it here, or drag it here";

    private final Editor editor;
    private final BiFunction<OpenProject, Sequence, Scene> scenes;
    private final Executor background;
    private final EditorListener ears = new Ears();
    private final Map<Id, SourceMarks> marked = new HashMap<>();
    private final Map<Id, Long> places = new HashMap<>();
    private @Nullable Follower follower;
    private @Nullable Id medium;
    private @Nullable MediaReference looked;
    private @Nullable Sequence sequence;
    private String hint = NOTHING;

    /**
     * Creates it without a medium.
     *
     * @param scenes makes of a sequence of the project what is shown of it
     * @param background runs what may have to wait
     */
    SourceSubject(Editor editor, BiFunction<OpenProject, Sequence, Scene> scenes, Executor background) {
        this.editor = editor;
        this.scenes = scenes;
        this.background = background;
    }

    /** Shows a medium soon, in place of the one before. */
    void show(Id wanted) {
        OpenProject project = editor.project().orElse(null);
        MediaReference reference = project == null ? null : project.session().project().media(wanted).orElse(null);
        if (project == null || reference == null) {
            return;
        }
        looked = reference;
        replace(wanted, null, "Looking into " + reference.name());
        background.execute(() -> look(project, reference));
    }

    private void look(OpenProject project, MediaReference reference) {
        UiThread.forbid("looking into media");
        String name = reference.name();
        try {
            MediaInfo info = project.catalog().medium(reference.id()).info();
            Sequence made = SourceSequence.of(reference.id(), name, info, project.sequence()).orElse(null);
            UiThread.later(() -> found(reference.id(), made, "'" + name + "' does not say how long it is"));
        } catch (MediaException e) {
            UiThread.later(() -> found(reference.id(), null, String.valueOf(e.getMessage())));
        }
    }

    private void found(Id of, @Nullable Sequence made, String problem) {
        if (of.equals(medium)) {
            replace(of, made, problem);
        }
    }

    private void replace(@Nullable Id other, @Nullable Sequence made, String words) {
        medium = other;
        sequence = made;
        hint = words;
        Follower now = follower;
        if (now != null) {
            now.replaced();
        }
    }

    /** Puts what is marked where three points say. */
    void put(Landing landing) {
        Id of = medium;
        Sequence shown = sequence;
        OpenProject project = editor.project().orElse(null);
        if (of == null || shown == null || project == null) {
            tell("Open a medium in the source viewer first", true);
            return;
        }
        ThreePoints points = ThreePoints.of(shown, marksOf(of), project.sequence(), editor.playheadFrame());
        editor.put(new Excerpt(of, points.sourceIn(), points.durationFrames()), points.startFrame(), landing);
    }

    private SourceMarks marksOf(@Nullable Id of) {
        return of == null ? SourceMarks.NONE : marked.getOrDefault(of, SourceMarks.NONE);
    }

    @Override
    public Optional<Sequence> sequence() {
        return Optional.ofNullable(sequence);
    }

    @Override
    public Optional<Scene> scene() {
        Sequence shown = sequence;
        return shown == null ? Optional.empty() : editor.project().map(project -> scenes.apply(project, shown));
    }

    @Override
    public long positionFrame() {
        Id of = medium;
        return of == null ? 0 : places.getOrDefault(of, 0L);
    }

    @Override
    public void moveTo(long frame) {
        Id of = medium;
        Sequence shown = sequence;
        if (of == null || shown == null) {
            return;
        }
        long place = Math.clamp(frame, 0, shown.durationFrames() - 1);
        if (place != positionFrame()) {
            places.put(of, place);
            Follower now = follower;
            if (now != null) {
                now.moved(place);
            }
        }
    }

    @Override
    public Optional<FrameRange> marks() {
        Sequence shown = sequence;
        return shown == null ? Optional.empty() : marksOf(medium).range(shown.durationFrames());
    }

    @Override
    public void markIn(long frame) {
        mark(marksOf(medium).withIn(frame));
    }

    @Override
    public void markOut(long frame) {
        mark(marksOf(medium).withLast(frame));
    }

    @Override
    public void clearMarks() {
        mark(SourceMarks.NONE);
    }

    private void mark(SourceMarks marks) {
        Id of = medium;
        if (of != null && sequence != null) {
            marked.put(of, marks);
            Follower now = follower;
            if (now != null) {
                now.marked();
            }
        }
    }

    @Override
    public String hint() {
        return hint;
    }

    @Override
    public void tell(String text, boolean isProblem) {
        editor.tell(text, isProblem);
    }

    @Override
    public void follow(Follower wanted) {
        leave();
        follower = wanted;
        editor.addListener(ears);
    }

    @Override
    public void leave() {
        follower = null;
        editor.removeListener(ears);
    }

    private final class Ears implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            marked.clear();
            places.clear();
            replace(null, null, NOTHING);
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            Id of = medium;
            if (of == null) {
                return;
            }
            MediaReference now = editor.project().flatMap(project -> project.session().project().media(of)).orElse(null);
            if (now == null) {
                replace(null, null, NOTHING);
            } else if (isOther(now)) {
                show(of);
            }
        }

        /** Whether it is another file now, or is taken for something else. */
        private boolean isOther(MediaReference now) {
            MediaReference before = looked;
            return before == null || !before.path().equals(now.path()) || !before.interpretation().equals(now.interpretation());
        }
    }
}
