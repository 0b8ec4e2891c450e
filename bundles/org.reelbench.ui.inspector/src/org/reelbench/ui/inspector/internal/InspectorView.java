package org.reelbench.ui.inspector.internal;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorPanel;
import org.reelbench.ui.Theme;

/** The inspector in the window: what is selected as long as there is an editor. */
public final class InspectorView extends ViewPart {

    private final EditorPanel<InspectorPanel> panel = new EditorPanel<>(InspectorView.class, this::make, _ -> {
        // it keeps nothing that outlives it
    });
    private final EffectFeed effects = new EffectFeed(FrameworkUtil.getBundle(InspectorView.class).getBundleContext(),
            this::refresh);

    /** Creates the view; the workbench does. */
    public InspectorView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        panel.open(parent, Theme.PANEL);
    }

    private InspectorPanel make(Composite parent, Editor editor) {
        return new InspectorPanel(parent, editor, effects::effects);
    }

    private void refresh() {
        panel.get().ifPresent(InspectorPanel::show);
    }

    @Override
    public void setFocus() {
        panel.get().ifPresent(InspectorPanel::setFocus);
    }

    @Override
    public void dispose() {
        panel.close();
        effects.close();
        super.dispose();
    }
}
