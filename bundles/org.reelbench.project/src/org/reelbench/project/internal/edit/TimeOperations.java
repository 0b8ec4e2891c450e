package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FLAG;
import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.SPEED;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.time.Rational;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.TimeEdits;

/**
 * The edits of how fast clips run: speed, reverse, freeze.
 */
final class TimeOperations {

    private static final ParameterDescription CLIP = required("clip", ID, "the clip");
    /** A still picture linked to a sound does not run. */
    private static final Predicate<ClipPlace> RUNS = place -> !(place.clip().content() instanceof Still);

    private TimeOperations() {
    }

    static List<Operation> all() {
        return List.of(
                onSequence(EditCommands.SET_SPEED,
                        "Sets how fast a clip runs; it goes on showing the same piece of its source, and so"
                                + " gets longer or shorter while its start stays.",
                        TimeOperations::setSpeed, CLIP,
                        required("speed", SPEED, "2 is twice as fast as recorded, -1 backwards, 0 frozen at the first frame"),
                        optional("ripple", FLAG, "true moves what follows on its track along; without it a gap is left or eaten"),
                        Partners.LINKED),
                onSequence(EditCommands.REVERSE, "Turns a clip round, so that it shows its last frame first.",
                        TimeOperations::reverse, CLIP, Partners.LINKED),
                onSequence(EditCommands.FREEZE, "Stops a clip at a frame for a while: it is cut there, a clip that shows this one"
                        + " frame is put in, and all behind it on its track moves away.", TimeOperations::freeze, CLIP,
                        required("frame", FRAMES, "the frame of the sequence at which it stops"),
                        required("durationFrames", FRAMES, "for how long"), Partners.LINKED));
    }

    private static Outcome setSpeed(Editing editing) throws EditRefused {
        ClipPlace place = editing.clip();
        Rational speed = editing.parameters().speed("speed");
        boolean ripple = editing.parameters().flag("ripple", false);
        Sequence after = Partners.each(editing, Partners.linked(editing, place, RUNS),
                (sequence, clip) -> TimeEdits.setSpeed(sequence, clip, speed, ripple));
        return editing.outcome(after, "Set speed of " + Editing.shown(place.clip()) + " to " + speed);
    }

    private static Outcome reverse(Editing editing) throws EditRefused {
        ClipPlace place = editing.clip();
        Sequence after = Partners.each(editing, Partners.linked(editing, place, RUNS), TimeEdits::reverse);
        return editing.outcome(after, "Reverse " + Editing.shown(place.clip()));
    }

    /** Where all linked clips are cut, the new parts are linked as the old ones were. */
    private static Outcome freeze(Editing editing) throws EditRefused {
        ClipPlace place = editing.clip();
        long frame = editing.frames("frame", 0);
        long durationFrames = editing.frames("durationFrames", 1);
        Set<Id> clips = Partners.linked(editing, place,
                RUNS.and(other -> other.startFrame() <= frame && frame < other.endFrame()));
        List<Id> ids = FreshIds.clips(editing.project(), 2 * clips.size());
        List<Id> frozen = new ArrayList<>(ids.subList(0, clips.size()));
        List<Id> rights = new ArrayList<>(ids.subList(clips.size(), ids.size()));
        List<Id> order = List.copyOf(clips);
        Sequence after = Partners.each(editing, clips, (sequence, clip) -> {
            int index = order.indexOf(clip);
            return TimeEdits.freeze(sequence, clip, frame, durationFrames, frozen.get(index), rights.get(index));
        });
        if (clips.size() > 1) {
            List<Id> links = FreshIds.links(editing.project(), 2);
            after = Links.link(after, new LinkedHashSet<>(frozen), links.getFirst());
            Sequence cut = after;
            if (rights.stream().allMatch(id -> cut.findClip(id).isPresent())) {
                after = Links.link(after, new LinkedHashSet<>(rights), links.getLast());
            }
        }
        editing.requireComputable(after, ids);
        return editing.outcome(after, "Freeze " + Editing.shown(place.clip()) + " at " + editing.timecode(frame), ids);
    }
}
