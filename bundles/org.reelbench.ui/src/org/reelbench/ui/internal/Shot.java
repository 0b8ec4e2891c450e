package org.reelbench.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
import org.reelbench.ui.Landing;

/**
 * A medium to be put on tracks as a whole: its picture, its sound, or both.
 *
 * @param medium the medium
 * @param name its name
 * @param info what it is
 */
record Shot(Id medium, String name, MediaInfo info) {

    /** So long pictures stand that do not move. */
    private static final int STILL_SECONDS = 5;

    /**
     * A clip that is to be made.
     *
     * @param track its track
     * @param content the parameter that names the medium
     * @param stream which stream of it
     * @param durationFrames how long
     */
    record Part(Id track, String content, int stream, long durationFrames) {

        private EditCommand command(Id medium, long startFrame, Landing landing, long revision) {
            EditCommand command = EditCommand.of(landing.command(), revision).with("track", track.value())
                    .with(content, medium.value()).with("startFrame", startFrame).with("durationFrames", durationFrames);
            return content.equals("media") ? command.with("stream", stream) : command;
        }
    }

    /** Adds what puts the shot on tracks and links picture and sound to a draft, which is of no use where that is refused. */
    void put(EditDraft draft, Optional<Id> track, long startFrame, Landing landing) throws EditRefused {
        List<Object> clips = new ArrayList<>();
        for (Part part : parts(draft.project().mainSequence(), track)) {
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

    /** What is put where: on the track that is named, else the picture and the sound on the lowest tracks that take them. */
    List<Part> parts(Sequence sequence, Optional<Id> track) throws EditRefused {
        List<Part> parts = new ArrayList<>();
        if (track.isPresent()) {
            Track named = sequence.findTrack(track.get()).orElseThrow(() -> new EditRefused("the track is not there any more"));
            parts.add(part(sequence.rate(), named));
            return parts;
        }
        if (info.video().isPresent()) {
            parts.add(part(sequence.rate(), lowest(sequence, TrackKind.VIDEO)));
        }
        if (info.audio().isPresent()) {
            parts.add(part(sequence.rate(), lowest(sequence, TrackKind.AUDIO)));
        }
        if (parts.isEmpty()) {
            throw new EditRefused("there is neither picture nor sound in '" + name + "'");
        }
        return parts;
    }

    private static Track lowest(Sequence sequence, TrackKind kind) throws EditRefused {
        return sequence.tracks().stream().filter(track -> track.kind() == kind && !track.locked()).findFirst()
                .orElseThrow(() -> new EditRefused(
                        "there is no " + (kind == TrackKind.VIDEO ? "video" : "audio")
                                + " track that is not locked; add one first"));
    }

    private Part part(FrameRate rate, Track track) throws EditRefused {
        if (track.kind() == TrackKind.VIDEO) {
            VideoStreamInfo video = info.video().orElseThrow(() -> new EditRefused(
                    "there is no picture in '" + name + "'; put it on an audio track"));
            return video.still()
                    ? new Part(track.id(), "still", 0, rate.frameAtOrAfter(RationalTime.of(STILL_SECONDS, 1)))
                    : new Part(track.id(), "media", video.index(), frames(rate, video.duration()));
        }
        AudioStreamInfo audio = info.audio().orElseThrow(() -> new EditRefused(
                "there is no sound in '" + name + "'; put it on a video track"));
        return new Part(track.id(), "media", audio.index(), frames(rate, audio.duration()));
    }

    /** Every frame that begins before the end shows something of the source. */
    private long frames(FrameRate rate, RationalTime duration) throws EditRefused {
        if (duration.signum() <= 0) {
            throw new EditRefused("'" + name + "' does not say how long it is; convert it to MP4 or Matroska first");
        }
        return rate.frameAtOrAfter(duration);
    }
}
