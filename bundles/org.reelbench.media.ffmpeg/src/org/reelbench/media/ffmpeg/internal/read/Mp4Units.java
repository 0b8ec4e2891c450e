package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/** The samples of one track in the order they are decoded, read one after the other. */
interface Mp4Units {

    /** How many samples of raw sound are one unit at most. */
    int PIECE_SAMPLES = 16_384;

    /**
     * Reads the next one.
     *
     * @return the unit, or null after the last
     * @throws IOException if it cannot be read
     * @throws OddMp4Exception if the file says what cannot be
     */
    @Nullable
    Unit next() throws IOException, OddMp4Exception;

    /** When the last unit read ends. */
    long endTicks();
}
