package org.reelbench.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Excerpt;
import org.reelbench.ui.Landing;

/**
 * A medium to be put on tracks: its picture, its sound, or both, as a whole or a part of them.
 *
 * @param medium the medium
 * @param name its name
 * @param info what it is
 * @param excerpt the part that is meant; all of it without
 */
record Shot(Id medium, String name, MediaInfo info, Optional<Excerpt> excerpt) {

    /** So long pictures stand that do not move. */
    private static final int STILL_SECONDS = 5;

    /** Creates the shot of a whole medium. */
    Shot(Id medium, String name, MediaInfo info) {
        this(medium, name, info, Optional.empty());
    }

    /**
     * A clip that is to be made.
     *
     * @param track its track
     * @param content the parameter that names the medium
     * @param stream which stream of it
     * @param sourceIn where in it the clip begins
     * @param durationFrames how long
     */
    record Part(Id track, String content, int stream, RationalTime sourceIn, long durationFrames) {

        private EditCommand command(Id medium, long startFrame, Landing landing, long revision) {
            EditCommand command = EditCommand.of(landing.command(), revision).with("track", track.value())
                    .with(content, medium.value()).with("startFrame", startFrame).with("durationFrames", durationFrames);
            EditCommand from = sourceIn.signum() == 0 ? command : command.with("sourceIn", sourceIn.toString());
            return content.equals("media") ? from.with("stream", stream) : from;
        }
    }

    /** Adds what puts the shot on tracks and links picture and sound to a draft, which is of no use where that is refused. */
    void put(EditDraft draft, Optional<Id> track, long startFrame, Landing landing) throws EditRefused {
        List<Object> clips = new ArrayList<>();
        for (Part part : parts(draft.sequence(), track)) {
            clips.add(draft.make(part.command(medium, startFrame, landing, draft.revision())).created().getFirst().value());
        }
        if (clips.size() > 1) {
            draft.make(EditCommand.of(EditCommands.LINK, draft.revision()).with("clips", clips));
        }
    }

    /** How many frames of a sequence it fills. */
    long durationFrames(Sequence sequence, Optional<Id> track) throws EditRefused {
        return parts(sequence, track).stream().mapToLong(Part::durationFrames).max().orElse(0);
    }

    /**
     * What is put where: on the track that is named, else the picture and the sound on the lowest tracks that take them. Whole films
     * that are put on a track for pictures bring their sound along where there is a track for it.
     */
    List<Part> parts(Sequence sequence, Optional<Id> track) throws EditRefused {
        List<Part> parts = new ArrayList<>();
        Track named = track.isEmpty()
                ? null
                : sequence.findTrack(track.get()).orElseThrow(() -> new EditRefused("the track is not there any more"));
        if (named != null && excerpt.isEmpty()) {
            parts.add(part(sequence.rate(), named));
            if (named.kind() == TrackKind.VIDEO && info.audio().isPresent()) {
                Optional<Track> sound = lowestFree(sequence, TrackKind.AUDIO);
                if (sound.isPresent()) {
                    parts.add(part(sequence.rate(), sound.get()));
                }
            }
            return parts;
        }
        if (info.video().isPresent()) {
            parts.add(part(sequence.rate(), target(sequence, named, TrackKind.VIDEO)));
        }
        if (info.audio().isPresent()) {
            parts.add(part(sequence.rate(), target(sequence, named, TrackKind.AUDIO)));
        }
        if (parts.isEmpty()) {
            throw new EditRefused("there is neither picture nor sound in '" + name + "'");
        }
        return parts;
    }

    private static Track target(Sequence sequence, @Nullable Track named, TrackKind kind) throws EditRefused {
        return named != null && named.kind() == kind ? named : lowest(sequence, kind);
    }

    private static Track lowest(Sequence sequence, TrackKind kind) throws EditRefused {
        return lowestFree(sequence, kind).orElseThrow(() -> new EditRefused("there is no "
                + (kind == TrackKind.VIDEO ? "video" : "audio") + " track that is not locked; add one first"));
    }

    private static Optional<Track> lowestFree(Sequence sequence, TrackKind kind) {
        return sequence.tracks().stream().filter(track -> track.kind() == kind && !track.locked()).findFirst();
    }

    private Part part(FrameRate rate, Track track) throws EditRefused {
        if (track.kind() == TrackKind.VIDEO) {
            VideoStreamInfo video = info.video().orElseThrow(() -> new EditRefused(
                    "there is no picture in '" + name + "'; put it on an audio track"));
            return video.still()
                    ? new Part(track.id(), "still", 0, RationalTime.ZERO, excerpt.map(Excerpt::durationFrames)
                            .orElse(rate.frameAtOrAfter(RationalTime.of(STILL_SECONDS, 1))))
                    : new Part(track.id(), "media", video.index(), sourceIn(), frames(rate, video.duration()));
        }
        AudioStreamInfo audio = info.audio().orElseThrow(() -> new EditRefused(
                "there is no sound in '" + name + "'; put it on a video track"));
        return new Part(track.id(), "media", audio.index(), sourceIn(), frames(rate, audio.duration()));
    }

    private RationalTime sourceIn() {
        return excerpt.map(Excerpt::sourceIn).orElse(RationalTime.ZERO);
    }

    /** Every frame that begins before the end shows something of the source. */
    private long frames(FrameRate rate, RationalTime duration) throws EditRefused {
        if (duration.signum() <= 0) {
            throw new EditRefused("'" + name + "' does not say how long it is; convert it to MP4 or Matroska first");
        }
        if (excerpt.isEmpty()) {
            return rate.frameAtOrAfter(duration);
        }
        if (!sourceIn().isBefore(duration)) {
            throw new EditRefused("'" + name + "' ends before the part that is marked begins");
        }
        return Math.min(excerpt.get().durationFrames(), rate.frameAtOrAfter(duration.minus(sourceIn())));
    }
}
