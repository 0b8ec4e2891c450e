package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.RangeEdits;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrimEdits;

/**
 * The edits of where clips begin and end: split, the trims, roll, slip, slide, lift, extract.
 */
final class CutOperations {

    private static final ParameterDescription CLIP = required("clip", ID, "the clip");
    private static final ParameterDescription DELTA = required("deltaFrames", FRAMES, "how far; below zero is earlier");

    private CutOperations() {
    }

    static List<Operation> all() {
        ParameterDescription in = optional("inFrame", FRAMES, "the first frame; without it the marked in point");
        ParameterDescription out = optional("outFrame", FRAMES, "the first frame behind; without it the marked out point");
        ParameterDescription track = optional("track", ID, "the track; without it all that are not locked");
        return List.of(
                onSequence(EditCommands.SPLIT,
                        "Cuts a clip in two, and with it those linked to it that reach over the frame; refused"
                                + " at its first frame.",
                        CutOperations::split,
                        required("frame", FRAMES, "the frame that becomes the first of the right part"),
                        optional("clip", ID, "the clip; one of clip and track is needed"),
                        optional("track", ID, "the track whose clip at that frame is cut"), Partners.LINKED),
                trim(EditCommands.TRIM_START, "Moves the start of a clip, and with it that of linked clips that begin there, too;"
                        + " neighbours stay, inwards leaves a gap, outwards eats one.", "Trim start of", true, Edits::trimStart),
                trim(EditCommands.TRIM_END, "Moves the end of a clip, and with it that of linked clips that end there, too;"
                        + " neighbours stay, inwards leaves a gap, outwards eats one.", "Trim end of", false, Edits::trimEnd),
                trim(EditCommands.RIPPLE_TRIM_START,
                        "Trims the first frames of a clip away, or brings earlier ones back, where it"
                                + " begins; all behind it on its track moves along, and linked clips that begin there do the same.",
                        "Ripple trim start of", true, TrimEdits::rippleTrimStart),
                trim(EditCommands.RIPPLE_TRIM_END, "Moves the end of a clip and all behind it on its track; linked clips that end"
                        + " there do the same.", "Ripple trim end of", false, TrimEdits::rippleTrimEnd),
                trim(EditCommands.ROLL,
                        "Moves the cut between a clip and the one that touches its end; linked clips that end there"
                                + " do the same. Refused at a gap.",
                        "Roll end of", false, TrimEdits::roll),
                onSequence(EditCommands.SLIP,
                        "Shows another piece of the source in a clip, which stays where and as long as it is.",
                        editing -> shifted(editing, "Slip", TrimEdits::slip), CLIP,
                        required("deltaFrames", FRAMES, "how far; above zero shows what came later"), Partners.LINKED),
                onSequence(EditCommands.SLIDE,
                        "Moves a clip between its neighbours, which end or begin later or earlier to make up"
                                + " for it.",
                        editing -> shifted(editing, "Slide", TrimEdits::slide), CLIP, DELTA, Partners.LINKED),
                onSequence(EditCommands.LIFT,
                        "Takes away what lies on a range of frames and leaves gaps; clips that reach over its"
                                + " ends are cut.",
                        editing -> range(editing, "Lift", RangeEdits::lift, RangeEdits::liftAll), in, out, track),
                onSequence(EditCommands.EXTRACT,
                        "Takes away a range of frames with what lies there and moves up what follows; clips"
                                + " that reach over its ends are cut.",
                        editing -> range(editing, "Extract", RangeEdits::extract, RangeEdits::extractAll), in, out, track));
    }

    /** Moves an edge, or all, of a clip. */
    private interface Trim {
        Sequence of(Sequence sequence, Id clip, long deltaFrames) throws EditRefused;
    }

    private static Operation trim(String name, String purpose, String label, boolean atStart, Trim trim) {
        return onSequence(name, purpose, editing -> {
            ClipPlace place = editing.clip();
            Predicate<ClipPlace> follows = atStart
                    ? other -> other.startFrame() == place.startFrame()
                    : other -> other.endFrame() == place.endFrame();
            return trimmed(editing, place, Partners.linked(editing, place, follows), label, trim);
        }, CLIP, DELTA, Partners.LINKED);
    }

    private static Outcome shifted(Editing editing, String label, Trim trim) throws EditRefused {
        ClipPlace place = editing.clip();
        boolean isSlip = label.equals("Slip");
        // A still picture linked to a sound has no other piece to show.
        Set<Id> clips = Partners.linked(editing, place, other -> !isSlip || !(other.clip().content() instanceof Still));
        return trimmed(editing, place, clips, label, trim);
    }

    private static Outcome trimmed(Editing editing, ClipPlace place, Set<Id> clips, String label, Trim trim) throws EditRefused {
        long deltaFrames = editing.frames("deltaFrames", -Item.MAX_DURATION_FRAMES);
        Sequence after = Partners.each(editing, clips, (sequence, clip) -> trim.of(sequence, clip, deltaFrames));
        return editing.outcome(after, label + " " + Editing.shown(place.clip()));
    }

    private static Outcome split(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        long frame = editing.frames("frame", 0);
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
        int parts = editing.withLinked() ? Links.linked(editing.sequence(), clip.id()).size() : 1;
        List<Id> rights = FreshIds.clips(editing.project(), parts);
        Sequence after = editing.withLinked()
                ? Links.split(editing.sequence(), clip.id(), frame, rights, FreshIds.links(editing.project(), 1).getFirst())
                : Edits.split(editing.sequence(), track.id(), frame, rights.getFirst());
        return editing.outcome(after, "Split " + Editing.shown(clip) + " at " + editing.timecode(frame), rights);
    }

    /** Takes a range of one track away. */
    private interface OnOne {
        Sequence of(Sequence sequence, Id track, FrameRange range, Id right) throws EditRefused;
    }

    /** Takes a range of all tracks away. */
    private interface OnAll {
        Sequence of(Sequence sequence, FrameRange range, List<Id> rights) throws EditRefused;
    }

    private static Outcome range(Editing editing, String what, OnOne onOne, OnAll onAll) throws EditRefused {
        FrameRange range = range(editing);
        Sequence sequence = editing.sequence();
        boolean isOne = editing.parameters().has("track");
        List<Id> rights = FreshIds.clips(editing.project(), isOne ? 1 : sequence.tracks().size());
        String label = what + " " + editing.timecode(range.inFrame()) + " to " + editing.timecode(range.outFrame());
        if (isOne) {
            Track track = editing.track("track");
            Sequence after = onOne.of(sequence, track.id(), range, rights.getFirst());
            return editing.outcome(after, label + " of " + Editing.shown(track), rights);
        }
        return editing.outcome(onAll.of(sequence, range, rights), label, rights);
    }

    private static FrameRange range(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        @Nullable
        FrameRange marked = editing.sequence().inOut();
        if (marked == null && !(parameters.has("inFrame") && parameters.has("outFrame"))) {
            throw parameters.refused("no range is marked: \"inFrame\" and \"outFrame\" are needed");
        }
        long inFrame = marked != null && !parameters.has("inFrame") ? marked.inFrame() : editing.frames("inFrame", 0);
        long outFrame = marked != null && !parameters.has("outFrame") ? marked.outFrame() : editing.frames("outFrame", 1);
        if (outFrame <= inFrame) {
            throw parameters.refused("the range ends at frame " + outFrame + ", not behind its first frame " + inFrame);
        }
        return new FrameRange(inFrame, outFrame);
    }
}
