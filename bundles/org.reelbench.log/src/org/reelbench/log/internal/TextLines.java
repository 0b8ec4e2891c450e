package org.reelbench.log.internal;

import java.util.stream.Collectors;

/** Entries for people. What a medium or a client calls itself cannot begin a line of its own. */
final class TextLines {

    private TextLines() {
    }

    static String write(LogEntry entry) {
        String named = entry.named().entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
        String line = "[" + entry.thread() + "] " + entry.level() + " " + entry.logger() + " - " + entry.message()
                + (entry.named().isEmpty() ? "" : named);
        Throwable thrown = entry.thrown();
        return visible(line) + "\n" + (thrown == null ? "" : LogFormat.stack(thrown));
    }

    /** Ends of lines and what moves a terminal's cursor, as Java writes them in its sources. */
    private static String visible(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.chars().forEach(each -> {
            if (each == '\n') {
                text.append("\\n");
            } else if (each == '\r') {
                text.append("\\r");
            } else if (each != '\t' && Character.isISOControl(each)) {
                text.append("\\u%04x".formatted(each));
            } else {
                text.append((char) each);
            }
        });
        return text.toString();
    }
}
