package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.playback.Scene;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;

/** The main sequence of the open project, at the editor's playhead; its marks are edits. On the UI thread. */
final class ProgramSubject implements Subject {

    private final Editor editor;
    private final Function<OpenProject, Scene> scenes;
    private @Nullable EditorListener listener;

    ProgramSubject(Editor editor, Function<OpenProject, Scene> scenes) {
        this.editor = editor;
        this.scenes = scenes;
    }

    @Override
    public Optional<Sequence> sequence() {
        return editor.project().map(OpenProject::sequence);
    }

    @Override
    public Optional<Scene> scene() {
        return editor.project().map(scenes);
    }

    @Override
    public long positionFrame() {
        return editor.playheadFrame();
    }

    @Override
    public void moveTo(long frame) {
        editor.setPlayhead(frame);
    }

    @Override
    public Optional<FrameRange> marks() {
        return sequence().map(Sequence::inOut);
    }

    @Override
    public void markIn(long frame) {
        editor.executeNext(revision -> EditCommand.of(EditCommands.SET_IN_OUT, revision).with("inFrame", frame));
    }

    @Override
    public void markOut(long frame) {
        editor.executeNext(revision -> EditCommand.of(EditCommands.SET_IN_OUT, revision).with("outFrame", frame + 1));
    }

    @Override
    public void clearMarks() {
        if (marks().isPresent()) {
            editor.executeNext(revision -> EditCommand.of(EditCommands.CLEAR_IN_OUT, revision));
        }
    }

    @Override
    public String hint() {
        return "Open a project to see it here";
    }

    @Override
    public void tell(String text, boolean isProblem) {
        editor.tell(text, isProblem);
    }

    @Override
    public void follow(Follower follower) {
        leave();
        EditorListener made = new Ears(follower);
        listener = made;
        editor.addListener(made);
    }

    @Override
    public void leave() {
        EditorListener old = listener;
        if (old != null) {
            listener = null;
            editor.removeListener(old);
        }
    }

    private record Ears(Follower follower) implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            follower.replaced();
        }

        @Override
        public void sequenceOpened(OpenProject project) {
            follower.replaced();
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            if (before != after && before.tracks() == after.tracks() && isFormOf(before, after)) {
                follower.marked();
            } else {
                follower.changed();
            }
        }

        /** Whether what is rendered has the same form; snapshots share what did not change. */
        private static boolean isFormOf(Sequence before, Sequence after) {
            return before.widthPx() == after.widthPx() && before.heightPx() == after.heightPx()
                    && before.rate().equals(after.rate())
                    && before.sampleRateHz() == after.sampleRateHz() && before.limiter() == after.limiter()
                    && before.id().equals(after.id());
        }

        @Override
        public void sequenceTried(Sequence shown) {
            follower.changed();
        }

        @Override
        public void playheadMoved(long frame) {
            follower.moved(frame);
        }
    }
}
