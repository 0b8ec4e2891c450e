package org.reelbench.interchange;

import java.util.Optional;

import org.reelbench.time.FrameRate;

/**
 * What a timeline file may leave open and a sequence needs. Immutable, safe for every thread.
 *
 * @param rate the frame rate of the sequences; empty takes the file's own, else that of its first medium, else
 *            {@link #FALLBACK_RATE}
 * @param size the canvas; empty takes the file's own, else the size of its first picture, else {@link #FALLBACK_SIZE}
 * @param sampleRateHz samples of sound per second, above zero
 */
public record ImportSettings(Optional<FrameRate> rate, Optional<CanvasSize> size, int sampleRateHz) {

    /** The frame rate where neither file nor media tell one. */
    public static final FrameRate FALLBACK_RATE = FrameRate.of(30, 1);

    /** The canvas where neither file nor media tell one. */
    public static final CanvasSize FALLBACK_SIZE = new CanvasSize(1280, 720);

    /** Everything as the file and its media say. */
    public static final ImportSettings DEFAULT = new ImportSettings(Optional.empty(), Optional.empty(), 48_000);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if the sample rate is not above zero
     */
    public ImportSettings {
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("a sample rate is above zero, not " + sampleRateHz);
        }
    }
}
