package org.reelbench.timeline;

/**
 * A track: a row of clips, gaps and transitions that lies over or sounds with the other tracks of a sequence.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param id the id, one of its own among the tracks of a sequence
 * @param name the name shown to people
 * @param kind pictures or sounds
 * @param hidden whether it is left out of the picture and of the track view
 * @param muted whether it is left out of the sound
 * @param items what is on it, from the first frame on
 * @param extras members of the project file this version does not know
 */
public record Track(Id id, String name, TrackKind kind, boolean hidden, boolean muted, TrackItems items, Extras extras) {

    /**
     * Returns an empty track that is seen and heard.
     *
     * @param id the id
     * @param name the name shown to people
     * @param kind pictures or sounds
     * @return the track
     */
    public static Track of(Id id, String name, TrackKind kind) {
        return new Track(id, name, kind, false, false, TrackItems.EMPTY, Extras.NONE);
    }

    /**
     * Returns where the track ends.
     *
     * @return the number of frames of all its items
     */
    public long durationFrames() {
        return items.durationFrames();
    }

    /**
     * Returns this track with other items.
     *
     * @param newItems the items
     * @return the track; this one if they are the same instance
     */
    public Track withItems(TrackItems newItems) {
        return newItems == items ? this : new Track(id, name, kind, hidden, muted, newItems, extras);
    }

    /**
     * Returns this track hidden or shown.
     *
     * @param newHidden whether it is hidden
     * @return the track; this one if nothing changes
     */
    public Track withHidden(boolean newHidden) {
        return newHidden == hidden ? this : new Track(id, name, kind, newHidden, muted, items, extras);
    }

    /**
     * Returns this track muted or heard.
     *
     * @param newMuted whether it is muted
     * @return the track; this one if nothing changes
     */
    public Track withMuted(boolean newMuted) {
        return newMuted == muted ? this : new Track(id, name, kind, hidden, newMuted, items, extras);
    }
}
