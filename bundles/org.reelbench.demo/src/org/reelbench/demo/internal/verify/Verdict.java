package org.reelbench.demo.internal.verify;

import java.util.List;

/**
 * What reading the film back told.
 *
 * @param framesVerified how many frames were as they must be
 * @param clicksVerified how many clicks were where they must be
 * @param maxClickErrorSamples the greatest distance of a click from its place, at 48 kHz
 * @param deviations what was not as it must be
 */
public record Verdict(long framesVerified, long clicksVerified, long maxClickErrorSamples, List<Deviation> deviations) {

    /** Creates the verdict with a list of its own. */
    public Verdict {
        deviations = List.copyOf(deviations);
    }
}
