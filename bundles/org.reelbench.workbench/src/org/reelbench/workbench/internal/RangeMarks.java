package org.reelbench.workbench.internal;

import java.util.Optional;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;

/** Marks a range of the sequence from where the playhead is. */
final class RangeMarks {

    private final Editor editor;

    RangeMarks(Editor editor) {
        this.editor = editor;
    }

    /** The frame under the playhead is the first of the range. */
    void markIn() {
        long frame = editor.playheadFrame();
        editor.executeNext(revision -> EditCommand.of(EditCommands.SET_IN_OUT, revision).with("inFrame", frame));
    }

    /** The frame under the playhead is the last of the range; the out point lies behind it. */
    void markOut() {
        long frame = editor.playheadFrame() + 1;
        editor.executeNext(revision -> EditCommand.of(EditCommands.SET_IN_OUT, revision).with("outFrame", frame));
    }

    void clear() {
        if (marked().isPresent()) {
            editor.executeNext(revision -> EditCommand.of(EditCommands.CLEAR_IN_OUT, revision));
        }
    }

    Optional<FrameRange> marked() {
        return editor.project().map(OpenProject::sequence).map(Sequence::inOut);
    }
}
