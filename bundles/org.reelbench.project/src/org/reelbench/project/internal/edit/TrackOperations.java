package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.ParameterType.WHOLE;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;
import java.util.Locale;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * The edits of tracks and of the transitions between their clips.
 */
final class TrackOperations {

    private static final ParameterDescription TRACK = required("track", ID, "the track");

    private TrackOperations() {
    }

    static List<Operation> all() {
        return List.of(
                onSequence(EditCommands.DISSOLVE, "Dissolves from a clip to the one that touches its end.",
                        TrackOperations::dissolve,
                        required("clip", ID, "the clip before the cut"),
                        required("durationFrames", FRAMES, "how long the dissolve takes, half of it before the cut")),
                onSequence(EditCommands.REMOVE_TRANSITION, "Makes a transition a cut again.", TrackOperations::removeTransition,
                        required("transition", ID, "the transition")),
                onSequence(EditCommands.HIDE_TRACK, "Hides a track.", editing -> setHidden(editing, true), TRACK),
                onSequence(EditCommands.SHOW_TRACK, "Shows a hidden track.", editing -> setHidden(editing, false), TRACK),
                onSequence(EditCommands.MUTE_TRACK, "Mutes a track.", editing -> setMuted(editing, true), TRACK),
                onSequence(EditCommands.UNMUTE_TRACK, "Lets a muted track be heard.", editing -> setMuted(editing, false), TRACK),
                onSequence(EditCommands.ADD_TRACK, "Adds an empty track.", TrackOperations::add,
                        required("kind", TEXT, "video or audio"),
                        optional("name", TEXT, "its name; without it V or A and a number"),
                        optional("index", WHOLE, "how many tracks lie below it; without it all")),
                onSequence(EditCommands.REMOVE_TRACK, "Takes a track away with all that is on it.", TrackOperations::remove,
                        TRACK));
    }

    private static Outcome dissolve(Editing editing) throws EditRefused {
        ClipPlace left = editing.clip();
        long durationFrames = editing.parameters().frames("durationFrames", 1, editing.sequence().rate());
        Id id = FreshIds.transition(editing.project());
        Sequence after = Edits.dissolve(editing.sequence(), left.clip().id(), id, durationFrames);
        String label = "Dissolve after " + Editing.shown(left.clip()) + " at " + editing.timecode(left.endFrame());
        return editing.outcome(after, label, id);
    }

    private static Outcome removeTransition(Editing editing) throws EditRefused {
        Id id = editing.parameters().id("transition");
        return editing.outcome(Edits.removeTransition(editing.sequence(), id), "Remove transition '" + id + "'");
    }

    private static Outcome setHidden(Editing editing, boolean hidden) throws EditRefused {
        Track track = editing.track("track");
        Sequence after = Edits.setHidden(editing.sequence(), track.id(), hidden);
        return editing.outcome(after, (hidden ? "Hide " : "Show ") + Editing.shown(track));
    }

    private static Outcome setMuted(Editing editing, boolean muted) throws EditRefused {
        Track track = editing.track("track");
        Sequence after = Edits.setMuted(editing.sequence(), track.id(), muted);
        return editing.outcome(after, (muted ? "Mute " : "Unmute ") + Editing.shown(track));
    }

    private static Outcome add(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        TrackKind kind = switch (parameters.text("kind")) {
        case "video" -> TrackKind.VIDEO;
        case "audio" -> TrackKind.AUDIO;
        default -> throw parameters.wrong("kind", "\"video\" or \"audio\"");
        };
        int count = editing.sequence().tracks().size();
        int index = parameters.whole("index", 0, count, count);
        Id id = FreshIds.track(editing.project(), kind == TrackKind.VIDEO ? "v" : "a");
        String name = parameters.text("name", id.value().toUpperCase(Locale.ROOT));
        Track track = Track.of(id, name, kind);
        return editing.outcome(Edits.addTrack(editing.sequence(), index, track), "Add track " + Editing.shown(track), id);
    }

    private static Outcome remove(Editing editing) throws EditRefused {
        Track track = editing.track("track");
        return editing.outcome(Edits.removeTrack(editing.sequence(), track.id()), "Remove track " + Editing.shown(track));
    }
}
