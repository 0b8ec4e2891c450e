package org.reelbench.ui.bin.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.reelbench.ui.Landing;

/** Does with the media of the bin what the extension names; the bin is shown where it is not. */
public final class BinHandler extends AbstractHandler implements IExecutableExtension {

    /** What the commands do. */
    private enum Action {
        ADD, PLACE, INSERT, OVERWRITE
    }

    private Action action = Action.ADD;

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
        action = Action.valueOf(String.valueOf(data));
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        try {
            if (page.showView(BinView.ID, null, IWorkbenchPage.VIEW_VISIBLE) instanceof BinView bin) {
                switch (action) {
                case ADD -> bin.addMedia();
                case PLACE -> bin.put(Landing.FREE);
                case INSERT -> bin.put(Landing.INSERT);
                case OVERWRITE -> bin.put(Landing.OVERWRITE);
                }
            }
        } catch (PartInitException e) {
            throw new ExecutionException("the bin cannot be shown", e);
        }
        return null;
    }
}
