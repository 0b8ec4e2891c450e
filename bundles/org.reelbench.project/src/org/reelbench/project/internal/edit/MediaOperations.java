package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.internal.edit.Operation.onProject;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.project.EditCommands;
import org.reelbench.project.internal.file.MediaPaths;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;

/**
 * The edits of the project's media.
 */
final class MediaOperations {

    private MediaOperations() {
    }

    static List<Operation> all() {
        return List.of(onProject(EditCommands.ADD_MEDIA, "Adds a media file; it is not opened.", MediaOperations::add,
                required("path", TEXT, "the file, absolute or, once the project is saved, relative to the project file"),
                optional("name", TEXT, "its name; without it that of the file"),
                optional("fingerprint", TEXT, "what identifies its content, if that is known")));
    }

    private static Outcome add(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        Path path = path(editing, parameters.text("path"));
        String stored = MediaPaths.slashed(path);
        for (MediaReference media : editing.project().media()) {
            if (media.path().equals(stored)) {
                throw parameters.refused("'" + Places.shown(stored) + "' is in the project already, as '" + media.id() + "'");
            }
        }
        Path fileName = path.getFileName();
        if (fileName == null) {
            throw parameters.refused("'" + path + "' is no file");
        }
        Id id = FreshIds.media(editing.project());
        String name = parameters.text("name", fileName.toString());
        List<MediaReference> media = new ArrayList<>(editing.project().media());
        media.add(new MediaReference(id, name, stored, parameters.text("fingerprint", ""), Extras.NONE));
        return new Outcome(editing.project().withMedia(media), "Add media '" + Places.shown(name) + "'", List.of(id));
    }

    private static Path path(Editing editing, String text) throws EditRefused {
        if (text.isBlank()) {
            throw editing.parameters().wrong("path", "the path of a file");
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path.normalize();
            }
            return editing.folder().orElseThrow(() -> editing.parameters().refused(
                    "the project has no folder before it is saved: give the absolute path instead of '"
                            + Places.shown(text) + "'"))
                    .resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new EditRefused("'" + Places.shown(text) + "' cannot be a path: " + e.getReason(), e);
        }
    }
}
