package org.reelbench.project;

import java.io.IOException;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides what becomes of changes that were not saved when Reelbench ended last.
 *
 * <pre>{@code
 * ProjectSession session = sessions.open(file, found -> ask(found.changes() + " changes were not saved. Recover them?")
 *         ? RecoveryChoice.Answer.RECOVER
 *         : RecoveryChoice.Answer.SKIP);
 * }</pre>
 *
 * Called on the thread that opens the project, before it is open; may wait for a person.
 */
@ConsumerType
@FunctionalInterface
public interface RecoveryChoice {

    /** Recovers what was made on the project as it is in its file, and nothing else. */
    RecoveryChoice SAFE = found -> found.kind() == Recovery.Kind.READY ? Answer.RECOVER : Answer.SKIP;

    /** Recovers whatever can be. */
    RecoveryChoice ALL = _ -> Answer.RECOVER;

    /** Recovers nothing. */
    RecoveryChoice NONE = _ -> Answer.SKIP;

    /** What is to be done. */
    enum Answer {
        /** Make the changes again: the session is dirty, and they can be undone. */
        RECOVER,
        /** Open the project as it is in its file, or not at all if it has none; the journal is kept and not offered again. */
        SKIP
    }

    /**
     * Decides.
     *
     * @param found what was found; if it is {@link Recovery.Kind#UNUSABLE} the answer makes no difference
     * @return what is to be done
     * @throws IOException if the project is not to be opened at all; nothing has changed, and it is asked again next time
     */
    Answer choose(Recovery found) throws IOException;
}
