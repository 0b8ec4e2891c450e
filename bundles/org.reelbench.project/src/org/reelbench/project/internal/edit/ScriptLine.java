package org.reelbench.project.internal.edit;

import java.util.LinkedHashMap;
import java.util.Map;

import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.EditRefused;

/**
 * Divides a line of a script, {@code NAME key=value …}, into its parts.
 * <p>
 * A value in single or double quotes goes to the closing quote; in double quotes a backslash takes the character behind it as it
 * is. A value that begins as a list or object of JSON goes to the bracket that closes it. A word that begins with # is the first
 * of a comment.
 */
final class ScriptLine {

    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();
    private String name = "";
    private int at;

    private ScriptLine(String text) {
        this.text = text;
    }

    static ScriptLine read(String text) throws EditRefused {
        ScriptLine line = new ScriptLine(text);
        line.read();
        return line;
    }

    /** Returns the first word, or nothing if the line says nothing. */
    String name() {
        return name;
    }

    Map<String, String> values() {
        return values;
    }

    private void read() throws EditRefused {
        skipBlanks();
        name = isAtEnd() ? "" : word();
        if (name.contains("=")) {
            throw new EditRefused("a line begins with the name of a command, not with '" + Places.shown(name) + "'");
        }
        for (skipBlanks(); !isAtEnd(); skipBlanks()) {
            int equals = endOfKey();
            String key = text.substring(at, equals);
            at = equals + 1;
            if (values.put(key, value()) != null) {
                throw new EditRefused(name + ": '" + Places.shown(key) + "' is given twice");
            }
            if (at < text.length() && !isBlank(text.charAt(at))) {
                throw new EditRefused(name + ": a blank must follow the value of '" + Places.shown(key) + "'");
            }
        }
    }

    private boolean isAtEnd() {
        return at >= text.length() || text.charAt(at) == '#';
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    /** A file of another editor may begin with a byte order mark. */
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || character == '\uFEFF';
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private int endOfKey() throws EditRefused {
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        if (end == at || end >= text.length() || text.charAt(end) != '=') {
            throw new EditRefused(name + ": '" + Places.shown(word())
                    + "' is no parameter such as clip=c1; a value with blanks stands in quotes");
        }
        return end;
    }

    private String value() throws EditRefused {
        char first = at < text.length() ? text.charAt(at) : ' ';
        return switch (first) {
        case '"', '\'' -> quoted(first);
        case '[', '{' -> json();
        default -> word();
        };
    }

    private String quoted(char quote) throws EditRefused {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        if (at >= text.length()) {
            throw new EditRefused(name + ": a quote is not closed");
        }
        at++;
        return value.toString();
    }

    private String json() throws EditRefused {
        int start = at;
        int depth = 0;
        boolean inText = false;
        do {
            if (at >= text.length()) {
                throw new EditRefused(name + ": a bracket is not closed");
            }
            char character = text.charAt(at);
            if (inText) {
                at += character == '\\' ? 1 : 0;
                inText = character != '"';
            } else if (character == '"') {
                inText = true;
            } else if (character == '[' || character == '{') {
                depth++;
            } else if (character == ']' || character == '}') {
                depth--;
            }
            at++;
        } while (depth > 0);
        return text.substring(start, at);
    }
}
