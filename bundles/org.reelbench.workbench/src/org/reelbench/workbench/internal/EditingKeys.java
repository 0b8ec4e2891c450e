package org.reelbench.workbench.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;

/** Lets letters, Space and arrows be commands, but not while text is typed. */
final class EditingKeys implements Listener, AutoCloseable {

    private static final String CONTEXT = "org.reelbench.keys.editing";

    private final Display display;
    private final IContextService contexts;
    private @Nullable IContextActivation activation;

    private EditingKeys(Display display, IContextService contexts) {
        this.display = display;
        this.contexts = contexts;
    }

    static EditingKeys follow(IWorkbenchWindow window) {
        EditingKeys keys = new EditingKeys(window.getShell().getDisplay(), window.getService(IContextService.class));
        keys.display.addFilter(SWT.FocusIn, keys);
        keys.set(!isTyped(keys.display.getFocusControl()));
        return keys;
    }

    @Override
    public void handleEvent(Event event) {
        set(!isTyped(event.widget));
    }

    private static boolean isTyped(@Nullable Widget widget) {
        return switch (widget) {
        case Text text -> text.getEditable();
        case StyledText text -> text.getEditable();
        case Combo _,CCombo _,Spinner _ -> true;
        case null, default -> false;
        };
    }

    private void set(boolean isActive) {
        IContextActivation now = activation;
        if (isActive && now == null) {
            activation = contexts.activateContext(CONTEXT);
        } else if (!isActive && now != null) {
            contexts.deactivateContext(now);
            activation = null;
        }
    }

    @Override
    public void close() {
        display.removeFilter(SWT.FocusIn, this);
    }
}
