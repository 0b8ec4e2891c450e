package org.reelbench.ui.tracks.internal.paint;

import java.util.Optional;

import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;

/** The small pictures and outlines of clips that are there now; what is asked for and not there comes with a later painting. */
public interface ClipSketches {

    /** No sketches at all. */
    ClipSketches NONE = new ClipSketches() {
        @Override
        public Optional<Thumbnail> thumbnail(Clip clip, RationalTime sourceTime, RationalTime apart) {
            return Optional.empty();
        }

        @Override
        public Optional<Waves> waves(Clip clip, int level, long piece) {
            return Optional.empty();
        }
    };

    /**
     * Asks for the picture of a clip at a time.
     *
     * @param clip the clip
     * @param sourceTime the time in its source
     * @param apart how far apart in the source pictures are painted
     * @return the picture, or empty if there is none yet
     */
    Optional<Thumbnail> thumbnail(Clip clip, RationalTime sourceTime, RationalTime apart);

    /**
     * Asks for a piece of the outline of a clip's sound.
     *
     * @param clip the clip
     * @param level the level of detail
     * @param piece the number of the piece in the source
     * @return the piece, or empty if there is none yet
     */
    Optional<Waves> waves(Clip clip, int level, long piece);
}
