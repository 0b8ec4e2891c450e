package org.reelbench.project.internal.edit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ParameterType;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;

/**
 * The clips that do as the named ones do: edits inside of clips go with links, edits of where clips lie with groups too.
 */
final class Partners {

    static final ParameterDescription LINKED = Operation.optional("linked", ParameterType.FLAG,
            "false leaves clips that are linked to it as they are; without it they do the same");
    static final ParameterDescription BOUND = Operation.optional("linked", ParameterType.FLAG,
            "false leaves clips that are linked to it or in one group with it as they are; without it they do the same");

    private Partners() {
    }

    /** One edit of one clip. */
    interface Edit {
        Sequence of(Sequence sequence, Id clip) throws EditRefused;
    }

    /** Returns the ids of the named clips first, then of all that are bound to them, if those are to follow. */
    static Set<Id> bound(Editing editing, Collection<ClipPlace> named) throws EditRefused {
        Set<Id> all = ids(named);
        if (editing.withLinked()) {
            named.forEach(place -> all.addAll(Links.partners(editing.sequence(), place.clip().id())));
        }
        return all;
    }

    /** Returns the ids of a clip and of those linked to it that fulfil a condition, if those are to follow. */
    static Set<Id> linked(Editing editing, ClipPlace named, Predicate<ClipPlace> follows) throws EditRefused {
        Set<Id> all = ids(List.of(named));
        if (editing.withLinked()) {
            for (Id id : Links.linked(editing.sequence(), named.clip().id())) {
                if (editing.sequence().findClip(id).filter(follows).isPresent()) {
                    all.add(id);
                }
            }
        }
        return all;
    }

    static Set<Id> ids(Collection<ClipPlace> places) {
        Set<Id> ids = new LinkedHashSet<>();
        places.forEach(place -> ids.add(place.clip().id()));
        return ids;
    }

    /** Makes an edit of clips, the first of which was named. */
    static Sequence each(Editing editing, Set<Id> clips, Edit edit) throws EditRefused {
        Sequence after = editing.sequence();
        boolean isNamed = true;
        for (Id clip : clips) {
            try {
                after = edit.of(after, clip);
            } catch (EditRefused e) {
                if (isNamed) {
                    throw e;
                }
                throw new EditRefused("clip '" + clip + "' is linked to it, and " + e.getMessage()
                        + " (with linked=false it stays as it is)", e);
            }
            isNamed = false;
        }
        editing.requireComputable(after, clips);
        return after;
    }
}
