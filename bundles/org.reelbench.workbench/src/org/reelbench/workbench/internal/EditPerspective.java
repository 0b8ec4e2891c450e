package org.reelbench.workbench.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IViewLayout;
import org.reelbench.workbench.internal.errors.ErrorLogView;
import org.reelbench.workbench.internal.history.HistoryView;

/**
 * The arrangement for editing: media and messages on the left, the picture in the middle, what is selected on the right, the tracks
 * below.
 */
public final class EditPerspective implements IPerspectiveFactory {

    static final String ID = "org.reelbench.workbench.edit";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        String editorArea = layout.getEditorArea();
        layout.addView("org.reelbench.ui.tracks", IPageLayout.BOTTOM, 0.56f, editorArea);
        IFolderLayout media = layout.createFolder("org.reelbench.workbench.media", IPageLayout.LEFT, 0.30f, editorArea);
        media.addView("org.reelbench.ui.bin");
        // Opened when somebody wants to know, and not over the tracks, whose memory it tells.
        media.addPlaceholder("org.reelbench.ui.memory");
        media.addPlaceholder("org.reelbench.ui.capture");
        media.addPlaceholder("org.reelbench.ui.plugins");
        IFolderLayout messages = layout.createFolder("org.reelbench.workbench.messages", IPageLayout.BOTTOM, 0.62f,
                "org.reelbench.workbench.media");
        messages.addView("org.eclipse.ui.views.ProgressView");
        messages.addView(ErrorLogView.ID);
        messages.addPlaceholder(HistoryView.ID);
        messages.addPlaceholder("org.reelbench.ui.export");
        layout.addView("org.reelbench.ui.viewer", IPageLayout.RIGHT, 0.5f, editorArea);
        layout.addView("org.reelbench.ui.inspector", IPageLayout.RIGHT, 0.64f, "org.reelbench.ui.viewer");
        keep(layout, "org.reelbench.ui.viewer");
        keep(layout, "org.reelbench.ui.tracks");
    }

    /** A view without which there is no editing; a bundle that is not installed brings none. */
    private static void keep(IPageLayout layout, String id) {
        IViewLayout view = layout.getViewLayout(id);
        if (view != null) {
            view.setCloseable(false);
        }
    }
}
