package org.reelbench.timeline;

/**
 * A place in a sequence that somebody noted.
 * <p>
 * Immutable, safe for every thread. A marker belongs to frames of the sequence, not to what lies there: edits of clips do not
 * move it.
 *
 * @param id the id, one of its own among the clips, transitions and markers of a sequence
 * @param name the name shown to people; may be empty
 * @param frame the frame it stands at, from 0 to {@link Item#MAX_DURATION_FRAMES}
 * @param durationFrames how many frames it covers, from 0 for a mere point to {@link Item#MAX_DURATION_FRAMES}
 * @param color its colour as {@code #rrggbb}, or empty for the usual one
 * @param note what is said about the place; may be empty
 * @param extras members of the project file this version does not know
 */
public record Marker(Id id, String name, long frame, long durationFrames, String color, String note, Extras extras) {

    /**
     * Creates a marker.
     *
     * @throws IllegalArgumentException if a number is out of range or the colour is none
     */
    public Marker {
        if (frame < 0 || frame > Item.MAX_DURATION_FRAMES || durationFrames < 0 || durationFrames > Item.MAX_DURATION_FRAMES) {
            throw new IllegalArgumentException("marker " + id + " stands at a frame from 0 to " + Item.MAX_DURATION_FRAMES
                    + " and covers as many frames at most, not " + durationFrames + " at " + frame);
        }
        if (!color.isEmpty() && !color.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("the colour of marker " + id + " is one such as #ff8000, not '" + color + "'");
        }
    }

    /**
     * Returns a marker of a single point in the usual colour.
     *
     * @param id the id
     * @param name the name shown to people; may be empty
     * @param frame the frame, from 0
     * @return the marker
     * @throws IllegalArgumentException if the frame is out of range
     */
    public static Marker of(Id id, String name, long frame) {
        return new Marker(id, name, frame, 0, "", "", Extras.NONE);
    }
}
