package org.reelbench.ui.viewer.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does what the extension names to the monitor in hand: the source viewer if that is active, and else the viewer. */
public final class MonitorHandler extends AbstractHandler implements IExecutableExtension {

    private static final String VIEWER = "org.reelbench.ui.viewer";

    /** What can be done to a monitor. */
    private enum Deed {
        FULL_SCREEN,
        SAVE_FRAME
    }

    private Deed deed = Deed.FULL_SCREEN;

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
        deed = Deed.valueOf(String.valueOf(data));
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        Object wanted = page.getActivePart() instanceof MonitorPart active ? active : page.findView(VIEWER);
        if (wanted instanceof MonitorPart part) {
            switch (deed) {
            case FULL_SCREEN -> part.toggleFullScreen();
            case SAVE_FRAME -> part.saveFrame();
            }
        }
        return null;
    }
}
