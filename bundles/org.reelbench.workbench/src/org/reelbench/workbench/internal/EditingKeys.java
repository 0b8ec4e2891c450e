package org.reelbench.workbench.internal;

import java.util.HashMap;
import java.util.Map;

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
import org.reelbench.ui.OwnKeys;

/** Lets letters, Space and arrows be commands, but not while text is typed, nor those that what has the focus uses itself. */
final class EditingKeys implements Listener, AutoCloseable {

    private static final String LETTERS = "org.reelbench.keys.editing";
    private static final String SPACE = "org.reelbench.keys.playing";
    private static final String ARROWS = "org.reelbench.keys.stepping";

    private final Display display;
    private final IContextService contexts;
    private final Map<String, IContextActivation> active = new HashMap<>();

    private EditingKeys(Display display, IContextService contexts) {
        this.display = display;
        this.contexts = contexts;
    }

    static EditingKeys follow(IWorkbenchWindow window) {
        EditingKeys keys = new EditingKeys(window.getShell().getDisplay(), window.getService(IContextService.class));
        keys.display.addFilter(SWT.FocusIn, keys);
        keys.follow(keys.display.getFocusControl());
        return keys;
    }

    @Override
    public void handleEvent(Event event) {
        follow(event.widget);
    }

    private void follow(@Nullable Widget focus) {
        boolean isTyped = isTyped(focus);
        set(LETTERS, !isTyped);
        set(SPACE, !isTyped && !OwnKeys.usesSpace(focus));
        set(ARROWS, !isTyped && !OwnKeys.usesArrows(focus));
    }

    private static boolean isTyped(@Nullable Widget widget) {
        return switch (widget) {
        case Text text -> text.getEditable();
        case StyledText text -> text.getEditable();
        case Combo _,CCombo _,Spinner _ -> true;
        case null, default -> false;
        };
    }

    private void set(String context, boolean isActive) {
        IContextActivation now = active.get(context);
        if (isActive && now == null) {
            active.put(context, contexts.activateContext(context));
        } else if (!isActive && now != null) {
            contexts.deactivateContext(now);
            active.remove(context);
        }
    }

    @Override
    public void close() {
        display.removeFilter(SWT.FocusIn, this);
    }
}
