package org.reelbench.render;

import java.util.List;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;

/**
 * What one layer covers of a sequence's picture at a frame.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param track the track of the sequence that shows the layer, also where it lies in a sequence that a clip shows
 * @param clip the clip whose pictures it shows, never one that shows a sequence
 * @param medium the name of the medium, as messages name it; empty for what is drawn
 * @param corners the corners of what is seen of it, three or more, in the order in which a line around it meets them
 */
public record LayerOutline(Id track, Clip clip, String medium, List<Corner> corners) {

    /** Creates the outline with a list of its own. */
    public LayerOutline {
        corners = List.copyOf(corners);
    }

    /**
     * A place on the canvas; parts of pixels count.
     *
     * @param xPx how far from the canvas' left side, 0 to its width
     * @param yPx how far from its upper side, 0 to its height
     */
    public record Corner(double xPx, double yPx) {
    }
}
