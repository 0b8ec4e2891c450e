package org.reelbench.workbench.internal;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** A command of the window: what it does, when it can be done, and what it is called at the moment. */
final class CommandHandler extends AbstractHandler implements IElementUpdater {

    /** What a command does. */
    @FunctionalInterface
    interface Action {

        void run(ExecutionEvent event);
    }

    private final Action action;
    private final BooleanSupplier condition;
    private final Supplier<String> label;
    private final @Nullable BooleanSupplier checked;

    /**
     * Creates the handler.
     *
     * @param label what the command is called now; an empty text for its usual name
     */
    CommandHandler(Action action, BooleanSupplier condition, Supplier<String> label) {
        this(action, condition, label, null);
    }

    private CommandHandler(Action action, BooleanSupplier condition, Supplier<String> label, @Nullable BooleanSupplier checked) {
        this.action = action;
        this.condition = condition;
        this.label = label;
        this.checked = checked;
        setBaseEnabled(condition.getAsBoolean());
    }

    /** Creates the handler of a command that is on or off, as its check mark in menus shows. */
    static CommandHandler toggle(Action action, BooleanSupplier condition, BooleanSupplier checked) {
        return new CommandHandler(action, condition, () -> "", checked);
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        action.run(event);
        if (checked != null) {
            PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(event.getCommand().getId(), null);
        }
        return null;
    }

    @Override
    public void setEnabled(@Nullable Object evaluationContext) {
        setBaseEnabled(condition.getAsBoolean());
    }

    @Override
    public boolean isEnabled() {
        return condition.getAsBoolean();
    }

    /** Looks again whether the command can be done, for the menus and buttons that show it. */
    void refresh() {
        setBaseEnabled(condition.getAsBoolean());
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        String now = label.get();
        if (!now.isEmpty()) {
            element.setText(now);
        }
        BooleanSupplier isOn = checked;
        if (isOn != null) {
            element.setChecked(isOn.getAsBoolean());
        }
    }
}
