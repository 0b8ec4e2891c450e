package org.reelbench.ui.tracks.internal.drag;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.EditRefused;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.tracks.internal.gesture.EditDrag;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.gesture.Proposal;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.Overlay.Note;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Shows what an edit would do while the mouse is dragged, and makes it as one command when the button is released. */
final class EditingDrag implements Drag {

    private final Editor editor;
    private final TrackGestures.View view;
    private final EditDrag rule;
    private final TrackFrame pressed;
    private final boolean scrolls;
    private @Nullable EditCommand command;
    private String refusal = "";

    EditingDrag(Editor editor, TrackGestures.View view, EditDrag rule) {
        this(editor, view, rule, true);
    }

    /** Without scrolling, the mouse may be beside the lanes. */
    EditingDrag(Editor editor, TrackGestures.View view, EditDrag rule, boolean scrolls) {
        this.scrolls = scrolls;
        this.editor = editor;
        this.view = view;
        this.rule = rule;
        pressed = view.frame();
    }

    @Override
    public void move(Pointer at) {
        OpenProject project = editor.project().orElse(null);
        if (project == null) {
            return;
        }
        if (scrolls) {
            scrollBeyond(at);
        }
        TrackFrame now = view.frame();
        EditDraft draft = project.draft();
        command = null;
        refusal = "";
        try {
            Proposal proposal = rule.propose(pressed.scrolledTo(now.scale(), now.scrollYPx()), at, view.tools().snaps(), draft);
            EditCommand meant = draft.steps().isEmpty() ? null : draft.command(proposal.name());
            command = meant;
            // Others, such as the viewer, show it too.
            if (meant == null) {
                editor.endTrial();
            } else {
                editor.tryOut(_ -> meant);
            }
            view.preview(Optional.of(draft.sequence()), new Overlay(proposal.guides(), Optional.empty(),
                    Optional.of(new Note(proposal.note(), at.x(), at.y(), false)), proposal.twoUp()));
        } catch (EditRefused e) {
            refusal = String.valueOf(e.getMessage());
            editor.endTrial();
            view.preview(Optional.empty(), new Overlay(List.of(), Optional.empty(),
                    Optional.of(new Note(refusal, at.x(), at.y(), true)), Optional.empty()));
        }
    }

    private void scrollBeyond(Pointer at) {
        TrackFrame frame = view.frame();
        int lanesX = at.x() - Metrics.HEADER_WIDTH_PX;
        int beyond = lanesX < 0 ? lanesX : Math.max(0, lanesX - frame.lanesWidthPx());
        if (beyond != 0) {
            view.setScale(frame.scale().scrolled(beyond));
        }
    }

    @Override
    public void end(Pointer at) {
        EditCommand made = command;
        if (made != null) {
            // What was previewed stays in sight until the sequence itself has changed.
            view.holdPreview();
            editor.execute(made);
            return;
        }
        view.preview(Optional.empty(), Overlay.NONE);
        if (!refusal.isEmpty()) {
            editor.tell(refusal, true);
        }
    }

    @Override
    public void cancel() {
        editor.endTrial();
        view.preview(Optional.empty(), Overlay.NONE);
    }
}
