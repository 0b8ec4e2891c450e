package org.reelbench.workbench.internal;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.ui.Theme;
import org.reelbench.workbench.internal.errors.ErrorLog;
import org.reelbench.workbench.internal.preferences.Settings;

/** The application with a window; its one argument is the project to open. */
public final class WorkbenchApplication implements IApplication {

    private static final String PLATFORM_THEMES = "org.eclipse.e4.ui.css.swt.theme";
    private static final String PLATFORM_THEME = "themeid";
    /** Read when the display is made, where controls are GTK's. */
    private static final String GTK_SHEET = "org.eclipse.swt.internal.gtk.cssFile";

    @Override
    public Object start(IApplicationContext context) {
        ErrorLog.INSTANCE.listen();
        chooseColors();
        Display display = PlatformUI.createDisplay();
        Splash splash = Splash.open(display);
        try {
            int end = PlatformUI.createAndRunWorkbench(display, new EditingWorkbench(project(context), splash));
            return end == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            splash.close();
            display.dispose();
        }
    }

    /** What Java was told counts more than what was chosen; either decides for our colours and for those of the platform's parts. */
    private static void chooseColors() {
        if (System.getProperty(Theme.PROPERTY) == null) {
            System.setProperty(Theme.PROPERTY, Settings.theme());
        }
        InstanceScope.INSTANCE.getNode(PLATFORM_THEMES).put(PLATFORM_THEME,
                Theme.isLight() ? "org.reelbench.light" : "org.reelbench.dark");
        URL sheet = FileLocator.find(FrameworkUtil.getBundle(WorkbenchApplication.class),
                new org.eclipse.core.runtime.Path(Theme.isLight() ? "css/gtk-light.css" : "css/gtk-dark.css"));
        try {
            System.setProperty(GTK_SHEET, FileLocator.toFileURL(sheet).getPath());
        } catch (IOException e) {
            Platform.getLog(WorkbenchApplication.class).error("Controls have the colours of the desktop", e);
        }
    }

    private static Optional<Path> project(IApplicationContext context) {
        if (!(context.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] arguments)) {
            return Optional.empty();
        }
        for (int i = 0; i < arguments.length; i++) {
            // What follows an option is its value; the platform leaves some of its own here.
            boolean isValue = i > 0 && arguments[i - 1].startsWith("-");
            if (!arguments[i].isEmpty() && !arguments[i].startsWith("-") && !isValue) {
                return Optional.of(Path.of(arguments[i]));
            }
        }
        return Optional.empty();
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
