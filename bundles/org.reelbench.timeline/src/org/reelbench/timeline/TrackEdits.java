package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.timeline.internal.Lookup;

/**
 * The edits of tracks as a whole, as pure functions; {@link Edits} has those that hide, mute, add and remove them.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too. Costs the number of tracks. All of them
 * are made on locked tracks too: none touches what lies there.
 */
public final class TrackEdits {

    private TrackEdits() {
    }

    /**
     * Puts a track below or above others. Video and audio tracks are counted together; only the order among the video tracks is
     * seen.
     *
     * @param sequence the sequence
     * @param track the track
     * @param index where it is afterwards, 0 for the bottom, up to the number of tracks, exclusive
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track or index
     */
    public static Sequence reorder(Sequence sequence, Id track, int index) throws EditRefused {
        Track moved = Lookup.track(sequence, track);
        if (index < 0 || index >= sequence.tracks().size()) {
            throw new EditRefused("a track goes to an index from 0 to " + (sequence.tracks().size() - 1) + ", not " + index);
        }
        List<Track> tracks = new ArrayList<>(sequence.tracks());
        if (tracks.indexOf(moved) == index) {
            return sequence;
        }
        tracks.remove(moved);
        tracks.add(index, moved);
        return sequence.withTracks(tracks);
    }

    /**
     * Gives a track another name.
     *
     * @param sequence the sequence
     * @param track the track
     * @param name the name shown to people
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track
     */
    public static Sequence rename(Sequence sequence, Id track, String name) throws EditRefused {
        return sequence.withTrack(Lookup.track(sequence, track).withName(name));
    }

    /**
     * Makes a track solo, so that of its kind only solo tracks are seen or heard, or no longer so.
     *
     * @param sequence the sequence
     * @param track the track
     * @param solo whether it is solo
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track
     */
    public static Sequence setSolo(Sequence sequence, Id track, boolean solo) throws EditRefused {
        return sequence.withTrack(Lookup.track(sequence, track).withSolo(solo));
    }

    /**
     * Locks a track, so that all edits of what lies on it are refused, or opens it again.
     *
     * @param sequence the sequence
     * @param track the track
     * @param locked whether it is locked
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track
     */
    public static Sequence setLocked(Sequence sequence, Id track, boolean locked) throws EditRefused {
        return sequence.withTrack(Lookup.track(sequence, track).withLocked(locked));
    }
}
