package org.reelbench.ui.inspector.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorSlot;
import org.reelbench.ui.Theme;

/** The inspector in the window: what is selected as long as there is an editor. */
public final class InspectorView extends ViewPart {

    private final EditorSlot editors = new EditorSlot(InspectorView.class, this::show, this::hide);
    private final EffectFeed effects = new EffectFeed(FrameworkUtil.getBundle(InspectorView.class).getBundleContext(),
            this::refresh);
    private @Nullable Composite root;
    private @Nullable InspectorPanel panel;

    /** Creates the view; the workbench does. */
    public InspectorView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite made = new Composite(parent, SWT.NONE);
        made.setLayout(new FillLayout());
        made.setBackground(Theme.PANEL);
        root = made;
        editors.open();
    }

    private void show(Editor editor) {
        Composite parent = root;
        if (parent == null || parent.isDisposed()) {
            return;
        }
        hide();
        panel = new InspectorPanel(parent, editor, effects::effects);
        parent.layout(true, true);
    }

    private void hide() {
        InspectorPanel shown = panel;
        if (shown != null) {
            panel = null;
            shown.dispose();
        }
    }

    private void refresh() {
        InspectorPanel shown = panel;
        if (shown != null) {
            shown.show();
        }
    }

    @Override
    public void setFocus() {
        InspectorPanel shown = panel;
        if (shown != null) {
            shown.setFocus();
        }
    }

    @Override
    public void dispose() {
        hide();
        root = null;
        editors.close();
        effects.close();
        super.dispose();
    }
}
