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
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackEdits;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;
import org.reelbench.timeline.TrimEdits;

/**
 * The edits of tracks and of the transitions between their clips.
 */
final class TrackOperations {

    private static final ParameterDescription TRACK = required("track", ID, "the track");

    private TrackOperations() {
    }

    static List<Operation> all() {
        return List.of(
                onSequence(EditCommands.DISSOLVE,
                        "Dissolves from a clip to the one that touches its end, or passes to it as a plug-in draws it.",
                        TrackOperations::dissolve,
                        required("clip", ID, "the clip before the cut"),
                        required("durationFrames", FRAMES, "how long the dissolve takes, half of it before the cut"),
                        optional("kind", TEXT, "the id of a plug-in's transition; without it a dissolve")),
                onSequence(EditCommands.TRIM_TRANSITION,
                        "Changes how far a transition reaches to both sides of its cut; what is not"
                                + " given stays.",
                        TrackOperations::trimTransition,
                        required("transition", ID, "the transition"),
                        optional("inOffsetFrames", FRAMES, "how long before the cut it begins"),
                        optional("outOffsetFrames", FRAMES, "how long after the cut it ends")),
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
                        TRACK),
                onSequence(EditCommands.MOVE_TRACK, "Puts a track below or above others.", TrackOperations::move, TRACK,
                        required("index", WHOLE, "how many tracks lie below it afterwards, video and audio counted together")),
                onSequence(EditCommands.RENAME_TRACK, "Gives a track another name.", TrackOperations::rename, TRACK,
                        required("name", TEXT, "the name")),
                onSequence(EditCommands.SOLO_TRACK, "Makes a track solo: of its kind, only solo tracks are seen or heard.",
                        editing -> setSolo(editing, true), TRACK),
                onSequence(EditCommands.UNSOLO_TRACK, "Makes a track one like all others again.",
                        editing -> setSolo(editing, false), TRACK),
                onSequence(EditCommands.LOCK_TRACK, "Locks a track: edits of what lies on it are refused.",
                        editing -> setLocked(editing, true), TRACK),
                onSequence(EditCommands.UNLOCK_TRACK, "Opens a locked track again.", editing -> setLocked(editing, false),
                        TRACK));
    }

    private static Outcome dissolve(Editing editing) throws EditRefused {
        ClipPlace left = editing.clip();
        long durationFrames = editing.parameters().frames("durationFrames", 1, editing.sequence().rate());
        Id id = FreshIds.transition(editing.project());
        String kind = editing.parameters().text("kind", Transition.DISSOLVE);
        if (kind.isBlank()) {
            throw editing.parameters().wrong("kind", "the id of a transition");
        }
        Sequence after = Edits.transition(editing.sequence(), left.clip().id(), id, kind, durationFrames);
        String label = (kind.equals(Transition.DISSOLVE) ? "Dissolve" : "Transition " + Places.shown(kind)) + " after "
                + Editing.shown(left.clip()) + " at " + editing.timecode(left.endFrame());
        return editing.outcome(after, label, id);
    }

    private static Outcome removeTransition(Editing editing) throws EditRefused {
        Id id = editing.parameters().id("transition");
        return editing.outcome(Edits.removeTransition(editing.sequence(), id), "Remove transition '" + id + "'");
    }

    private static Outcome trimTransition(Editing editing) throws EditRefused {
        Parameters given = editing.parameters();
        Id id = given.id("transition");
        Transition old = editing.sequence().tracks().stream().flatMap(track -> track.items().find(id).stream())
                .map(Located::item).filter(Transition.class::isInstance).map(Transition.class::cast).findFirst()
                .orElseThrow(() -> given.refused("there is no transition '" + id + "'"));
        long in = given.has("inOffsetFrames") ? editing.frames("inOffsetFrames", 0) : old.inOffsetFrames();
        long out = given.has("outOffsetFrames") ? editing.frames("outOffsetFrames", 0) : old.outOffsetFrames();
        return editing.outcome(TrimEdits.setTransition(editing.sequence(), id, in, out), "Trim transition '" + id + "'");
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

    static Outcome add(Editing editing) throws EditRefused {
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

    private static Outcome move(Editing editing) throws EditRefused {
        Track track = editing.track("track");
        int index = Math.toIntExact(editing.parameters().whole("index", 0, editing.sequence().tracks().size() - 1));
        return editing.outcome(TrackEdits.reorder(editing.sequence(), track.id(), index), "Move track " + Editing.shown(track));
    }

    private static Outcome rename(Editing editing) throws EditRefused {
        Track track = editing.track("track");
        String name = editing.parameters().text("name");
        Sequence after = TrackEdits.rename(editing.sequence(), track.id(), name);
        return editing.outcome(after, "Rename track " + Editing.shown(track) + " to '" + Places.shown(name) + "'");
    }

    private static Outcome setSolo(Editing editing, boolean solo) throws EditRefused {
        Track track = editing.track("track");
        Sequence after = TrackEdits.setSolo(editing.sequence(), track.id(), solo);
        return editing.outcome(after, (solo ? "Solo " : "Unsolo ") + Editing.shown(track));
    }

    private static Outcome setLocked(Editing editing, boolean locked) throws EditRefused {
        Track track = editing.track("track");
        Sequence after = TrackEdits.setLocked(editing.sequence(), track.id(), locked);
        return editing.outcome(after, (locked ? "Lock " : "Unlock ") + Editing.shown(track));
    }
}
