package org.reelbench.project.internal.file;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.Json;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;

/**
 * The members of one object of a project file, read with the type they must have; every mistake is reported with its line and
 * with the thing it is part of.
 */
final class Fields {

    private static final String MISTAKE = "Correct it in a text editor, or restore a copy of the file.";

    private final ProblemReport report;
    private final Json.ObjectValue object;
    private final String where;

    private Fields(ProblemReport report, Json.ObjectValue object, String where) {
        this.report = report;
        this.object = object;
        this.where = where;
    }

    /** Returns the members of a value that must be an object; {@code where} says what it is part of and may be empty. */
    static Fields of(ProblemReport report, Json value, String where) throws ProjectFormatException {
        if (value instanceof Json.ObjectValue object) {
            return new Fields(report, object, where);
        }
        throw report.at(value, where, "an object {…} must stand here, not " + value.shown(), MISTAKE);
    }

    /** Returns the same members, reported as part of something known better by now. */
    Fields as(String newWhere) {
        return new Fields(report, object, newWhere);
    }

    String where() {
        return where;
    }

    Json.ObjectValue object() {
        return object;
    }

    boolean has(String name) {
        return object.members().containsKey(name);
    }

    String text(String name) throws ProjectFormatException {
        Json value = required(name, "a text");
        if (value instanceof Json.TextValue text) {
            return text.value();
        }
        throw wrong(name, "a text");
    }

    String text(String name, String byDefault) throws ProjectFormatException {
        return has(name) ? text(name) : byDefault;
    }

    Id id(String name) throws ProjectFormatException {
        return parsed(name, "a short text on one line", Id::new);
    }

    /** Reads a text that a parser of ours understands. */
    <T> T parsed(String name, String rule, Function<String, T> parser) throws ProjectFormatException {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(name, rule);
        }
    }

    long whole(String name, long min, long max) throws ProjectFormatException {
        String rule = min == 1 ? "a whole number above 0" : "a whole number of at least " + min;
        if (required(name, rule) instanceof Json.NumberValue number && number.isWhole()) {
            BigInteger whole = new BigInteger(number.text());
            if (whole.compareTo(BigInteger.valueOf(max)) > 0) {
                throw wrong(name, "a whole number up to " + max);
            }
            if (whole.compareTo(BigInteger.valueOf(min)) >= 0) {
                return whole.longValueExact();
            }
        }
        throw wrong(name, rule);
    }

    int wholeInt(String name, int min) throws ProjectFormatException {
        return (int) whole(name, min, Integer.MAX_VALUE);
    }

    int wholeInt(String name, int min, int byDefault) throws ProjectFormatException {
        return has(name) ? wholeInt(name, min) : byDefault;
    }

    double number(String name, String rule, double byDefault) throws ProjectFormatException {
        Json value = object.members().get(name);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof Json.NumberValue number && Double.isFinite(Double.parseDouble(number.text()))) {
            return Double.parseDouble(number.text());
        }
        throw wrong(name, rule);
    }

    double number(String name, int min, int max, double byDefault) throws ProjectFormatException {
        return number(name, min, max, "a number from " + min + " to " + max, byDefault);
    }

    double number(String name, double min, double max, String rule, double byDefault) throws ProjectFormatException {
        double number = number(name, rule, byDefault);
        if (number < min || number > max) {
            throw wrong(name, rule);
        }
        return number;
    }

    /** Reads a constant by its word. */
    <E extends Enum<E>> E word(String name, Class<E> type, E byDefault) throws ProjectFormatException {
        return has(name) ? parsed(name, Words.rule(type), word -> Words.constant(type, word)) : byDefault;
    }

    boolean flag(String name) throws ProjectFormatException {
        return flag(name, false);
    }

    boolean flag(String name, boolean byDefault) throws ProjectFormatException {
        Json value = object.members().get(name);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof Json.FlagValue flag) {
            return flag.value();
        }
        throw wrong(name, "true or false");
    }

    List<Json> list(String name) throws ProjectFormatException {
        if (required(name, "a list") instanceof Json.ListValue list) {
            return list.values();
        }
        throw wrong(name, "a list");
    }

    /** Returns the members of an object inside this one, or null if there is none. */
    @Nullable
    Fields inner(String name) throws ProjectFormatException {
        Json value = object.members().get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Json.ObjectValue inner) {
            return new Fields(report, inner, where);
        }
        throw wrong(name, "an object {…}");
    }

    /** Returns the members of an object in a list of this one. */
    Fields nested(Json value, String newWhere) throws ProjectFormatException {
        return of(report, value, newWhere);
    }

    Extras unknown(Set<String> known) {
        return UnknownMembers.plain(object, known);
    }

    /** Builds a value whose constructor may refuse what is in this object. */
    <T> T build(Building<T> building) throws ProjectFormatException {
        try {
            return building.build();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw report.at(object, where, e.getMessage() == null ? e.toString() : e.getMessage(), MISTAKE, e);
        }
    }

    /** Something that is built from the members. */
    interface Building<T> {
        T build() throws ProjectFormatException;
    }

    ProjectFormatException wrong(String name, String rule) {
        Json value = object.members().get(name);
        if (value == null) {
            return report.at(object, where, "\"" + name + "\" is missing; it must be " + rule, MISTAKE);
        }
        return report.at(value, where, mustBe(name, rule, value), MISTAKE);
    }

    ProjectFormatException problem(String problem, String remedy) {
        return report.at(object, where, problem, remedy);
    }

    ProjectFormatException problem(String name, String problem, String remedy) {
        return report.at(object.members().getOrDefault(name, object), where, problem, remedy);
    }

    /** Says that a value inside the member of that name is wrong. */
    ProjectFormatException wrong(Json value, String name, String rule) {
        return report.at(value, where, mustBe(name, rule, value), MISTAKE);
    }

    private Json required(String name, String rule) throws ProjectFormatException {
        Json value = object.members().get(name);
        if (value == null) {
            throw wrong(name, rule);
        }
        return value;
    }

    private static String mustBe(String name, String rule, Json value) {
        return "\"" + name + "\" must be " + rule + ", not " + value.shown();
    }
}
