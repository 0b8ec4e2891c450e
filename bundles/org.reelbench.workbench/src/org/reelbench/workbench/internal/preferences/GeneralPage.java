package org.reelbench.workbench.internal.preferences;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** How the program starts and looks, and which projects it remembers. */
public final class GeneralPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int DARK = 0;
    private static final int LIGHT = 1;

    private @Nullable Button opensLast;
    private @Nullable Combo colors;

    /** Creates the page; the workbench does. */
    public GeneralPage() {
        // everything is made in createContents
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing is taken from there.
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(area);
        Button last = new Button(area, SWT.CHECK);
        last.setText("Open the project of the last time at the start");
        last.setSelection(Settings.opensLast());
        opensLast = last;
        Button forget = new Button(area, SWT.PUSH);
        forget.setText("Empty the List of Recent Projects");
        forget.setEnabled(!Settings.recentProjects().isEmpty());
        forget.addListener(SWT.Selection, _ -> {
            Settings.forgetProjects();
            forget.setEnabled(false);
        });
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(forget);
        colors = colors(area);
        return area;
    }

    private static Combo colors(Composite area) {
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 4).applyTo(row);
        new Label(row, SWT.NONE).setText("Window:");
        Combo colors = new Combo(row, SWT.READ_ONLY);
        colors.setItems("Dark", "Light");
        colors.select(Settings.isLight() ? LIGHT : DARK);
        new Label(row, SWT.NONE).setText("from the next start on");
        return colors;
    }

    @Override
    protected void performDefaults() {
        Button last = opensLast;
        if (last != null) {
            last.setSelection(false);
        }
        Combo shown = colors;
        if (shown != null) {
            shown.select(DARK);
        }
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        Button last = opensLast;
        if (last != null && last.getSelection() != Settings.opensLast()) {
            Settings.setOpensLast(last.getSelection());
        }
        Combo shown = colors;
        if (shown != null && (shown.getSelectionIndex() == LIGHT) != Settings.isLight()) {
            Settings.setLight(shown.getSelectionIndex() == LIGHT);
        }
        return true;
    }
}
