package org.reelbench.project.internal.edit;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/** Says in commands which sequence is meant, where they leave that to the project. */
public final class NamedSequence {

    private static final String SEQUENCE = "sequence";

    private NamedSequence() {
    }

    /** Returns the command with the sequence in it, if it is about one and names none; of a unit, with all its edits so. */
    public static EditCommand in(EditCommand command, Id sequence) {
        if (command.name().equals(EditCommands.UNIT)) {
            return inUnit(command, sequence);
        }
        boolean mayNameOne = EditCommands.describe(command.name()).stream()
                .flatMap(description -> description.parameters().stream())
                .anyMatch(parameter -> parameter.name().equals(SEQUENCE) && !parameter.required());
        return mayNameOne && !command.parameters().containsKey(SEQUENCE) ? command.with(SEQUENCE, sequence.value()) : command;
    }

    private static EditCommand inUnit(EditCommand unit, Id sequence) {
        try {
            List<EditCommand> steps = new ArrayList<>();
            for (EditCommand step : UnitOperations.steps(unit)) {
                steps.add(in(step, sequence));
            }
            return unit.parameters().get("name") instanceof String name
                    ? UnitOperations.of(name, steps, unit.revision())
                    : unit;
        } catch (EditRefused _) {
            // What is no unit is refused where it is made, with its own words.
            return unit;
        }
    }
}
