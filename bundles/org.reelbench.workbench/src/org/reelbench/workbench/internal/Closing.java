package org.reelbench.workbench.internal;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Transport;
import org.reelbench.ui.UiThread;

/** What happens between the wish to close the window and its end: playing stops, exports and changes are asked about. */
final class Closing {

    private final IWorkbenchWindow window;
    private final Editor editor;
    private final ProjectFiles files;
    private final ServiceSlot<Transport> transport;
    private boolean isAnswering;
    private boolean isDecided;

    Closing(IWorkbenchWindow window, Editor editor, ServiceSlot<Transport> transport) {
        this.window = window;
        this.editor = editor;
        this.files = new ProjectFiles(window, editor);
        this.transport = transport;
    }

    /** Tells whether the window may close now; if not, it closes by itself when the answers were so and all is done. */
    boolean mayClose() {
        transport.get().ifPresent(Transport::pause);
        if (!isDecided && mayEndExports()) {
            isAnswering = true;
            files.afterSaving("Save changes before Reelbench quits?", this::endExports,
                    () -> editor.forgetChanges().thenRun(() -> UiThread.later(this::endExports)));
            isAnswering = false;
        }
        return isDecided;
    }

    private boolean mayEndExports() {
        if (Job.getJobManager().find(JobFamilies.EXPORT).length == 0) {
            return true;
        }
        int answer = MessageDialog.open(MessageDialog.QUESTION, window.getShell(), "An export is running",
                "If Reelbench quits now, the export is cancelled and makes no file.", SWT.SHEET, "Go On",
                "Cancel the Export and Quit");
        return answer == 1;
    }

    private void endExports() {
        IJobManager jobs = Job.getJobManager();
        if (jobs.find(JobFamilies.EXPORT).length == 0) {
            close();
            return;
        }
        jobs.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (jobs.find(JobFamilies.EXPORT).length == 0) {
                    jobs.removeJobChangeListener(this);
                    UiThread.later(Closing.this::close);
                }
            }
        });
        jobs.cancel(JobFamilies.EXPORT);
    }

    /** Closes once: the window that just asks closes by the answer, any other time the workbench is closed. */
    private void close() {
        if (isDecided) {
            return;
        }
        isDecided = true;
        if (!isAnswering) {
            PlatformUI.getWorkbench().close();
        }
    }
}
