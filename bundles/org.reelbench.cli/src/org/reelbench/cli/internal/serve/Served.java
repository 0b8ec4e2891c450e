package org.reelbench.cli.internal.serve;

import java.util.List;
import java.util.Optional;

import org.reelbench.cli.CommandException;
import org.reelbench.timeline.Sequence;

/** A project whose sequences have addresses, until it is closed. For one thread. */
interface Served extends AutoCloseable {

    /** Begins; returns all sequences. */
    List<Sequence> start() throws CommandException;

    /** Looks what became of it; returns the sequences that are new. */
    List<Sequence> look() throws CommandException;

    /** Where it can be edited, if it can. */
    default Optional<String> api() {
        return Optional.empty();
    }

    @Override
    void close();
}
