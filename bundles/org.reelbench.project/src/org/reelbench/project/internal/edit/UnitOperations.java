package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.LIST;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.internal.edit.Operation.onProject;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/**
 * Several edits as one. A unit is a command like any other, whose parameter holds the commands of its steps: so it is undone,
 * sent, written into the journal and recovered as one.
 */
public final class UnitOperations {

    private static final String NAME = "name";
    private static final String COMMANDS = "commands";
    private static final String COMMAND = "command";
    private static final String PARAMETERS = "parameters";

    private UnitOperations() {
    }

    static List<Operation> all() {
        return List.of(onProject(EditCommands.UNIT,
                "Makes several edits as one: all of them or none, and undone in one step.", UnitOperations::make,
                required(NAME, TEXT, "what they do together; undo is named by it"),
                required(COMMANDS, LIST, "the edits in order, each made on what the one before has left, as objects such as"
                        + " {\"command\": \"split\", \"parameters\": {\"track\": \"v1\", \"frame\": 48}}")));
    }

    private static Outcome make(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        String name = parameters.text(NAME);
        List<EditCommand> steps = steps(parameters, 0);
        Project project = editing.project();
        List<Id> created = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            try {
                Outcome outcome = Operations.apply(project, editing.folder(), steps.get(i));
                project = outcome.project();
                created.addAll(outcome.created());
            } catch (EditRefused e) {
                throw new EditRefused("edit " + (i + 1) + " of " + steps.size() + ": " + e.getMessage(), e);
            }
        }
        return new Outcome(project, Places.shown(name), created);
    }

    /** Makes a unit; the revisions of its steps are not looked at. */
    public static EditCommand of(String name, List<EditCommand> steps, long revision) {
        List<Object> commands = new ArrayList<>();
        for (EditCommand step : steps) {
            commands.add(new TreeMap<>(Map.of(COMMAND, step.name(), PARAMETERS, step.parameters())));
        }
        return EditCommand.of(EditCommands.UNIT, revision).with(NAME, name).with(COMMANDS, commands);
    }

    /**
     * Returns the steps of a unit, each of its revision.
     *
     * @throws EditRefused if what it holds are no commands
     */
    public static List<EditCommand> steps(EditCommand unit) throws EditRefused {
        return steps(new Parameters(unit.name(), unit.parameters()), unit.revision());
    }

    private static List<EditCommand> steps(Parameters unit, long revision) throws EditRefused {
        List<EditCommand> steps = new ArrayList<>();
        for (Object entry : unit.list(COMMANDS)) {
            Parameters command = unit.inner(COMMANDS, entry);
            command.only(List.of(COMMAND, PARAMETERS));
            SortedMap<String, Object> parameters = command.inner(PARAMETERS).values();
            steps.add(new EditCommand(command.text(COMMAND), parameters, revision));
        }
        return steps;
    }
}
