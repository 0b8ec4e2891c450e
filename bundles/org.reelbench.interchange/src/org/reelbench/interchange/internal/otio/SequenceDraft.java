package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.reelbench.interchange.CanvasSize;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** A sequence being read: the size of its canvas is known when all media have been seen. */
final class SequenceDraft {

    private final Id id;
    private final String name;
    private final FrameRate rate;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Track> sounds = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private Extras extras = Extras.NONE;
    private long durationFrames;

    SequenceDraft(Id id, String name, FrameRate rate) {
        this.id = id;
        this.name = name;
        this.rate = rate;
    }

    Id id() {
        return id;
    }

    String name() {
        return name;
    }

    FrameRate rate() {
        return rate;
    }

    /** Adds a track, whose gaps at the end count for the length of the sequence though a track does not keep them. */
    void add(Track track, long wholeDurationFrames) {
        tracks.add(track);
        durationFrames = Math.max(durationFrames, wholeDurationFrames);
    }

    /** Adds a track for the sounds of sequences nested in a video track; it comes after all others. */
    void addSounds(Track track) {
        sounds.add(track);
    }

    /** Returns what the next track of a kind is called if it has no name. */
    String nameOfNext(TrackKind kind) {
        return (kind == TrackKind.VIDEO ? "V" : "A") + (all().filter(track -> track.kind() == kind).count() + 1);
    }

    private Stream<Track> all() {
        return Stream.concat(tracks.stream(), sounds.stream());
    }

    void add(Marker marker) {
        markers.add(marker);
    }

    void keep(Extras newExtras) {
        extras = newExtras;
    }

    long durationFrames() {
        return durationFrames;
    }

    boolean has(TrackKind kind) {
        return all().anyMatch(track -> track.kind() == kind && !track.items().isEmpty());
    }

    Sequence sequence(CanvasSize size, int sampleRateHz) {
        return new Sequence(id, name, rate, size.widthPx(), size.heightPx(), sampleRateHz, false, all().toList(), markers,
                null, extras);
    }
}
