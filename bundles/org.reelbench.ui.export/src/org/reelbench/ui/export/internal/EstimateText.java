package org.reelbench.ui.export.internal;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Label;
import org.reelbench.encoding.ExportEstimate;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.ui.UiThread;

/** Says about how large an export will be and how long it will take, as soon as that is known; asked for on the UI thread. */
final class EstimateText {

    /** Who goes through a list of presets wants to know it of the last one only. */
    private static final long REST_MS = 120;

    private final Exports exports;
    private final Label label;
    private final Job job = new Asking();
    private volatile @Nullable ExportRequest wanted;

    EstimateText(Exports exports, Label label) {
        this.exports = exports;
        this.label = label;
        job.setSystem(true);
        label.addListener(org.eclipse.swt.SWT.Dispose, _ -> job.cancel());
    }

    /** Says it of a request, or nothing without one. */
    void show(Optional<ExportRequest> request) {
        wanted = request.orElse(null);
        if (request.isEmpty()) {
            label.setText(" ");
        } else {
            job.cancel();
            job.schedule(REST_MS);
        }
    }

    static String text(ExportEstimate estimate) {
        return "About " + About.size(estimate.sizeBytes()) + ", made in about " + About.time(estimate.elapsedMs());
    }

    private final class Asking extends Job {

        Asking() {
            super("Guessing what the export comes to");
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            UiThread.forbid("guessing what an export comes to");
            ExportRequest request = wanted;
            if (request == null) {
                return Status.OK_STATUS;
            }
            String said;
            try {
                said = text(exports.estimate(request));
            } catch (ExportException e) {
                said = e.getMessage();
            }
            String told = said;
            UiThread.later(() -> {
                if (!label.isDisposed() && request == wanted) {
                    label.setText(told);
                }
            });
            return Status.OK_STATUS;
        }
    }
}
