package org.reelbench.project;

import java.util.List;

/**
 * One kind of edit: what help pages print, and what a command is checked against.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param name the {@link EditCommand#name() name} of the commands
 * @param purpose what they do, as a sentence
 * @param parameters their parameters; no other is accepted
 */
public record CommandDescription(String name, String purpose, List<ParameterDescription> parameters) {

    /**
     * Creates a description.
     */
    public CommandDescription {
        parameters = List.copyOf(parameters);
    }
}
