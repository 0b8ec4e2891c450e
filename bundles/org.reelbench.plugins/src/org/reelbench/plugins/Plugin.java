package org.reelbench.plugins;

import java.nio.file.Path;

/**
 * A plug-in as it is at a moment.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param id its symbolic name, or the file's name if that is no bundle
 * @param version its version, or an empty text if that is not known
 * @param name what people call it
 * @param state whether it runs
 * @param note why it does not run, or what is to be known of it; often empty
 * @param file where it lies
 * @param failedCalls how many calls into its code failed since it was started
 * @param abandonedCalls how many calls into its code never returned and go on in threads of their own
 * @param leftThreads how many threads of it run though it is gone
 */
public record Plugin(String id, String version, String name, State state, String note, Path file, int failedCalls,
        int abandonedCalls, int leftThreads) {

    /** Whether a plug-in runs. */
    public enum State {
        /** Its services are there. */
        RUNNING,
        /** Something it needs is missing; it starts when that comes. */
        WAITING,
        /** It failed several times and is not called for half a minute. */
        RESTING,
        /** It hung or went on failing, and is not started again until it is updated or somebody asks for it. */
        QUARANTINED,
        /** Its file may not be installed. */
        REFUSED,
        /** The program was started without plug-ins. */
        OFF,
        /** It was removed and has left something behind. */
        REMOVED
    }
}
