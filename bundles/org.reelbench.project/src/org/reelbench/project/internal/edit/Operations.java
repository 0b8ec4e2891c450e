package org.reelbench.project.internal.edit;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommand;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Places;
import org.reelbench.project.internal.json.JsonLimits;
import org.reelbench.project.internal.json.JsonProblem;
import org.reelbench.project.internal.json.JsonReader;
import org.reelbench.project.internal.json.PlainValues;
import org.reelbench.timeline.EditRefused;

/**
 * All edit commands by name.
 */
public final class Operations {

    private static final Map<String, Operation> BY_NAME = byName();
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

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

    /**
     * Makes a command of texts.
     *
     * @throws EditRefused if there is no such edit or parameter, or a text is not of the parameter's type
     */
    public static EditCommand ofTexts(String name, Map<String, String> texts, long revision) throws EditRefused {
        List<ParameterDescription> known = named(name).description().parameters();
        SortedMap<String, Object> values = new TreeMap<>(texts);
        Parameters given = new Parameters(name, values);
        given.only(known.stream().map(ParameterDescription::name).toList());
        for (ParameterDescription parameter : known) {
            String text = texts.get(parameter.name());
            if (text != null) {
                values.put(parameter.name(), value(parameter, text, given));
            }
        }
        try {
            return new EditCommand(name, values, revision);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(name + ": " + e.getMessage(), e);
        }
    }

    private static Object value(ParameterDescription parameter, String text, Parameters given) throws EditRefused {
        try {
            return switch (parameter.type()) {
            case ID, TEXT, SPEED -> text;
            case WHOLE -> Long.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case FRAMES, TIME -> WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : text;
            case LIST, MAP -> json(text)
                    .orElseThrow(() -> given.wrong(parameter.name(), parameter.type().shown() + " in JSON"));
            };
        } catch (NumberFormatException e) {
            throw given.wrong(parameter.name(), parameter.type().shown(), e);
        }
    }

    private static Optional<Object> json(String text) throws EditRefused {
        try {
            return Optional.ofNullable(PlainValues.of(JsonReader.read(new StringReader(text), JsonLimits.forProjects())));
        } catch (JsonProblem | IOException e) {
            throw new EditRefused("'" + Places.shown(text) + "' is no JSON: " + e.getMessage(), e);
        }
    }

    private static Operation named(String name) throws EditRefused {
        Operation operation = BY_NAME.get(name);
        if (operation == null) {
            throw new EditRefused("there is no edit command '" + Places.shown(name) + "'; there are "
                    + String.join(", ", BY_NAME.keySet()));
        }
        return operation;
    }

    private static Map<String, Operation> byName() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        Stream.of(ClipOperations.all(), TrackOperations.all(), LookOperations.all(), MediaOperations.all()).flatMap(List::stream)
                .forEach(operation -> operations.put(operation.description().name(), operation));
        return Collections.unmodifiableMap(operations);
    }
}
