package org.reelbench.workbench.internal.preferences;

import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.dynamichelpers.ExtensionTracker;
import org.eclipse.core.runtime.dynamichelpers.IExtensionChangeHandler;
import org.eclipse.core.runtime.dynamichelpers.IExtensionTracker;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * The preferences: pages that our bundles and plug-ins contribute, whichever are there, and none of the platform's. Those that come
 * or go while the dialog is open come to it and go from it.
 */
public final class PreferencesDialog extends PreferenceDialog {

    private static final String PAGES = "org.reelbench.preferences.";
    private static final List<String> FIRST = List.of(PAGES + "general", PAGES + "playback", PAGES + "cache", PAGES + "memory",
            PAGES + "encoders", PAGES + "server");
    private static final String KEYS = PAGES + "keys";
    private static final int WIDTH_PX = 720;
    private static final int HEIGHT_PX = 520;

    private final Follower follower = new Follower();

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
        return addAll(new PreferenceManager());
    }

    private static PreferenceManager addAll(PreferenceManager pages) {
        OwnPages.now().sorted(Comparator.comparingInt(PreferencesDialog::place).thenComparing(IPreferenceNode::getLabelText))
                .forEach(pages::addToRoot);
        return pages;
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
    public void create() {
        super.create();
        // The platform's own follower was there before, so that its list of pages is the new one when this is told.
        PlatformUI.getWorkbench().getExtensionTracker().registerHandler(follower,
                ExtensionTracker.createExtensionPointFilter(
                        Platform.getExtensionRegistry().getExtensionPoint(OwnPages.POINT)));
    }

    @Override
    public boolean close() {
        PlatformUI.getWorkbench().getExtensionTracker().unregisterHandler(follower);
        return super.close();
    }

    private void pagesChanged() {
        TreeViewer tree = getTreeViewer();
        if (tree == null || tree.getControl().isDisposed()) {
            return;
        }
        PreferenceManager pages = getPreferenceManager();
        pages.removeAll();
        addAll(pages);
        IPreferencePage shown = getCurrentPage();
        boolean isGone = shown != null && (shown.getControl() == null || shown.getControl().isDisposed());
        if (isGone) {
            // It cannot be asked any more whether it may be left.
            setCurrentPage(null);
        }
        tree.refresh();
        IPreferenceNode[] left = pages.getRootSubNodes();
        if (isGone && left.length > 0) {
            tree.setSelection(new StructuredSelection(left[0]), true);
        }
    }

    /** Hears on the UI thread of bundles whose pages come or go. */
    private final class Follower implements IExtensionChangeHandler {

        @Override
        public void addExtension(IExtensionTracker tracker, IExtension extension) {
            pagesChanged();
        }

        @Override
        public void removeExtension(IExtension extension, Object[] objects) {
            pagesChanged();
        }
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH_PX, HEIGHT_PX);
    }
}
