package org.reelbench.sketches;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.time.RationalTime;

/**
 * The sketches that one view paints. A painting asks for all it shows between {@link #begin} and {@link #end}; what is not there yet
 * is made in the order of asking, and what the painting before asked for and this one does not is not made any more.
 * <p>
 * One thread, such as the one that paints: every call answers at once from memory.
 * <p>
 * Whoever opened the view closes it.
 */
@ProviderType
public interface SketchView extends AutoCloseable {

    /** Begins a painting. */
    void begin();

    /**
     * Asks for a small picture: that of the sync sample nearest before the start of the grid's cell that holds a time.
     *
     * @param source the stream of pictures
     * @param time the source time
     * @param step the width of the grid's cells; see {@link #step}
     * @return the picture, or the one of a coarser grid that is there, or empty if none is
     */
    Optional<Thumbnail> thumbnail(SketchSource source, RationalTime time, RationalTime step);

    /**
     * Asks for a piece of an outline.
     *
     * @param source the stream of sound
     * @param level the level of detail, 0 to {@link Waves#MOST_LEVEL}
     * @param piece the number of the piece, counted from the start of the medium
     * @return the piece, or empty if it is not there yet, or there is no sound
     */
    Optional<Waves> waves(SketchSource source, int level, long piece);

    /** Ends a painting: what it missed is made. */
    void end();

    /**
     * Returns the grid for pictures that lie so far apart.
     *
     * @param apart how far apart pictures are painted, above 0
     * @return the least power of two of a second that is not less, an eighth of a second at least
     */
    static RationalTime step(RationalTime apart) {
        RationalTime step = RationalTime.of(1, 8);
        while (step.isBefore(apart)) {
            step = step.plus(step);
        }
        return step;
    }

    /** Lets go of what is not made yet. Closing twice is harmless. */
    @Override
    void close();
}
