package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;
import java.util.stream.Stream;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/**
 * The edits of where clips lie: append, place, split, trim, move, delete.
 */
final class ClipOperations {

    private static final ParameterDescription CLIP = required("clip", ID, "the clip");
    private static final ParameterDescription DELTA = required("deltaFrames", FRAMES, "how far; below zero is earlier");

    private ClipOperations() {
    }

    static List<Operation> all() {
        ParameterDescription track = required("track", ID, "the track it goes to");
        return List.of(
                onSequence(EditCommands.APPEND, "Puts a new clip at the end of a track.", ClipOperations::append,
                        withClip(track)),
                onSequence(EditCommands.PLACE, "Puts a new clip on free frames of a track.", ClipOperations::place,
                        withClip(track, required("startFrame", FRAMES, "the frame at which it begins"))),
                onSequence(EditCommands.SPLIT, "Cuts a clip in two.", ClipOperations::split,
                        required("frame", FRAMES, "the frame that becomes the first of the right part"),
                        optional("clip", ID, "the clip; one of clip and track is needed"),
                        optional("track", ID, "the track whose clip at that frame is cut")),
                onSequence(EditCommands.TRIM_START, "Moves the start of a clip; neighbours stay.", ClipOperations::trimStart,
                        CLIP, DELTA),
                onSequence(EditCommands.TRIM_END, "Moves the end of a clip; neighbours stay.", ClipOperations::trimEnd,
                        CLIP, DELTA),
                onSequence(EditCommands.MOVE, "Puts a clip on other free frames.", ClipOperations::move, CLIP,
                        required("toFrame", FRAMES, "the frame at which it begins"),
                        optional("toTrack", ID, "the track it goes to; without it it stays on its own")),
                onSequence(EditCommands.DELETE, "Takes a clip away and leaves a gap.", editing -> delete(editing, false), CLIP),
                onSequence(EditCommands.RIPPLE_DELETE, "Takes a clip away and moves up what follows.",
                        editing -> delete(editing, true), CLIP));
    }

    private static ParameterDescription[] withClip(ParameterDescription... first) {
        return Stream.concat(Stream.of(first), NewClip.PARAMETERS.stream()).toArray(ParameterDescription[]::new);
    }

    private static Outcome append(Editing editing) throws EditRefused {
        Track track = editing.track("track");
        Clip clip = NewClip.from(editing);
        Sequence after = Edits.append(editing.sequence(), track.id(), clip);
        return editing.outcome(after, "Append " + Editing.shown(clip) + " to " + Editing.shown(track), clip.id());
    }

    private static Outcome place(Editing editing) throws EditRefused {
        Track track = editing.track("track");
        Clip clip = NewClip.from(editing);
        long startFrame = editing.parameters().frames("startFrame", 0, editing.sequence().rate());
        Sequence after = Edits.place(editing.sequence(), track.id(), startFrame, clip);
        return editing.outcome(after, "Place " + Editing.shown(clip) + " at " + editing.timecode(startFrame), clip.id());
    }

    private static Outcome split(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        long frame = parameters.frames("frame", 0, editing.sequence().rate());
        if (parameters.has("clip") == parameters.has("track")) {
            throw parameters.refused("exactly one of \"clip\" and \"track\" says what to split");
        }
        Track track = parameters.has("clip") ? editing.clip().track() : editing.track("track");
        Clip clip = track.items().locate(frame).map(Located::item).filter(Clip.class::isInstance).map(Clip.class::cast)
                .orElseThrow(() -> parameters.refused("there is no clip at " + editing.timecode(frame) + " of track "
                        + Editing.shown(track)));
        if (parameters.has("clip") && !clip.id().equals(parameters.id("clip"))) {
            throw parameters.refused("clip '" + parameters.id("clip") + "' does not lie at " + editing.timecode(frame));
        }
        Id rightId = FreshIds.clip(editing.project());
        Sequence after = Edits.split(editing.sequence(), track.id(), frame, rightId);
        return editing.outcome(after, "Split " + Editing.shown(clip) + " at " + editing.timecode(frame), rightId);
    }

    private static Outcome trimStart(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Sequence after = Edits.trimStart(editing.sequence(), clip.id(), delta(editing));
        editing.computable(after.findClip(clip.id()).orElseThrow().clip());
        return editing.outcome(after, "Trim start of " + Editing.shown(clip));
    }

    private static Outcome trimEnd(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Sequence after = Edits.trimEnd(editing.sequence(), clip.id(), delta(editing));
        editing.computable(after.findClip(clip.id()).orElseThrow().clip());
        return editing.outcome(after, "Trim end of " + Editing.shown(clip));
    }

    private static long delta(Editing editing) throws EditRefused {
        return editing.parameters().frames("deltaFrames", -Item.MAX_DURATION_FRAMES, editing.sequence().rate());
    }

    private static Outcome move(Editing editing) throws EditRefused {
        ClipPlace place = editing.clip();
        Track toTrack = editing.parameters().has("toTrack") ? editing.track("toTrack") : place.track();
        long toFrame = editing.parameters().frames("toFrame", 0, editing.sequence().rate());
        Sequence after = Edits.move(editing.sequence(), place.clip().id(), toTrack.id(), toFrame);
        String where = toTrack.id().equals(place.track().id()) ? "" : Editing.shown(toTrack) + " at ";
        return editing.outcome(after, "Move " + Editing.shown(place.clip()) + " to " + where + editing.timecode(toFrame));
    }

    private static Outcome delete(Editing editing, boolean ripple) throws EditRefused {
        Clip clip = editing.clip().clip();
        Sequence after = Edits.delete(editing.sequence(), clip.id(), ripple);
        return editing.outcome(after, (ripple ? "Ripple delete " : "Delete ") + Editing.shown(clip));
    }
}
