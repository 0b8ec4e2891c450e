package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Markers;
import org.reelbench.timeline.Sequence;

/**
 * The edits of what is marked: markers, and the range from an in to an out point.
 */
final class MarkOperations {

    private static final ParameterDescription MARKER = required("marker", ID, "the marker");

    private MarkOperations() {
    }

    static List<Operation> all() {
        ParameterDescription name = optional("name", TEXT, "its name");
        ParameterDescription duration = optional("durationFrames", FRAMES, "how many frames it covers; 0 for a point");
        ParameterDescription color = optional("color", TEXT, "its colour as #rrggbb, empty for the usual one");
        ParameterDescription note = optional("note", TEXT, "what is said about the place");
        return List.of(
                onSequence(EditCommands.ADD_MARKER, "Marks a frame, also behind the end; edits of clips do not move the marker.",
                        MarkOperations::add, required("frame", FRAMES, "the frame"), name, duration, color, note),
                onSequence(EditCommands.CHANGE_MARKER, "Changes a marker; what is not given stays.", MarkOperations::change,
                        MARKER,
                        optional("frame", FRAMES, "the frame it goes to"), name, duration, color, note),
                onSequence(EditCommands.REMOVE_MARKER, "Takes a marker away.", MarkOperations::remove, MARKER),
                onSequence(EditCommands.SET_IN_OUT,
                        "Marks a range. With one point only the other stays, or if none is marked or it"
                                + " lies on the wrong side, is the first frame or the end of the sequence.",
                        MarkOperations::setInOut,
                        optional("inFrame", FRAMES, "the first frame; one of inFrame and outFrame is needed"),
                        optional("outFrame", FRAMES, "the first frame behind")),
                onSequence(EditCommands.CLEAR_IN_OUT, "Takes the mark of the range off.", editing -> editing.outcome(
                        Markers.setInOut(editing.sequence(), null), "Clear in and out")));
    }

    private static Outcome add(Editing editing) throws EditRefused {
        Id id = FreshIds.marker(editing.project());
        Marker marker = marker(editing, Marker.of(id, "", editing.frames("frame", 0)));
        return editing.outcome(Markers.add(editing.sequence(), marker), "Add marker" + shown(marker) + " at "
                + editing.timecode(marker.frame()), id);
    }

    private static Outcome change(Editing editing) throws EditRefused {
        Marker old = find(editing);
        Marker marker = marker(editing, old);
        return editing.outcome(Markers.change(editing.sequence(), marker), "Change marker" + shown(marker));
    }

    private static Outcome remove(Editing editing) throws EditRefused {
        Marker old = find(editing);
        return editing.outcome(Markers.remove(editing.sequence(), old.id()), "Remove marker" + shown(old));
    }

    private static String shown(Marker marker) {
        return marker.name().isBlank() ? "" : " '" + Places.shown(marker.name()) + "'";
    }

    private static Marker find(Editing editing) throws EditRefused {
        Id id = editing.parameters().id("marker");
        return editing.sequence().markers().stream().filter(marker -> marker.id().equals(id)).findFirst()
                .orElseThrow(() -> editing.parameters().refused("there is no marker '" + id + "'"));
    }

    private static Marker marker(Editing editing, Marker old) throws EditRefused {
        Parameters given = editing.parameters();
        long frame = given.has("frame") ? editing.frames("frame", 0) : old.frame();
        long durationFrames = given.has("durationFrames") ? editing.frames("durationFrames", 0) : old.durationFrames();
        Extras extras = old.extras();
        try {
            return new Marker(old.id(), given.text("name", old.name()), frame, durationFrames, given.text("color", old.color()),
                    given.text("note", old.note()), extras);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(e.getMessage(), e);
        }
    }

    private static Outcome setInOut(Editing editing) throws EditRefused {
        Parameters given = editing.parameters();
        Sequence sequence = editing.sequence();
        Sequence after;
        if (given.has("inFrame") && given.has("outFrame")) {
            long inFrame = editing.frames("inFrame", 0);
            long outFrame = editing.frames("outFrame", 1);
            if (outFrame <= inFrame || outFrame > Item.MAX_DURATION_FRAMES) {
                throw given.refused("the range ends at frame " + outFrame + ", not behind its first frame " + inFrame);
            }
            after = Markers.setInOut(sequence, new FrameRange(inFrame, outFrame));
        } else if (given.has("inFrame")) {
            after = Markers.setIn(sequence, editing.frames("inFrame", 0));
        } else if (given.has("outFrame")) {
            after = Markers.setOut(sequence, editing.frames("outFrame", 1));
        } else {
            throw given.refused("one of \"inFrame\" and \"outFrame\" is needed");
        }
        return editing.outcome(after, "Set in and out");
    }
}
