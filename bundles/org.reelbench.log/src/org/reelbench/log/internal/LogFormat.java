package org.reelbench.log.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;

/** How an entry is written. */
enum LogFormat {
    /** For people: a line, and the stack below it. */
    TEXT {

        @Override
        String write(LogEntry entry) {
            return TextLines.write(entry);
        }
    },
    /** For programs: a line that is one JSON object. */
    JSON {

        @Override
        String write(LogEntry entry) {
            return JsonLines.write(entry);
        }
    };

    /** Returns the entry's lines, each with its end. */
    abstract String write(LogEntry entry);

    /** Returns the format of a name as people write it; empty if there is none. */
    static Optional<LogFormat> named(String name) {
        for (LogFormat each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name.strip())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Returns what was thrown as Java prints it. */
    static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
