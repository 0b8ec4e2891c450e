package org.reelbench.workbench.internal.hot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.ui.Theme;

/** Is shown in the place of a view whose bundle does not run, and says so. */
public final class AbsentView extends ViewPart {

    static final String ID = "org.reelbench.workbench.absent";

    private static final int MARGIN_PX = 12;

    /** The workbench makes views, so what they are to say waits for them here. */
    private static final Map<String, Absence> ABSENT = new ConcurrentHashMap<>();

    private @Nullable Composite area;

    private record Absence(String label, String text) {
    }

    /** Creates the view; the workbench does. */
    public AbsentView() {
        // everything is made in createPartControl
    }

    /**
     * Says what is read in the place of a view.
     *
     * @param view the view's id
     * @param label the view's name
     * @param text one sentence
     */
    static void say(String view, String label, String text) {
        ABSENT.put(view, new Absence(label, text));
    }

    static void forget(String view) {
        ABSENT.remove(view);
    }

    @Override
    public void createPartControl(Composite parent) {
        // The site is this view's; whom it stands for is known by the model alone. Of several, each has a name of its own behind a colon.
        String id = getSite().getService(MPart.class).getElementId().split(":")[0];
        Absence absence = ABSENT.getOrDefault(id, new Absence(getPartName(), "The part that brings this view is not running"));
        setPartName(absence.label());
        Composite made = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN_PX, MARGIN_PX).applyTo(made);
        made.setBackground(Theme.GROUND);
        Label label = new Label(made, SWT.WRAP);
        label.setBackground(Theme.GROUND);
        label.setForeground(Theme.TEXT_DIM);
        label.setText(absence.text());
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(label);
        label.setAlignment(SWT.CENTER);
        area = made;
    }

    @Override
    public void setFocus() {
        Composite made = area;
        if (made != null) {
            made.setFocus();
        }
    }
}
