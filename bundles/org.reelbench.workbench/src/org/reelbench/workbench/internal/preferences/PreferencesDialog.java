package org.reelbench.workbench.internal.preferences;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The preferences: pages that our bundles contribute, whichever are there, and none of the platform's. */
public final class PreferencesDialog extends PreferenceDialog {

    private static final String OURS = "org.reelbench.";
    private static final String PAGES = OURS + "preferences.";
    private static final List<String> FIRST = List.of(PAGES + "general", PAGES + "playback", PAGES + "cache", PAGES + "memory",
            PAGES + "encoders", PAGES + "server");
    private static final String KEYS = PAGES + "keys";
    private static final int WIDTH_PX = 720;
    private static final int HEIGHT_PX = 520;

    /** Creates the dialog over a window. */
    public PreferencesDialog(Shell shell) {
        super(shell, pages());
    }

    /** Creates the dialog over a window; a page that is not there is not shown. */
    public PreferencesDialog(Shell shell, @Nullable String page) {
        this(shell);
        if (page != null) {
            setSelectedNode(page);
        }
    }

    private static PreferenceManager pages() {
        PreferenceManager ours = new PreferenceManager();
        Stream.of(PlatformUI.getWorkbench().getPreferenceManager().getRootSubNodes())
                .filter(node -> node.getId().startsWith(OURS))
                .sorted(Comparator.comparingInt(PreferencesDialog::place).thenComparing(IPreferenceNode::getLabelText))
                .forEach(ours::addToRoot);
        return ours;
    }

    /** Keys are a long list, and come last. */
    private static int place(IPreferenceNode node) {
        int place = FIRST.indexOf(node.getId());
        return node.getId().equals(KEYS) ? Integer.MAX_VALUE : place < 0 ? FIRST.size() : place;
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
