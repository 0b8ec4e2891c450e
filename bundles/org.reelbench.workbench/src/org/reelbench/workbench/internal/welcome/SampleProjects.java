package org.reelbench.workbench.internal.welcome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.progress.IProgressConstants2;
import org.reelbench.project.SampleProject;
import org.reelbench.ui.Editor;
import org.reelbench.ui.UiThread;

/** Makes the demo project in a job that tells how far it is and can be cancelled, and opens it. */
public final class SampleProjects {

    /** The command that does so. */
    public static final String COMMAND = "org.reelbench.file.demo";
    /** Its parameter: the folder, in place of the usual one. */
    public static final String FOLDER = "org.reelbench.file.demo.folder";

    private SampleProjects() {
    }

    /** Where it goes. */
    static Path folder() {
        return Path.of(System.getProperty("user.home"), "Reelbench Demo");
    }

    /** Makes and opens it. */
    public static void make(SampleProject sample, @Nullable String folder, Editor editor) {
        Making job = new Making(sample, folder == null ? folder() : Path.of(folder), editor);
        job.setUser(true);
        job.schedule();
    }

    private static final class Making extends Job {

        private final SampleProject sample;
        private final Path folder;
        private final Editor editor;
        private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

        private Making(SampleProject sample, Path folder, Editor editor) {
            super("Making the demo project");
            this.sample = sample;
            this.folder = folder;
            this.editor = editor;
            setProperty(IProgressConstants2.SHOW_IN_TASKBAR_ICON_PROPERTY, Boolean.TRUE);
        }

        @Override
        protected IStatus run(@Nullable IProgressMonitor monitor) {
            UiThread.forbid("making a project");
            Optional<IProgressMonitor> shown = Optional.ofNullable(monitor);
            shown.ifPresent(progress -> progress.beginTask(getName(), IProgressMonitor.UNKNOWN));
            try {
                Path file = sample.make(folder, step -> shown.ifPresent(progress -> progress.subTask(step)), cancelled);
                editor.open(file);
                return Status.OK_STATUS;
            } catch (IOException e) {
                if (cancelled.isDone()) {
                    return Status.CANCEL_STATUS;
                }
                ILog.of(SampleProjects.class).error("The demo project could not be made: " + e.getMessage(), e);
                editor.tell("The demo project could not be made: " + e.getMessage(), true);
                return Status.OK_STATUS;
            }
        }

        @Override
        protected void canceling() {
            cancelled.complete(null);
        }
    }
}
