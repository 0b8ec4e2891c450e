package org.example.reelbench.window;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.List;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.EditorSlot;
import org.reelbench.ui.OpenProject;

/** Lists the clips of the open film and follows every edit. */
public final class CutsView extends ViewPart implements EditorListener {

    private final EditorSlot editors = new EditorSlot(CutsView.class, this::come, this::gone);
    private Editor editor;
    private List lines;

    @Override
    public void createPartControl(Composite parent) {
        lines = new List(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        editors.open();
    }

    private void come(Editor there) {
        editor = there;
        there.addListener(this);
        projectChanged(there.project());
    }

    private void gone() {
        if (editor != null) {
            editor.removeListener(this);
            editor = null;
        }
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        show(project.map(OpenProject::sequence));
    }

    @Override
    public void sequenceChanged(Sequence before, Sequence after) {
        show(Optional.of(after));
    }

    private void show(Optional<Sequence> sequence) {
        if (!lines.isDisposed()) {
            lines.setItems(sequence.map(Cuts::of).orElse(java.util.List.of()).toArray(String[]::new));
        }
    }

    @Override
    public void setFocus() {
        lines.setFocus();
    }

    /** Gives back all it took: the view is closed when its plug-in goes, too. */
    @Override
    public void dispose() {
        gone();
        editors.close();
        super.dispose();
    }
}
