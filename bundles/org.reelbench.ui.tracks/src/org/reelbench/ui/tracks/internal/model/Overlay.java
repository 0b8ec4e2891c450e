package org.reelbench.ui.tracks.internal.model;

import java.util.List;
import java.util.Optional;

/**
 * What lies over the tracks while the hand does something.
 *
 * @param guideFrames where lines run through all tracks: what is dragged has snapped there
 * @param marquee the rectangle in which clips are being selected
 * @param note what is said beside the mouse
 * @param twoUp the frames on both sides of the cut that is trimmed
 */
public record Overlay(List<Long> guideFrames, Optional<Box> marquee, Optional<Note> note,
        Optional<TwoUp> twoUp) {

    /** Nothing is being done. */
    public static final Overlay NONE = new Overlay(List.of(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /**
     * A rectangle of the view.
     *
     * @param xPx its left border
     * @param yPx its upper border
     * @param widthPx its width
     * @param heightPx its height
     */
    public record Box(int xPx, int yPx, int widthPx, int heightPx) {

        /**
         * Returns the rectangle between two corners.
         *
         * @param x1 the column of one
         * @param y1 the row of one
         * @param x2 the column of the other
         * @param y2 the row of the other
         * @return the rectangle
         */
        public static Box between(int x1, int y1, int x2, int y2) {
            return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1) + 1, Math.abs(y2 - y1) + 1);
        }
    }

    /**
     * Words beside the mouse.
     *
     * @param text one line
     * @param xPx the mouse's column
     * @param yPx the mouse's row
     * @param isProblem whether they say why something cannot be done
     */
    public record Note(String text, int xPx, int yPx, boolean isProblem) {
    }

    /** Creates it with a list of its own. */
    public Overlay {
        guideFrames = List.copyOf(guideFrames);
    }
}
