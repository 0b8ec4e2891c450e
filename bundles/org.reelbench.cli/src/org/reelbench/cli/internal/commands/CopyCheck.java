package org.reelbench.cli.internal.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaCollector.Collected;
import org.reelbench.media.MediaCollector.State;
import org.reelbench.media.MediaException;

/** Compares copies with their sources by the hash of all bytes: what lies between the samples of a fingerprint, too. */
final class CopyCheck {

    private final Fingerprints fingerprints;
    private final Cancellation cancellation;

    CopyCheck(Fingerprints fingerprints, Cancellation cancellation) {
        this.fingerprints = fingerprints;
        this.cancellation = cancellation;
    }

    void check(List<Collected> collected) throws CommandException {
        for (Collected medium : collected) {
            if (medium.state() != State.MISSING && !hash(medium.source().file()).equals(hash(medium.file()))) {
                throw new CommandException(ExitCode.FAILED, medium.file() + ": it is not the same as "
                        + medium.source().file() + "; delete the copy and collect again");
            }
        }
    }

    private String hash(Path file) throws CommandException {
        try {
            return fingerprints.contentHash(file, cancellation).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
            case MediaException failure -> throw MediaFailures.of(failure);
            case CancelledException cancelled -> throw cancelled;
            default -> throw e;
            }
        }
    }
}
