package org.reelbench.ui.inspector.internal;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.ui.Editor;
import org.reelbench.ui.inspector.internal.sheet.Property;

/** What a person at the inspector does: tries a value, settles it as one edit, or gives up. On the UI thread. */
final class Hand {

    private final Editor editor;

    Hand(Editor editor) {
        this.editor = editor;
    }

    /** Shows what a value would look like. */
    void tryOut(Property property, Object value) {
        List<EditCommand> commands = commands(property, value);
        if (!commands.isEmpty()) {
            editor.tryOut(at(property.label(), commands));
        }
    }

    /** Shows what edits would leave. */
    void tryOut(String name, List<EditCommand> commands) {
        editor.tryOut(at(name, commands));
    }

    /** Makes one edit of a value. */
    void settle(Property property, Object value) {
        make(property.label(), commands(property, value));
    }

    /** Makes one edit of some; nothing if there are none. */
    void make(String name, List<EditCommand> commands) {
        if (!commands.isEmpty()) {
            editor.executeNext(at(name, commands));
        }
    }

    /** Shows what there was before the hand came. */
    void giveUp() {
        editor.endTrial();
    }

    void goTo(OptionalLong frame) {
        frame.ifPresent(editor::setPlayhead);
    }

    private List<EditCommand> commands(Property property, Object value) {
        try {
            return property.change().of(value);
        } catch (IllegalArgumentException | ArithmeticException e) {
            editor.endTrial();
            editor.tell("'" + property.label() + "' cannot be " + value + ": " + e.getMessage(), true);
            return List.of();
        }
    }

    private static LongFunction<EditCommand> at(String name, List<EditCommand> commands) {
        return revision -> {
            List<EditCommand> now = commands.stream()
                    .map(command -> new EditCommand(command.name(), command.parameters(), revision)).toList();
            return now.size() == 1 ? now.getFirst() : EditCommands.unit(name + " of several clips", now, revision);
        };
    }
}
