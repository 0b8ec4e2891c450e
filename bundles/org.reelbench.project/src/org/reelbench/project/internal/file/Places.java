package org.reelbench.project.internal.file;

import org.reelbench.timeline.Id;

/**
 * How messages name things of a project: by the name people see, or by the id where there is none.
 */
public final class Places {

    private static final int MAX_SHOWN_CHARS = 60;

    private Places() {
    }

    /** Returns {@code kind 'name'}. */
    public static String named(String kind, String name, Id id) {
        return kind + " '" + shown(name.isBlank() ? id.value() : name) + "'";
    }

    /** Returns {@code kind 'id'}. */
    public static String named(String kind, Id id) {
        return named(kind, "", id);
    }

    /** Returns a text as a message can hold it: short, and on one line. */
    public static String shown(String text) {
        String start = text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS - 3) + "...";
        return start.chars().anyMatch(Character::isISOControl) ? start.replaceAll("\\p{Cntrl}", "\ufffd") : start;
    }
}
