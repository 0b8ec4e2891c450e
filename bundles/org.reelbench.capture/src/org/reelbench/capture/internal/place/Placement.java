package org.reelbench.capture.internal.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.reelbench.capture.Recording;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Recorded;
import org.reelbench.timeline.TrackKind;

/**
 * Where a recording is wanted: decides the one edit that puts it there.
 *
 * @param recording the recording
 * @param session the project
 * @param sequence the sequence
 * @param frame where in it
 */
public record Placement(Recording recording, ProjectSession session, Id sequence, long frame) {

    /** Finds the medium of a recording that grows. */
    static Optional<MediaReference> find(Project project, UUID recording) {
        for (MediaReference medium : project.media()) {
            Recorded recorded = medium.recorded();
            if (recorded != null && recorded.recording().equals(recording)) {
                return Optional.of(medium);
            }
        }
        return Optional.empty();
    }

    static RationalTime time(long us) {
        return RationalTime.of(us, Growing.US_PER_SECOND);
    }

    /** Decides the edit, for a recording of so many microseconds that grows or has ended. */
    EditCommand command(long us, boolean grows) throws EditRefused {
        EditDraft draft = EditDraft.of(session, sequence);
        Id medium = medium(draft, us, grows);
        List<Object> clips = new ArrayList<>();
        boolean pictures = recording.request().pictures() != null;
        if (pictures) {
            clips.add(clip(draft, TrackKind.VIDEO, medium, 0, us));
        }
        if (recording.request().sound() != null) {
            clips.add(clip(draft, TrackKind.AUDIO, medium, pictures ? 1 : 0, us));
        }
        if (clips.size() > 1) {
            draft.make(EditCommand.of(EditCommands.LINK, draft.revision()).with("clips", clips));
        }
        return draft.command("Put '" + recording.file().getFileName() + "' on the timeline");
    }

    private Id medium(EditDraft draft, long us, boolean grows) throws EditRefused {
        String path = recording.file().toAbsolutePath().normalize().toString();
        Optional<Id> known = find(draft.project(), recording.mediaId()).map(MediaReference::id);
        if (known.isPresent()) {
            return known.get();
        }
        EditCommand add = EditCommand.of(EditCommands.ADD_MEDIA, draft.revision()).with("path", path);
        return draft.make(grows
                ? add.with("recording", recording.mediaId().toString()).with("length", time(us).toString())
                : add).created().getFirst();
    }

    private Object clip(EditDraft draft, TrackKind kind, Id medium, int stream, long us) throws EditRefused {
        Id track = track(draft, kind);
        long frames = draft.sequence().rate().frameAtOrAfter(time(us));
        return draft.make(EditCommand.of(EditCommands.OVERWRITE, draft.revision()).with("track", track.value())
                .with("media", medium.value()).with("stream", stream).with("startFrame", frame)
                .with("durationFrames", Math.max(1, frames))).created().getFirst().value();
    }

    /** The lowest track on which it can grow, or a new one. */
    private Id track(EditDraft draft, TrackKind kind) throws EditRefused {
        Optional<Id> free = draft.sequence().tracks().stream()
                .filter(track -> track.kind() == kind && !track.locked() && track.items().durationFrames() <= frame)
                .map(track -> track.id()).findFirst();
        if (free.isPresent()) {
            return free.get();
        }
        return draft.make(EditCommand.of(EditCommands.ADD_TRACK, draft.revision()).with("kind",
                kind == TrackKind.VIDEO ? "video" : "audio")).created().getFirst();
    }
}
