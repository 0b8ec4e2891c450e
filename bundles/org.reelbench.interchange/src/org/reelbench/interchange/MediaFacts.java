package org.reelbench.interchange;

import java.util.Optional;
import java.util.OptionalInt;

import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/**
 * What an import needs to know of a media file. Immutable, safe for every thread.
 *
 * @param pictureStream the index of the stream of pictures, from zero; empty if it has none
 * @param soundStream the index of the stream of sound, from zero; empty if it has none
 * @param still whether its picture is a single one, shown for as long as anybody likes
 * @param size the size of its pictures as they are shown; empty if it has none
 * @param rate the frame rate of its pictures; empty if it has none or they come irregularly
 * @param duration how long it is; zero if that is not known
 */
public record MediaFacts(OptionalInt pictureStream, OptionalInt soundStream, boolean still, Optional<CanvasSize> size,
        Optional<FrameRate> rate, RationalTime duration) {
}
