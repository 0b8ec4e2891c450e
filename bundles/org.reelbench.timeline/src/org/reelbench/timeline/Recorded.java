package org.reelbench.timeline;

import java.util.UUID;

import org.reelbench.time.RationalTime;

/**
 * That a medium is being recorded: clips that end where it ended when it was last looked at grow with it.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param recording which recording it is: the id that stands in its file
 * @param length how long it is as far as the project knows, not negative
 */
public record Recorded(UUID recording, RationalTime length) {

    /**
     * Creates it.
     *
     * @throws IllegalArgumentException if the length is negative
     */
    public Recorded {
        if (length.signum() < 0) {
            throw new IllegalArgumentException("no recording is " + length + " long");
        }
    }
}
