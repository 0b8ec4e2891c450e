package org.reelbench.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Excerpt;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;

/**
 * Media that are put on tracks together, one behind the other.
 *
 * @param shots the media, in order
 */
record Shots(List<Shot> shots) {

    /** Looks into media of a project; not on the UI thread. */
    static Shots of(OpenProject project, List<Id> media) throws MediaException {
        List<Shot> shots = new ArrayList<>();
        for (Id medium : media) {
            String name = project.session().project().media(medium).map(MediaReference::name).orElse(medium.value());
            shots.add(new Shot(medium, name, project.catalog().medium(medium).info()));
        }
        return new Shots(shots);
    }

    /** Looks into the medium of an excerpt; not on the UI thread. */
    static Shots of(OpenProject project, Excerpt excerpt) throws MediaException {
        Shot whole = of(project, List.of(excerpt.medium())).shots.getFirst();
        return new Shots(List.of(new Shot(whole.medium(), whole.name(), whole.info(), Optional.of(excerpt))));
    }

    /** Decides the one edit that puts all of them on tracks, so that it is one to undo; where one cannot be put, none is. */
    EditCommand command(OpenProject project, Optional<Id> track, long frame, Landing landing) throws EditRefused {
        if (shots.isEmpty()) {
            throw new EditRefused("select media first");
        }
        EditDraft draft = project.draft();
        put(draft, track, frame, landing);
        return draft.command(name(landing));
    }

    /** Adds what puts all of them on tracks to a draft, which is of no use where that is refused. */
    void put(EditDraft draft, Optional<Id> track, long frame, Landing landing) throws EditRefused {
        long start = frame;
        for (Shot shot : shots) {
            shot.put(draft, track, start, landing);
            start += shot.durationFrames(draft.sequence(), track);
        }
    }

    private String name(Landing landing) {
        String what = shots.size() == 1 ? "'" + shots.getFirst().name() + "'" : shots.size() + " media";
        return switch (landing) {
        case FREE -> "Place " + what;
        case INSERT -> "Insert " + what;
        case OVERWRITE -> "Overwrite with " + what;
        };
    }
}
