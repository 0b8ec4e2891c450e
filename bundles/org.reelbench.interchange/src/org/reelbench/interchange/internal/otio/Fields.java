package org.reelbench.interchange.internal.otio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;

/**
 * The members of one object of the file, read with the type they must have; every mistake is reported with its line and with the
 * thing it is part of. Null counts as missing, as its writers use it.
 */
final class Fields {

    static final String MISTAKE = "Have the file written again, or correct this place in a text editor.";

    private final Path file;
    private final Json.ObjectValue object;
    private final String where;

    private Fields(Path file, Json.ObjectValue object, String where) {
        this.file = file;
        this.object = object;
        this.where = where;
    }

    /** Returns the members of a value that must be an object; {@code where} says what it is part of and may be empty. */
    static Fields of(Path file, Json value, String where) throws TimelineFormatException {
        if (value instanceof Json.ObjectValue object) {
            return new Fields(file, object, where);
        }
        throw problem(file, value, where, "an object {…} must stand here, not " + value.shown());
    }

    /** Returns the same members, reported as part of something known better by now. */
    Fields as(String newWhere) {
        return new Fields(file, object, newWhere);
    }

    /** Returns the members of an object inside this one. */
    Fields inside(Json value, String newWhere) throws TimelineFormatException {
        return of(file, value, newWhere);
    }

    String where() {
        return where;
    }

    int line() {
        return object.line();
    }

    Json.ObjectValue object() {
        return object;
    }

    Schema schema() throws TimelineFormatException {
        return Schema.parse(text(Schema.MEMBER, ""));
    }

    boolean has(String name) {
        return value(name) != null;
    }

    String text(String name, String byDefault) throws TimelineFormatException {
        return switch (value(name)) {
        case null -> byDefault;
        case Json.TextValue text -> text.value();
        default -> throw wrong(name, "a text");
        };
    }

    boolean flag(String name, boolean byDefault) throws TimelineFormatException {
        return switch (value(name)) {
        case null -> byDefault;
        case Json.FlagValue flag -> flag.value();
        default -> throw wrong(name, "true or false");
        };
    }

    /** Reads a number whose size is at most the given one; NaN and infinities are no numbers. */
    double number(String name, double greatest, double byDefault) throws TimelineFormatException {
        Json value = value(name);
        if (value == null) {
            return byDefault;
        }
        String rule = "a number within ±" + (greatest < Long.MAX_VALUE ? Long.toString((long) greatest) : greatest + "");
        if (value instanceof Json.NumberValue number) {
            double read = Double.parseDouble(plain(number.text()));
            if (Math.abs(read) <= greatest) {
                return read;
            }
        }
        throw wrong(name, rule);
    }

    /** Reads a number that must be there. */
    double number(String name, double greatest) throws TimelineFormatException {
        if (!has(name)) {
            throw wrong(name, "a number");
        }
        return number(name, greatest, 0);
    }

    /** Reads a whole number, which may be written with a fraction of zero. */
    int whole(String name, int least, int greatest, int byDefault) throws TimelineFormatException {
        double number = number(name, Integer.MAX_VALUE, byDefault);
        if (number != Math.rint(number) || number < least || number > greatest) {
            throw wrong(name, "a whole number from " + least + " to " + greatest);
        }
        return (int) number;
    }

    /** Reads an object that may be missing. */
    @Nullable
    Fields inner(String name) throws TimelineFormatException {
        Json value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Json.ObjectValue inner) {
            return new Fields(file, inner, where);
        }
        throw wrong(name, "an object {…}");
    }

    /** Reads a list that may be missing. */
    List<Json> list(String name) throws TimelineFormatException {
        return switch (value(name)) {
        case null -> List.of();
        case Json.ListValue list -> list.values();
        default -> throw wrong(name, "a list");
        };
    }

    /** Reads a list of objects that may be missing. */
    List<Fields> objects(String name) throws TimelineFormatException {
        List<Fields> objects = new ArrayList<>();
        for (Json value : list(name)) {
            objects.add(of(file, value, where));
        }
        return objects;
    }

    TimelineFormatException wrong(String name, String rule) {
        Json value = value(name);
        if (value == null) {
            return problem("\"" + name + "\" is missing; it must be " + rule);
        }
        return problem(file, value, where, "\"" + name + "\" must be " + rule + ", not " + value.shown());
    }

    TimelineFormatException problem(String problem) {
        return problem(file, object, where, problem);
    }

    private @Nullable Json value(String name) {
        Json value = object.members().get(name);
        return value instanceof Json.NullValue ? null : value;
    }

    private static TimelineFormatException problem(Path file, Json at, String where, String problem) {
        return new TimelineFormatException(file, at.line(), (where.isEmpty() ? "" : where + ": ") + problem, MISTAKE, null);
    }

    /** The parser lets pass some spellings of infinity that Java does not read. */
    private static String plain(String number) {
        return number.endsWith("INF") ? "NaN" : number;
    }
}
