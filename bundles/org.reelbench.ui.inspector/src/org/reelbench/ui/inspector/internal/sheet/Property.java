package org.reelbench.ui.inspector.internal.sheet;

import java.util.List;
import java.util.Optional;

import org.reelbench.project.EditCommand;

/**
 * One value of what is selected.
 *
 * @param key tells it apart from others of its sheet, and stays while values change
 * @param label what people call it
 * @param kind what its values are
 * @param value the value now: a {@link Double}, {@link Boolean} or {@link String} after the kind
 * @param change makes edits of another value
 * @param keying how it moves, if it can
 */
public record Property(String key, String label, Kind kind, Object value, Change change, Optional<Keying> keying) {

    /** Makes edits of a value. */
    @FunctionalInterface
    public interface Change {

        /**
         * Makes the edits.
         *
         * @param value the value, of the kind of the property
         * @return the edits, to be made as one
         * @throws IllegalArgumentException with a message for people if the value cannot be
         */
        List<EditCommand> of(Object value);
    }

    static Property of(String key, String label, Kind kind, Object value, Change change) {
        return new Property(key, label, kind, value, change, Optional.empty());
    }

    static Property fixed(String key, String label, String value) {
        return of(key, label, Kind.Plain.FIXED, value, _ -> List.of());
    }

    Property with(Keying newKeying) {
        return new Property(key, label, kind, value, change, Optional.of(newKeying));
    }

    String shape() {
        return key + "=" + label + kind + keying.isPresent();
    }
}
