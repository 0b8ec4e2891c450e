package org.reelbench.interchange.internal.otio;

import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Item;

/**
 * What a child of a track becomes once it is known how many frames it lasts.
 *
 * @param at the child
 * @param duration how long it lasts by the file
 * @param zero what the times of its markers are counted from
 * @param building makes the item
 */
record Piece(Fields at, RationalTime duration, RationalTime zero, Building building) {

    /** Makes an item of a length above zero. */
    interface Building {

        Item build(long durationFrames) throws TimelineFormatException;
    }
}
