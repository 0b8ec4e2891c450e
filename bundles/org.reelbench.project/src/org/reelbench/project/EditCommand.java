package org.reelbench.project;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.internal.json.CommandJson;
import org.reelbench.timeline.EditRefused;

/**
 * An edit somebody asks for, as data: the same from the window, the command line and HTTP.
 *
 * <pre>{@code
 * EditCommand split = EditCommand.of(EditCommands.SPLIT, session.revision())
 *         .with("track", "v1")
 *         .with("frame", 48);
 * Change change = session.execute(split);
 * }</pre>
 *
 * Immutable, safe for every thread. What the names and parameters mean is described by {@link EditCommands}; a command is not
 * checked before it is {@linkplain ProjectSession#execute executed}.
 *
 * @param name which edit, one of {@link EditCommands}
 * @param parameters its parameters: {@code String}, {@code Long}, finite {@code Double}, {@code Boolean}, {@code List} and
 *        {@code SortedMap} of these, at most 64 inside each other
 * @param revision the {@link ProjectSession#revision() revision} the edit was decided on
 */
public record EditCommand(String name, SortedMap<String, Object> parameters, long revision) {

    private static final int MAX_DEPTH = 64;

    /**
     * Creates a command; the parameters are copied, {@code Integer} becomes {@code Long}, {@code Float} becomes {@code Double}
     * and every map becomes a sorted one.
     *
     * @throws IllegalArgumentException if a parameter is of another type or not finite, or nested too deep
     */
    public EditCommand {
        parameters = copyOf(parameters, 0);
    }

    /**
     * Returns a command without parameters.
     *
     * @param name which edit
     * @param revision the revision it was decided on
     * @return the command
     */
    public static EditCommand of(String name, long revision) {
        return new EditCommand(name, Collections.emptySortedMap(), revision);
    }

    /**
     * Adds or replaces a parameter.
     *
     * @param parameter its name
     * @param value its value
     * @return the command with it
     * @throws IllegalArgumentException if the value is of no type that {@link #parameters()} allows
     */
    public EditCommand with(String parameter, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new EditCommand(name, more, revision);
    }

    /**
     * Reads a command from its JSON form, {@code {"command": "split", "parameters": {"track": "v1", "frame": 48}, "revision": 12}}.
     *
     * @param json the text
     * @return the command
     * @throws EditRefused if the text is no such object, or holds more than a command has
     */
    public static EditCommand ofJson(String json) throws EditRefused {
        return CommandJson.read(json);
    }

    /**
     * Returns the JSON form, from which {@link #ofJson} makes an equal command.
     *
     * @return the text, on one line
     */
    public String toJson() {
        return CommandJson.text(this);
    }

    private static SortedMap<String, Object> copyOf(Map<?, ?> map, int depth) {
        SortedMap<String, Object> copy = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("a parameter's name is a text, not " + entry.getKey());
            }
            copy.put(key, copyOf(key, entry.getValue(), depth + 1));
        }
        return Collections.unmodifiableSortedMap(copy);
    }

    private static Object copyOf(String name, Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("the parameter '" + name + "' is nested more than " + MAX_DEPTH + " deep");
        }
        return switch (value) {
        case String text -> text;
        case Boolean flag -> flag;
        case Long whole -> whole;
        case Integer whole -> Long.valueOf(whole);
        case Double number when Double.isFinite(number) -> number;
        case Float number when Float.isFinite(number) -> Double.valueOf(number);
        case List<?> list -> List.copyOf(list.stream().map(entry -> copyOf(name, entry, depth + 1)).toList());
        case Map<?, ?> map -> copyOf(map, depth);
        case null, default -> throw new IllegalArgumentException("the parameter '" + name + "' cannot be " + value
                + ": it must be a text, a finite number, true or false, a list or a map");
        };
    }
}
