package org.reelbench.project.internal.edit;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommand;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.EditRefused;

/**
 * All edit commands by name.
 */
public final class Operations {

    private static final Map<String, Operation> BY_NAME = byName();

    private Operations() {
    }

    /** Returns what is known about every command, in the order of help pages. */
    public static List<CommandDescription> descriptions() {
        return BY_NAME.values().stream().map(Operation::description).toList();
    }

    /**
     * Applies a command to a project; its revision is not looked at.
     *
     * @throws EditRefused if the command is unknown, its parameters are wrong or the edit cannot be made
     */
    public static Outcome apply(Project project, Optional<Path> folder, EditCommand command) throws EditRefused {
        Operation operation = named(command.name());
        Parameters parameters = new Parameters(command.name(), command.parameters());
        List<ParameterDescription> known = operation.description().parameters();
        parameters.only(known.stream().map(ParameterDescription::name).toList());
        for (ParameterDescription parameter : known) {
            if (parameter.required() && !parameters.has(parameter.name())) {
                throw parameters.wrong(parameter.name(), parameter.type().shown());
            }
        }
        return operation.action().apply(new Editing(project, folder, parameters));
    }

    static Operation named(String name) throws EditRefused {
        Operation operation = BY_NAME.get(name);
        if (operation == null) {
            throw new EditRefused("there is no edit command '" + Places.shown(name) + "'; did you mean "
                    + String.join(" or ", SimilarNames.of(name, BY_NAME.keySet())) + "?");
        }
        return operation;
    }

    private static Map<String, Operation> byName() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        Stream.of(ClipOperations.all(), PasteOperations.all(), GeneratorOperations.all(), CutOperations.all(),
                TimeOperations.all(),
                BondOperations.all(), TrackOperations.all(),
                LookOperations.all(), TreatmentOperations.all(), KeyframeOperations.all(), MarkOperations.all(),
                SequenceOperations.all(),
                MediaOperations.all(), InterpretOperations.all(), RecordingOperations.all(), UnitOperations.all())
                .flatMap(List::stream)
                .forEach(operation -> operations.put(operation.description().name(), operation));
        return Collections.unmodifiableMap(operations);
    }
}
