package org.reelbench.workbench.internal.preferences;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The preferences: pages that our bundles contribute, whichever are there, and none of the platform's. */
public final class PreferencesDialog extends PreferenceDialog {

    private static final String OURS = "org.reelbench.";
    private static final int WIDTH_PX = 720;
    private static final int HEIGHT_PX = 520;

    /** Creates the dialog over a window. */
    public PreferencesDialog(Shell shell) {
        super(shell, pages());
    }

    private static PreferenceManager pages() {
        PreferenceManager ours = new PreferenceManager();
        for (IPreferenceNode node : PlatformUI.getWorkbench().getPreferenceManager().getRootSubNodes()) {
            if (node.getId().startsWith(OURS)) {
                ours.addToRoot(node);
            }
        }
        return ours;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Preferences");
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH_PX, HEIGHT_PX);
    }
}
