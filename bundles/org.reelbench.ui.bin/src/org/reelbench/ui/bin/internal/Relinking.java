package org.reelbench.ui.bin.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFinder;
import org.reelbench.media.MediaSearch;
import org.reelbench.media.MediaSearch.Found;
import org.reelbench.media.MediaSearch.Match;
import org.reelbench.media.MissingMedium;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;

/** Finds media that are not where they were, in jobs that can be cancelled, and relinks all that were found in one step. */
final class Relinking {

    private final Editor editor;
    private final Fingerprints fingerprints;

    Relinking(Editor editor, Fingerprints fingerprints) {
        this.editor = editor;
        this.fingerprints = fingerprints;
    }

    /**
     * Takes a file for a medium, and looks whether others that are missing moved the same way.
     *
     * @param differs asks on the job's thread whether a file is taken that has other content
     */
    void relink(OpenProject project, MediaReference medium, Path file, BooleanSupplier differs) {
        inJob("Relinking " + medium.name(), cancellation -> relink(project, medium, file, differs, cancellation));
    }

    /** The same at once, on the thread that calls. */
    void relink(OpenProject project, MediaReference medium, Path file, BooleanSupplier differs, Cancellation cancellation)
            throws MediaException {
        UiThread.forbid("looking for media");
        String fingerprint = fingerprints.of(file);
        boolean isSame = fingerprint.equals(medium.fingerprint());
        boolean isComparable = !medium.isRemote() && !medium.fingerprint().isEmpty();
        if (!isSame && isComparable && !differs.getAsBoolean()) {
            return;
        }
        List<Found> found = new ArrayList<>();
        found.add(new Found(asMissing(medium), file, fingerprint, isSame ? Match.CONTENT : Match.NAME));
        List<MissingMedium> others = missing(project).stream().filter(other -> !other.id().equals(medium.id().value()))
                .toList();
        found.addAll(new MediaFinder(fingerprints).follow(asMissing(medium), file, others, cancellation).found());
        make(found);
    }

    /** Looks for all that is missing in a folder and all folders in it. */
    void find(OpenProject project, Path folder) {
        inJob("Looking for media in " + folder.getFileName(), cancellation -> find(project, folder, cancellation));
    }

    /** The same at once, on the thread that calls. */
    void find(OpenProject project, Path folder, Cancellation cancellation) {
        UiThread.forbid("looking for media");
        List<MissingMedium> missing = missing(project);
        if (missing.isEmpty()) {
            editor.tell("No medium is missing", false);
            return;
        }
        MediaSearch search = new MediaFinder(fingerprints).search(missing, folder, cancellation);
        make(search.found());
        editor.tell("Found " + search.found().size() + " of " + missing.size() + " missing media", !search.missing().isEmpty());
    }

    /** Those that cannot be opened because nothing is there. */
    static List<MissingMedium> missing(OpenProject project) {
        MediaCatalog catalog = project.catalog();
        return project.session().project().media().stream().filter(medium -> isMissing(catalog, medium))
                .map(Relinking::asMissing).toList();
    }

    private static boolean isMissing(MediaCatalog catalog, MediaReference medium) {
        try {
            catalog.medium(medium.id());
            return false;
        } catch (MediaException e) {
            return e.reason() == MediaException.Reason.MISSING && !medium.isRemote();
        }
    }

    private static MissingMedium asMissing(MediaReference medium) {
        return new MissingMedium(medium.id().value(), medium.path(), medium.fingerprint());
    }

    private void make(List<Found> found) {
        if (!found.isEmpty()) {
            editor.executeNext(revision -> command(found, revision));
        }
    }

    /** One edit for all that was found. */
    static EditCommand command(List<Found> found, long revision) {
        List<EditCommand> commands = found.stream()
                .map(each -> EditCommand.of(EditCommands.RELINK_MEDIA, revision).with("media", each.medium().id())
                        .with("path", each.file().toAbsolutePath().toString()).with("fingerprint", each.fingerprint()))
                .toList();
        return commands.size() == 1
                ? commands.getFirst()
                : EditCommands.unit("Relink " + commands.size() + " media", commands, revision);
    }

    /** Work with files that may fail. */
    @FunctionalInterface
    private interface FileWork {
        void run(Cancellation cancellation) throws MediaException;
    }

    private void inJob(String name, FileWork work) {
        Job job = new FileJob(name, work, editor);
        job.setUser(true);
        job.schedule();
    }

    /** A job whose cancel button reaches the work at once. */
    private static final class FileJob extends Job {

        private final FileWork work;
        private final Editor editor;
        private final Cancellation cancellation = new Cancellation();

        private FileJob(String name, FileWork work, Editor editor) {
            super(name);
            this.work = work;
            this.editor = editor;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                work.run(cancellation);
                return Status.OK_STATUS;
            } catch (MediaException e) {
                editor.tell("Not relinked: " + e.getMessage(), true);
                return Status.OK_STATUS;
            } catch (CancelledException _) {
                return Status.CANCEL_STATUS;
            }
        }

        @Override
        protected void canceling() {
            cancellation.cancel();
        }
    }
}
