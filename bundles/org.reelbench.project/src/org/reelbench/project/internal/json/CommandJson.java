package org.reelbench.project.internal.json;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.EditCommand;
import org.reelbench.timeline.EditRefused;

/**
 * Commands as JSON: what goes over HTTP, into scripts and into the journal.
 */
public final class CommandJson {

    private static final Set<String> MEMBERS = Set.of("command", "parameters", "revision");

    private CommandJson() {
    }

    /** Returns the JSON of a command, on one line. */
    public static String text(EditCommand command) {
        StringBuilder text = new StringBuilder();
        try {
            write(JsonPrinter.onOneLine(text), command);
        } catch (IOException e) {
            throw new AssertionError("a string builder does not fail", e);
        }
        return text.toString();
    }

    /** Writes a command. */
    public static void write(JsonPrinter out, EditCommand command) throws IOException {
        out.beginObject(false);
        out.name("command").text(command.name());
        out.name("parameters");
        PlainValues.write(out, command.parameters());
        out.name("revision").whole(command.revision());
        out.end();
    }

    /**
     * Reads a command from its text.
     *
     * @throws EditRefused if it is none
     */
    public static EditCommand read(String json) throws EditRefused {
        try {
            return read(JsonReader.read(new StringReader(json), JsonLimits.forProjects()));
        } catch (JsonProblem | IOException e) {
            throw new EditRefused("the command is no JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a command of its JSON.
     *
     * @throws EditRefused if it is none
     */
    public static EditCommand read(Json json) throws EditRefused {
        if (!(json instanceof Json.ObjectValue object)) {
            throw new EditRefused("a command is an object with the members command, parameters and revision");
        }
        for (String name : object.members().keySet()) {
            if (!MEMBERS.contains(name)) {
                throw new EditRefused("a command has no member " + JsonPrinter.quoted(name));
            }
        }
        Map<String, Json> members = object.members();
        if (!(members.get("command") instanceof Json.TextValue name)) {
            throw new EditRefused("\"command\" is missing; it must be the name of an edit");
        }
        if (!(members.get("revision") instanceof Json.NumberValue number)
                || !(PlainValues.of(number) instanceof Long revision)) {
            throw new EditRefused("\"revision\" is missing; it must be the revision the edit was decided on");
        }
        SortedMap<String, Object> parameters = new TreeMap<>();
        Json given = members.get("parameters");
        if (given != null) {
            if (!(PlainValues.of(given) instanceof SortedMap<?, ?> map)) {
                throw new EditRefused("\"parameters\" must be an object of texts, numbers, true, false, lists and objects");
            }
            map.forEach((key, value) -> parameters.put((String) key, value));
        }
        try {
            return new EditCommand(name.value(), parameters, revision);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(name.value() + ": " + e.getMessage(), e);
        }
    }
}
