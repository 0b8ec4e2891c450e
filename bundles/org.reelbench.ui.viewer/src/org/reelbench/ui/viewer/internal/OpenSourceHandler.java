package org.reelbench.ui.viewer.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.reelbench.timeline.Id;

/** Shows the medium that a command names in the source viewer, which is opened for it. */
public final class OpenSourceHandler extends AbstractHandler {

    private static final String MEDIUM = "org.reelbench.source.medium";

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        String medium = event.getParameter(MEDIUM);
        try {
            SourceView view = (SourceView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .showView(SourceView.ID);
            if (medium != null && view != null) {
                view.open(new Id(medium));
            }
        } catch (PartInitException e) {
            throw new ExecutionException("the source viewer cannot be shown", e);
        }
        return null;
    }
}
