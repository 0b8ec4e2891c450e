package org.reelbench.project.internal.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as it goes, each object and list either with one line per entry or all on one line.
 * <p>
 * One printer per text, one thread; the target is neither flushed nor closed. The same calls give the same text on every
 * platform.
 */
public final class JsonPrinter {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Appendable out;
    private final boolean oneLine;
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean named;

    /** Creates a printer. */
    public JsonPrinter(Appendable out) {
        this(out, false);
    }

    private JsonPrinter(Appendable out, boolean oneLine) {
        this.out = out;
        this.oneLine = oneLine;
    }

    /** Creates a printer that writes all on one line, whatever is asked for. */
    public static JsonPrinter onOneLine(Appendable out) {
        return new JsonPrinter(out, true);
    }

    /** Begins an object; with lines, every member gets its own. */
    public JsonPrinter beginObject(boolean lines) throws IOException {
        return begin('{', '}', lines);
    }

    /** Begins a list; with lines, every entry gets its own. */
    public JsonPrinter beginList(boolean lines) throws IOException {
        return begin('[', ']', lines);
    }

    /** Ends the object or list begun last. */
    public JsonPrinter end() throws IOException {
        Level level = levels.pop();
        if (level.lines && !level.empty) {
            out.append('\n').append(level.indent);
        }
        out.append(level.close);
        return this;
    }

    /** Names the member whose value comes next. */
    public JsonPrinter name(String name) throws IOException {
        separate();
        quote(out, name);
        out.append(": ");
        named = true;
        return this;
    }

    /** Writes a text. */
    public JsonPrinter text(String value) throws IOException {
        separate();
        quote(out, value);
        return this;
    }

    /** Writes a whole number. */
    public JsonPrinter whole(long value) throws IOException {
        return json(Long.toString(value));
    }

    /** Writes a number with its fraction, so that it is read back as one. */
    public JsonPrinter number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        return json(Double.toString(value));
    }

    /** Writes true or false. */
    public JsonPrinter flag(boolean value) throws IOException {
        return json(Boolean.toString(value));
    }

    /** Writes a value that is JSON text already. */
    public JsonPrinter json(String text) throws IOException {
        separate();
        out.append(text);
        return this;
    }

    /** Returns a text as JSON. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2);
        try {
            quote(quoted, text);
        } catch (IOException e) {
            throw new AssertionError("a string builder does not fail", e);
        }
        return quoted.toString();
    }

    static void appendCompact(StringBuilder out, Json value) {
        switch (value) {
        case Json.ObjectValue object -> {
            String separator = "{";
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                out.append(separator).append(quoted(member.getKey())).append(": ");
                appendCompact(out, member.getValue());
                separator = ", ";
            }
            out.append(object.members().isEmpty() ? "{}" : "}");
        }
        case Json.ListValue list -> {
            List<Json> values = list.values();
            out.append('[');
            for (int i = 0; i < values.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                appendCompact(out, values.get(i));
            }
            out.append(']');
        }
        case Json.TextValue text -> out.append(quoted(text.value()));
        case Json.NumberValue number -> out.append(number.text());
        case Json.FlagValue flag -> out.append(flag.value());
        case Json.NullValue _ -> out.append("null");
        }
    }

    private JsonPrinter begin(char open, char close, boolean lines) throws IOException {
        separate();
        out.append(open);
        Level outer = levels.peek();
        levels.push(new Level(close, lines && !oneLine, outer == null ? "" : outer.entryIndent()));
        return this;
    }

    private void separate() throws IOException {
        if (named) {
            named = false;
            return;
        }
        Level level = levels.peek();
        if (level == null) {
            return;
        }
        if (!level.empty) {
            out.append(level.lines ? "," : ", ");
        }
        level.empty = false;
        if (level.lines) {
            out.append('\n').append(level.entryIndent());
        }
    }

    /**
     * Besides what JSON demands, escapes what an editor may show as a line end, and halves of characters, which UTF-8 cannot
     * hold.
     */
    private static void quote(Appendable out, String text) throws IOException {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append(text, done, i).append('\\').append(c);
                done = i + 1;
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (isUnseen(c)) {
                out.append(text, done, i);
                escape(out, c);
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private static boolean isUnseen(char c) {
        return c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff || Character.isSurrogate(c);
    }

    private static void escape(Appendable out, char c) throws IOException {
        switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
        }
    }

    /** An object or list not ended yet; its indent is that of the line it was begun on. */
    private static final class Level {
        private final char close;
        private final boolean lines;
        private final String indent;
        private boolean empty = true;

        Level(char close, boolean lines, String indent) {
            this.close = close;
            this.lines = lines;
            this.indent = indent;
        }

        String entryIndent() {
            return lines ? indent + "  " : indent;
        }
    }
}
