package org.reelbench.ui.tracks.internal;

import java.util.Map;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.reelbench.ui.Icons;

/** A command of the track view: what it does, and whether its button is pressed in. */
final class TrackHandler extends AbstractHandler implements IElementUpdater {

    private final Runnable action;
    private final BooleanSupplier isChosen;
    private final String icon;

    /**
     * Creates the handler.
     *
     * @param icon the icon of its button, which has a twin for what is chosen; empty if it has no button
     */
    TrackHandler(Runnable action, BooleanSupplier isChosen, String icon) {
        this.action = action;
        this.isChosen = isChosen;
        this.icon = icon;
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        action.run();
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        boolean chosen = isChosen.getAsBoolean();
        element.setChecked(chosen);
        if (!icon.isEmpty()) {
            // On a dark ground a button that is pressed in is hardly seen to be.
            element.setIcon(Icons.descriptor(chosen ? icon + "-on" : icon));
        }
    }
}
