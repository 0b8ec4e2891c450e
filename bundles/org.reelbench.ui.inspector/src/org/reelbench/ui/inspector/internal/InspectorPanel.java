package org.reelbench.ui.inspector.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.LookedAt;
import org.reelbench.ui.inspector.internal.sheet.Sheet;

/** What is selected, with a row of controls for each of its properties. Follows the editor until it is disposed. */
final class InspectorPanel extends Composite {

    private static final String EMPTY = "Open a project to see what its clips are set to";

    private static final int TITLE_LEAST_PX = 100;

    private final Editor editor;
    private final Supplier<List<EffectDescriptor>> effects;
    private final Hand hand;
    private final Label title;
    private final ScrolledComposite scroll;
    private final EditorListener follower = new Follower();
    private @Nullable SheetRows rows;

    InspectorPanel(Composite parent, Editor editor, Supplier<List<EffectDescriptor>> effects) {
        super(parent, SWT.NONE);
        this.editor = editor;
        this.effects = effects;
        hand = new Hand(editor);
        setBackground(Theme.PANEL);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        title = new Label(this, SWT.WRAP);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 8).hint(TITLE_LEAST_PX, SWT.DEFAULT).applyTo(title);
        scroll = new ScrolledComposite(this, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        scroll.setBackground(Theme.PANEL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        scroll.addListener(SWT.Resize, _ -> fit());
        addListener(SWT.Dispose, _ -> editor.removeListener(follower));
        editor.addListener(follower);
        show();
    }

    /** Shows what is selected as it is now. */
    void show() {
        if (isDisposed()) {
            return;
        }
        OpenProject project = editor.project().orElse(null);
        SheetRows old = rows;
        if (project == null) {
            title.setText(EMPTY);
            title.setForeground(Theme.TEXT_DIM);
            if (old != null) {
                old.dispose();
                rows = null;
            }
            return;
        }
        Sheet sheet = new LookedAt(project.session().project(), editor.tried().orElseGet(project::sequence), editor.selection(),
                editor.chosenTrack(), editor.playheadFrame(), effects.get()).sheet();
        String text = sheet.title().replace("&", "&&");
        if (!title.getText().equals(text)) {
            title.setText(text);
            title.setForeground(Theme.TEXT);
            layout();
        }
        if (old != null && old.hasShapeOf(sheet)) {
            if (old.show(sheet)) {
                fit();
            }
        } else {
            replace(old, sheet);
        }
    }

    private void replace(@Nullable SheetRows old, Sheet sheet) {
        scroll.setRedraw(false);
        try {
            if (old != null) {
                // What was typed belongs to what was looked at before.
                old.settle();
                old.dispose();
            }
            SheetRows made = new SheetRows(scroll, sheet, hand);
            rows = made;
            scroll.setContent(made);
            scroll.setOrigin(0, 0);
            fit();
        } finally {
            scroll.setRedraw(true);
        }
    }

    private void fit() {
        SheetRows shown = rows;
        if (shown != null) {
            scroll.setMinSize(shown.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
        }
    }

    private final class Follower implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            show();
        }

        @Override
        public void sequenceOpened(OpenProject project) {
            show();
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            show();
        }

        @Override
        public void sequenceTried(Sequence shown) {
            show();
        }

        @Override
        public void playheadMoved(long frame) {
            show();
        }

        @Override
        public void selectionChanged(Set<Id> clips) {
            show();
        }

        @Override
        public void trackChosen(Optional<Id> track) {
            show();
        }
    }
}
