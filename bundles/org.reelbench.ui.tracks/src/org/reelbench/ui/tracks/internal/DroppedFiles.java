package org.reelbench.ui.tracks.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.tracks.internal.model.Hit;

/**
 * Files that were dropped on the tracks: those that the project does not have yet are added to its media, all in one step, and then
 * all are put on tracks, in another. On the UI thread.
 */
final class DroppedFiles implements EditorListener {

    private final Editor editor;
    private final List<Id> media;
    private final Hit.Lane place;
    private final Landing landing;

    private DroppedFiles(Editor editor, List<Id> media, Hit.Lane place, Landing landing) {
        this.editor = editor;
        this.media = media;
        this.place = place;
        this.landing = landing;
    }

    /** Adds files and puts them on tracks from a place on, one behind the other. */
    static void put(Editor editor, List<String> files, Hit.Lane place, Landing landing) {
        OpenProject project = editor.project().orElse(null);
        if (project == null) {
            return;
        }
        EditDraft draft = EditDraft.of(project.session());
        List<Id> media = new ArrayList<>();
        try {
            for (String file : files) {
                Optional<Id> known = known(draft.project(), file);
                media.add(known.isPresent()
                        ? known.get()
                        : draft.make(EditCommand.of(EditCommands.ADD_MEDIA, 0).with("path", file)).created().getFirst());
            }
        } catch (EditRefused e) {
            editor.tell("Not added: " + e.getMessage(), true);
            return;
        }
        if (draft.steps().isEmpty()) {
            editor.put(media, Optional.of(place.track()), place.frame(), landing);
        } else {
            editor.addListener(new DroppedFiles(editor, media, place, landing));
            editor.execute(draft.command("Add " + draft.steps().size() + " media"));
        }
    }

    private static Optional<Id> known(Project project, String file) {
        return project.media().stream().filter(medium -> medium.path().equals(file)).map(MediaReference::id).findFirst();
    }

    /** The media are there: now they can be looked into. */
    @Override
    public void sequenceChanged(Sequence before, Sequence after) {
        Optional<Project> project = editor.project().map(open -> open.session().project());
        if (project.filter(there -> media.stream().allMatch(id -> there.media(id).isPresent())).isPresent()) {
            editor.removeListener(this);
            editor.put(media, Optional.of(place.track()), place.frame(), landing);
        }
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        editor.removeListener(this);
    }

    @Override
    public void told(String text, boolean isProblem) {
        if (isProblem) {
            editor.removeListener(this);
        }
    }
}
