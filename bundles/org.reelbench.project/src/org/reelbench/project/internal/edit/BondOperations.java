package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.LIST;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;

/**
 * The edits of what belongs together: links and groups.
 */
final class BondOperations {

    private BondOperations() {
    }

    static List<Operation> all() {
        ParameterDescription clips = required("clips", LIST, "the clips, by their ids; at least two");
        return List.of(
                onSequence(EditCommands.LINK,
                        "Links the picture and the sounds of a shot, so that edits of one do the same to the"
                                + " others; links they had before are taken off.",
                        BondOperations::link, clips),
                onSequence(EditCommands.UNLINK, "Takes the links of clips off, and of all that were linked to them.",
                        BondOperations::unlink, ClipOperations.ONE, ClipOperations.SEVERAL, Partners.LINKED),
                onSequence(EditCommands.GROUP,
                        "Makes clips a group, which is moved and deleted as one; each leaves the group it was"
                                + " in.",
                        BondOperations::group, clips),
                onSequence(EditCommands.UNGROUP, "Dissolves the groups of clips.", BondOperations::ungroup, ClipOperations.ONE,
                        ClipOperations.SEVERAL));
    }

    private static Outcome link(Editing editing) throws EditRefused {
        List<ClipPlace> named = editing.clips();
        Id link = FreshIds.links(editing.project(), 1).getFirst();
        return editing.outcome(Links.link(editing.sequence(), Partners.ids(named), link), "Link " + Editing.shown(named));
    }

    private static Outcome unlink(Editing editing) throws EditRefused {
        List<ClipPlace> named = editing.clips();
        Set<Id> clips = new LinkedHashSet<>();
        for (ClipPlace place : named) {
            clips.addAll(Partners.linked(editing, place, _ -> true));
        }
        return editing.outcome(Links.unlink(editing.sequence(), clips), "Unlink " + Editing.shown(named));
    }

    private static Outcome group(Editing editing) throws EditRefused {
        List<ClipPlace> named = editing.clips();
        Id group = FreshIds.group(editing.project());
        return editing.outcome(Links.group(editing.sequence(), Partners.ids(named), group), "Group " + Editing.shown(named));
    }

    private static Outcome ungroup(Editing editing) throws EditRefused {
        List<ClipPlace> named = editing.clips();
        Sequence sequence = editing.sequence();
        Set<Id> clips = new LinkedHashSet<>();
        for (ClipPlace place : named) {
            Id group = place.clip().bonds().group();
            for (Id id : Links.partners(sequence, place.clip().id())) {
                if (group != null && Objects.equals(group, sequence.findClip(id).orElseThrow().clip().bonds().group())) {
                    clips.add(id);
                }
            }
        }
        return editing.outcome(Links.ungroup(sequence, clips), "Ungroup " + Editing.shown(named));
    }
}
