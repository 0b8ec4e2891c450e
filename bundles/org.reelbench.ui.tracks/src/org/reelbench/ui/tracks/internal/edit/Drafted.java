package org.reelbench.ui.tracks.internal.edit;

import org.reelbench.project.EditDraft;
import org.reelbench.timeline.EditRefused;
import org.reelbench.ui.Editor;

/** Several edits that are one step: tried first, and made together or not at all. On the UI thread. */
final class Drafted {

    /** Tries the edits. */
    @FunctionalInterface
    interface Steps {

        /** Makes them on the draft, whose project tells what is there. */
        void on(EditDraft draft) throws EditRefused;
    }

    private Drafted() {
    }

    /** Makes the edits under a name, which is used where they are several; says why, if one is refused. */
    static void make(Editor editor, String name, Steps steps) {
        editor.project().ifPresent(project -> {
            EditDraft draft = project.draft();
            try {
                steps.on(draft);
                if (!draft.steps().isEmpty()) {
                    editor.execute(draft.command(name));
                }
            } catch (EditRefused e) {
                editor.tell(String.valueOf(e.getMessage()), true);
            }
        });
    }
}
