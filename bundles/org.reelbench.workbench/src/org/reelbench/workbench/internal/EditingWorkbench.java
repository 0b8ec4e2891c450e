package org.reelbench.workbench.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.reelbench.workbench.internal.hot.Absences;
import org.reelbench.workbench.internal.hot.HotParts;

/** How the workbench starts and what its window has. */
final class EditingWorkbench extends WorkbenchAdvisor {

    private static final Point INITIAL_SIZE = new Point(1440, 900);

    private final Optional<Path> project;
    private final Splash splash;
    private @Nullable HotParts parts;
    private @Nullable Absences absences;

    EditingWorkbench(Optional<Path> project, Splash splash) {
        this.project = project;
        this.splash = splash;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return EditPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new EditingWindow(configurer, project, splash);
    }

    @Override
    public void postStartup() {
        parts = HotParts.follow(PlatformUI.getWorkbench());
        absences = Absences.follow();
    }

    @Override
    public void postShutdown() {
        HotParts following = parts;
        if (following != null) {
            following.close();
        }
        Absences told = absences;
        if (told != null) {
            told.close();
        }
    }

    /** What the window has besides views. */
    static void configure(IWorkbenchWindowConfigurer configurer) {
        Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
        // At 300 % a screen of 4K has room for 1280 × 720.
        configurer.setInitialSize(new Point(Math.min(INITIAL_SIZE.x, screen.width), Math.min(INITIAL_SIZE.y, screen.height)));
        configurer.setTitle(WindowTitle.NAME);
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
    }
}
