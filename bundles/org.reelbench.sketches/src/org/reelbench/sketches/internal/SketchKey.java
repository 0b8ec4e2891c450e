package org.reelbench.sketches.internal;

import org.reelbench.sketches.SketchSource;
import org.reelbench.time.RationalTime;

/** What one sketch shows. */
sealed interface SketchKey {

    /** The stream. */
    SketchSource source();

    /** Names it among those of one stream, for the cache on disk. */
    String name();

    /**
     * A small picture.
     *
     * @param source the stream
     * @param time where the cell of the grid begins
     */
    record Picture(SketchSource source, RationalTime time) implements SketchKey {

        @Override
        public String name() {
            return "t " + time;
        }
    }

    /**
     * A piece of an outline.
     *
     * @param source the stream
     * @param level the level of detail
     * @param piece its number
     */
    record Piece(SketchSource source, int level, long piece) implements SketchKey {

        @Override
        public String name() {
            return "w " + level + " " + piece;
        }
    }
}
