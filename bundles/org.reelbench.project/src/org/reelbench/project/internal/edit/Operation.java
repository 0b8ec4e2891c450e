package org.reelbench.project.internal.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.reelbench.project.CommandDescription;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ParameterType;
import org.reelbench.timeline.EditRefused;

/**
 * One kind of edit command with what it does.
 */
record Operation(CommandDescription description, Action action) {

    /** What the command does, as a pure function. */
    interface Action {
        Outcome apply(Editing editing) throws EditRefused;
    }

    /** Returns an operation on one sequence, which may be named by the parameter {@code sequence}. */
    static Operation onSequence(String name, String purpose, Action action, ParameterDescription... parameters) {
        List<ParameterDescription> all = new ArrayList<>(Arrays.asList(parameters));
        all.add(optional("sequence", ParameterType.ID, "the sequence; without it the main one"));
        return new Operation(new CommandDescription(name, purpose, all), action);
    }

    static Operation onProject(String name, String purpose, Action action, ParameterDescription... parameters) {
        return new Operation(new CommandDescription(name, purpose, List.of(parameters)), action);
    }

    static ParameterDescription required(String name, ParameterType type, String purpose) {
        return new ParameterDescription(name, type, true, purpose);
    }

    static ParameterDescription optional(String name, ParameterType type, String purpose) {
        return new ParameterDescription(name, type, false, purpose);
    }
}
