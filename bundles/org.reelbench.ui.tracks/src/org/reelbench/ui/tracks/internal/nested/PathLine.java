package org.reelbench.ui.tracks.internal.nested;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Theme;

/** The line above the tracks that tells which sequences were opened one inside the other; a click on one leads back to it. */
public final class PathLine implements EditorListener {

    private static final int MARGIN_PX = 8;
    private static final int SPACING_PX = 8;

    private final Editor editor;
    private final NestedSequences nested;
    private final Composite line;
    private List<String> shown = List.of();

    /**
     * Creates the line; it is only there while a nested sequence is shown.
     *
     * @param parent has a grid of one column
     * @param editor is followed until the line is disposed
     */
    public PathLine(Composite parent, Editor editor) {
        this.editor = editor;
        nested = new NestedSequences(editor);
        line = new Composite(parent, SWT.NONE);
        line.setBackground(Theme.PANEL);
        RowLayoutFactory.swtDefaults().wrap(false).spacing(SPACING_PX).margins(MARGIN_PX, MARGIN_PX / 2).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        editor.addListener(this);
        line.addListener(SWT.Dispose, _ -> editor.removeListener(this));
        fill();
    }

    /** Takes the line away. */
    public void dispose() {
        line.dispose();
    }

    private void fill() {
        List<Sequence> path = nested.path();
        List<String> names = names(path);
        if (line.isDisposed() || names.equals(shown)) {
            return;
        }
        shown = names;
        for (Control child : line.getChildren()) {
            child.dispose();
        }
        for (int i = 0; i < path.size(); i++) {
            boolean isLast = i == path.size() - 1;
            if (i > 0) {
                label("\u203a", false);
            }
            Label name = label(names.get(i), isLast);
            if (!isLast) {
                Id sequence = path.get(i).id();
                name.setCursor(line.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
                name.setToolTipText("Go back to this sequence");
                name.addListener(SWT.MouseDown, _ -> editor.openSequence(sequence));
            }
        }
        boolean isNested = path.size() > 1;
        line.setVisible(isNested);
        ((GridData) line.getLayoutData()).exclude = !isNested;
        line.getParent().layout(true, true);
    }

    /** The main sequence is called as the project is, which is the name people know the film by. */
    private List<String> names(List<Sequence> path) {
        List<String> names = new ArrayList<>();
        String film = editor.project().map(project -> project.session().project().name()).orElse("");
        path.forEach(sequence -> names.add(names.isEmpty() && !film.isEmpty() ? film : sequence.name()));
        return names;
    }

    private Label label(String text, boolean isLast) {
        Label label = new Label(line, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        label.setBackground(Theme.PANEL);
        label.setForeground(isLast ? Theme.TEXT : Theme.TEXT_DIM);
        return label;
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        fill();
    }

    @Override
    public void sequenceOpened(OpenProject project) {
        fill();
    }

    @Override
    public void sequenceChanged(Sequence before, Sequence after) {
        fill();
    }
}
