package org.reelbench.ui.tracks.internal;

import java.util.Map;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** A command of the track view: what it does, and whether its button is pressed in. */
final class TrackHandler extends AbstractHandler implements IElementUpdater {

    private final Runnable action;
    private final BooleanSupplier isChosen;

    TrackHandler(Runnable action, BooleanSupplier isChosen) {
        this.action = action;
        this.isChosen = isChosen;
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        action.run();
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(isChosen.getAsBoolean());
    }
}
