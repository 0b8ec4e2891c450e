package org.reelbench.ui.viewer.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Transport;

/** The viewer in the window: shows the sequence that is open, and the handles of what is selected. */
public final class ViewerView extends MonitorView {

    private final Interruptions interruptions = new Interruptions(context(), this::playing, this::refresh);

    /** Creates the view; the workbench does. */
    public ViewerView() {
        super("reelbench-viewer-plates");
    }

    @Override
    void created(Composite made) {
        interruptions.open();
    }

    @Override
    Subject subject(Editor editor) {
        return new ProgramSubject(editor, project -> scenes().of(project, editor.tried().orElseGet(project::sequence)));
    }

    @Override
    Dictionary<String, Object> properties() {
        return new Hashtable<>();
    }

    @Override
    void shown(Editor editor, ViewerPanel made) {
        new TransformHandles(made.screen(), editor, made.transport()::isPlaying, background());
    }

    private Optional<Transport> playing() {
        return panel().map(ViewerPanel::transport);
    }

    @Override
    public void dispose() {
        interruptions.close();
        super.dispose();
    }
}
