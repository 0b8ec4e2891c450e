package org.reelbench.ui.bin.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;

/** Adds files to the project's media, in a job: telling a file apart from others means reading from it. */
final class AddMedia {

    private final Editor editor;

    AddMedia(Editor editor) {
        this.editor = editor;
    }

    /** Adds files; such as the project has already are left out. */
    void add(List<Path> files, Optional<Fingerprints> fingerprints) {
        ICoreRunnable work = monitor -> {
            UiThread.forbid("reading media");
            for (Path file : files) {
                if (monitor.isCanceled()) {
                    return;
                }
                if (!isKnown(file)) {
                    add(file, fingerprints);
                }
            }
        };
        Job job = Job.create(files.size() == 1 ? "Adding " + files.getFirst().getFileName() : "Adding " + files.size() + " media",
                work);
        job.schedule();
    }

    private boolean isKnown(Path file) {
        return editor.project().map(AddMedia::paths).filter(paths -> paths.contains(file.toString())).isPresent();
    }

    private static List<String> paths(OpenProject project) {
        return project.session().project().media().stream().map(MediaReference::path).toList();
    }

    private void add(Path file, Optional<Fingerprints> fingerprints) {
        try {
            String fingerprint = fingerprints.isPresent() ? fingerprints.get().of(file) : "";
            editor.executeNext(revision -> command(file, fingerprint, revision));
        } catch (MediaException e) {
            editor.tell("Not added: " + e.getMessage(), true);
        }
    }

    private static EditCommand command(Path file, String fingerprint, long revision) {
        EditCommand command = EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path", file.toString());
        return fingerprint.isEmpty() ? command : command.with("fingerprint", fingerprint);
    }
}
