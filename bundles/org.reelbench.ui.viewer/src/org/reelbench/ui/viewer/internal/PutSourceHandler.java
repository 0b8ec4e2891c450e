package org.reelbench.ui.viewer.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.handlers.HandlerUtil;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Landing;
import org.reelbench.ui.ServiceSlot;

/** Puts what is marked in the source viewer on tracks, in the way the extension names. */
public final class PutSourceHandler extends AbstractHandler implements IExecutableExtension {

    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, PutSourceHandler.class);
    private Landing landing = Landing.INSERT;

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
        landing = Landing.valueOf(String.valueOf(data));
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                .findView(SourceView.ID) instanceof SourceView view) {
            view.put(landing);
        } else {
            editor.get().ifPresent(there -> there.tell("Open a medium in the source viewer first", true));
        }
        return null;
    }

    @Override
    public void dispose() {
        editor.close();
        super.dispose();
    }
}
