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
 * @param solo whether, of its kind, only tracks that are solo are seen or heard
 * @param locked whether edits of what lies on it are refused
 * @param items what is on it, from the first frame on
 * @param extras members of the project file this version does not know
 */
public record Track(Id id, String name, TrackKind kind, boolean hidden, boolean muted, boolean solo, boolean locked,
        TrackItems items, Extras extras) {

    /**
     * Returns an empty track that is seen and heard.
     *
     * @param id the id
     * @param name the name shown to people
     * @param kind pictures or sounds
     * @return the track
     */
    public static Track of(Id id, String name, TrackKind kind) {
        return new Track(id, name, kind, false, false, false, false, TrackItems.EMPTY, Extras.NONE);
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
        return newItems == items ? this : new Track(id, name, kind, hidden, muted, solo, locked, newItems, extras);
    }

    /**
     * Returns this track under another name.
     *
     * @param newName the name shown to people
     * @return the track; this one if nothing changes
     */
    public Track withName(String newName) {
        return newName.equals(name) ? this : new Track(id, newName, kind, hidden, muted, solo, locked, items, extras);
    }

    /**
     * Returns this track hidden or shown.
     *
     * @param newHidden whether it is hidden
     * @return the track; this one if nothing changes
     */
    public Track withHidden(boolean newHidden) {
        return newHidden == hidden ? this : new Track(id, name, kind, newHidden, muted, solo, locked, items, extras);
    }

    /**
     * Returns this track muted or heard.
     *
     * @param newMuted whether it is muted
     * @return the track; this one if nothing changes
     */
    public Track withMuted(boolean newMuted) {
        return newMuted == muted ? this : new Track(id, name, kind, hidden, newMuted, solo, locked, items, extras);
    }

    /**
     * Returns this track solo or one of all.
     *
     * @param newSolo whether it is solo
     * @return the track; this one if nothing changes
     */
    public Track withSolo(boolean newSolo) {
        return newSolo == solo ? this : new Track(id, name, kind, hidden, muted, newSolo, locked, items, extras);
    }

    /**
     * Returns this track locked or open to edits.
     *
     * @param newLocked whether it is locked
     * @return the track; this one if nothing changes
     */
    public Track withLocked(boolean newLocked) {
        return newLocked == locked ? this : new Track(id, name, kind, hidden, muted, solo, newLocked, items, extras);
    }

    /**
     * Returns this track with other members this version does not know.
     *
     * @param newExtras the members
     * @return the track; this one if nothing changes
     */
    public Track withExtras(Extras newExtras) {
        return newExtras.equals(extras) ? this : new Track(id, name, kind, hidden, muted, solo, locked, items, newExtras);
    }
}
