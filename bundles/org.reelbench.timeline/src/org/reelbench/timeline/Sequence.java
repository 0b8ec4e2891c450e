package org.reelbench.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;

/**
 * A snapshot of an edited sequence: its tracks and the form of picture and sound it is made in.
 * <p>
 * Immutable, safe for every thread. {@link Edits} makes the next snapshot from one, sharing what did not change;
 * {@link Invariants} tells whether its items fit together.
 *
 * @param id the id
 * @param name the name shown to people
 * @param rate frames per second, in which all durations and positions are counted
 * @param widthPx the width of the canvas, above zero
 * @param heightPx the height of the canvas, above zero
 * @param sampleRateHz samples of sound per second, above zero
 * @param limiter whether a limiter at the output keeps its sound below full scale where it is played or exported; shown by a clip
 *            of another sequence it has none
 * @param tracks the tracks, bottom first
 * @param markers the markers, in the order of their frames, those of one frame in the order of their ids
 * @param inOut the range somebody marked, from its in point to its out point; null if none is
 * @param extras members of the project file this version does not know
 */
public record Sequence(Id id, String name, FrameRate rate, int widthPx, int heightPx, int sampleRateHz, boolean limiter,
        List<Track> tracks, List<Marker> markers, @Nullable FrameRange inOut, Extras extras) {

    private static final Comparator<Marker> BY_FRAME = Comparator.comparingLong(Marker::frame).thenComparing(Marker::id);

    /**
     * Creates a sequence; the markers are put in order.
     *
     * @throws IllegalArgumentException if a size or the sample rate is not above zero
     */
    public Sequence {
        if (widthPx < 1 || heightPx < 1) {
            throw new IllegalArgumentException("a canvas is at least one pixel in size, not " + widthPx + "x" + heightPx);
        }
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("a sample rate is above zero, not " + sampleRateHz);
        }
        tracks = List.copyOf(tracks);
        markers = markers.stream().sorted(BY_FRAME).toList();
    }

    /**
     * Creates a sequence without a limiter in which nothing is marked.
     *
     * @param id the id
     * @param name the name shown to people
     * @param rate frames per second
     * @param widthPx the width of the canvas, above zero
     * @param heightPx the height of the canvas, above zero
     * @param sampleRateHz samples of sound per second, above zero
     * @param tracks the tracks, bottom first
     * @param extras members of the project file this version does not know
     * @throws IllegalArgumentException if a size or the sample rate is not above zero
     */
    public Sequence(Id id, String name, FrameRate rate, int widthPx, int heightPx, int sampleRateHz, List<Track> tracks,
            Extras extras) {
        this(id, name, rate, widthPx, heightPx, sampleRateHz, false, tracks, List.of(), null, extras);
    }

    /**
     * Returns how long the sequence is.
     *
     * @return the number of frames of its longest track; zero if it has none
     */
    public long durationFrames() {
        long longest = 0;
        for (Track track : tracks) {
            longest = Math.max(longest, track.durationFrames());
        }
        return longest;
    }

    /**
     * Returns a track.
     *
     * @param track the track's id
     * @return the track
     * @throws NoSuchElementException if the sequence has no such track
     */
    public Track track(Id track) {
        return findTrack(track).orElseThrow(() -> new NoSuchElementException("there is no track " + track));
    }

    /**
     * Looks for a track.
     *
     * @param track the track's id
     * @return the track, or empty if the sequence has none of that id
     */
    public Optional<Track> findTrack(Id track) {
        return tracks.stream().filter(candidate -> candidate.id().equals(track)).findFirst();
    }

    /**
     * Returns this sequence with one track exchanged for another of the same id.
     *
     * @param track the new track
     * @return the sequence; this one if the track is the same instance
     * @throws NoSuchElementException if the sequence has no track of that id
     */
    public Sequence withTrack(Track track) {
        Track old = track(track.id());
        return old == track ? this : withTracks(tracks.stream().map(each -> each == old ? track : each).toList());
    }

    /**
     * Returns this sequence with other tracks.
     *
     * @param newTracks the tracks, bottom first
     * @return the sequence
     */
    public Sequence withTracks(List<Track> newTracks) {
        return new Sequence(id, name, rate, widthPx, heightPx, sampleRateHz, limiter, newTracks, markers, inOut, extras);
    }

    /**
     * Returns this sequence with other markers.
     *
     * @param newMarkers the markers in any order
     * @return the sequence
     */
    public Sequence withMarkers(List<Marker> newMarkers) {
        return new Sequence(id, name, rate, widthPx, heightPx, sampleRateHz, limiter, tracks, newMarkers, inOut, extras);
    }

    /**
     * Returns this sequence with another range marked.
     *
     * @param newInOut the range, or null for none
     * @return the sequence
     */
    public Sequence withInOut(@Nullable FrameRange newInOut) {
        return new Sequence(id, name, rate, widthPx, heightPx, sampleRateHz, limiter, tracks, markers, newInOut, extras);
    }

    /**
     * Returns this sequence under another name.
     *
     * @param newName the name shown to people
     * @return the sequence
     */
    public Sequence withName(String newName) {
        return new Sequence(id, newName, rate, widthPx, heightPx, sampleRateHz, limiter, tracks, markers, inOut, extras);
    }

    /**
     * Returns this sequence with a limiter or without.
     *
     * @param newLimiter whether a limiter at the output keeps its sound below full scale
     * @return the sequence
     */
    public Sequence withLimiter(boolean newLimiter) {
        return new Sequence(id, name, rate, widthPx, heightPx, sampleRateHz, newLimiter, tracks, markers, inOut, extras);
    }

    /**
     * Tells whether a track has a part in what is seen or heard: a video track that is hidden and an audio track that is muted
     * has none, and as soon as one track of its kind is solo, only those that are.
     *
     * @param track one of the tracks
     * @return true if it has
     */
    public boolean isPresented(Track track) {
        boolean off = track.kind() == TrackKind.VIDEO ? track.hidden() : track.muted();
        return !off && (track.solo() || tracks.stream().noneMatch(each -> each.solo() && each.kind() == track.kind()));
    }

    /**
     * Looks for a clip on all tracks. Costs as much as {@link TrackItems#find} for each track.
     *
     * @param clip the clip's id
     * @return where it lies, or empty if the sequence has no such clip
     */
    public Optional<ClipPlace> findClip(Id clip) {
        for (Track track : tracks) {
            Optional<Located> found = track.items().find(clip);
            if (found.isPresent() && found.get().item() instanceof Clip candidate) {
                return Optional.of(new ClipPlace(track, found.get().index(), found.get().startFrame(), candidate));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the greatest number that follows a stem in the ids of the sequence, its tracks, clips, transitions, markers, links
     * and groups: 12 if there are c3 and c12 and the stem is c. Costs as much as {@link TrackItems#find} for each track, and the
     * number of markers.
     *
     * @param stem the text before the number
     * @return the number as {@link Id#numberAfter} tells it; zero if there is none
     */
    public long greatestNumber(String stem) {
        long greatest = id.numberAfter(stem);
        for (Track track : tracks) {
            greatest = Math.max(greatest, Math.max(track.id().numberAfter(stem), track.items().greatestNumber(stem)));
        }
        for (Marker marker : markers) {
            greatest = Math.max(greatest, marker.id().numberAfter(stem));
        }
        return greatest;
    }
}
