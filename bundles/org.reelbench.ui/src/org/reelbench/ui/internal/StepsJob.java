package org.reelbench.ui.internal;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants2;
import org.reelbench.media.Cancellation;

/** A job of many steps, of which the Progress view shows how far it is, and which whoever waits there may cancel at any time. */
final class StepsJob extends Job {

    private final int steps;
    private final Consumer<FileImport.Steps> action;
    private final Cancellation cancellation = new Cancellation();

    StepsJob(String name, int steps, Consumer<FileImport.Steps> action) {
        super(name);
        this.steps = steps;
        this.action = action;
        setProperty(IProgressConstants2.SHOW_IN_TASKBAR_ICON_PROPERTY, Boolean.TRUE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, steps);
        action.accept(new FileImport.Steps() {

            @Override
            public void begin(String what) {
                progress.subTask(what);
                progress.worked(1);
            }

            @Override
            public Cancellation cancellation() {
                return cancellation;
            }
        });
        return cancellation.isCancelled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        cancellation.cancel();
    }
}
