package org.reelbench.ui.export.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.progress.IProgressConstants;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportOptions.OnMissing;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.render.RenderException;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;
import org.reelbench.ui.UiThread;

/** An export as a job: the Progress view shows how far it is and cancels it. */
final class ExportFilm extends Job {

    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);
    private static final int TICKS = 1000;

    private final Exports exports;
    private final ExportRequest request;
    private final Editor editor;
    private final Cancellation looking = new Cancellation();

    ExportFilm(Exports exports, ExportRequest request, Editor editor) {
        super("Exporting " + request.target().getFileName());
        this.exports = exports;
        this.request = request;
        this.editor = editor;
        setUser(false);
        setPriority(LONG);
        setProperty(IProgressConstants.KEEPONE_PROPERTY, Boolean.TRUE);
    }

    @Override
    public boolean belongsTo(@Nullable Object family) {
        return family == JobFamilies.EXPORT;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        UiThread.forbid("exporting");
        monitor.beginTask(getName(), TICKS);
        try {
            Optional<ExportRequest> agreed = agree();
            if (agreed.isEmpty()) {
                editor.tell("Nothing was exported", false);
                return Status.CANCEL_STATUS;
            }
            ExportJob job = exports.start(agreed.get());
            follow(job, monitor);
            ExportSummary summary = job.result();
            String sentence = sentence(summary);
            editor.tell(sentence, false);
            // The Progress view keeps the job, and shows this below its name.
            return new Status(IStatus.OK, ExportFilm.class, sentence);
        } catch (ExportException e) {
            return end(e);
        } catch (CancelledException e) {
            editor.tell("The export was cancelled; there is no file", false);
            return Status.CANCEL_STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    /** Asks before a file is replaced, and before slates stand in for what is missing. */
    private Optional<ExportRequest> agree() throws ExportException {
        ExportOptions options = request.options();
        if (exports.wouldReplace(request)) {
            if (!ExportQuestions.mayReplace(request.target())) {
                return Optional.empty();
            }
            options = options.withOverwrite(true);
        }
        List<RenderException> missing = exports.missing(request, looking);
        if (!missing.isEmpty()) {
            if (!ExportQuestions.mayShowSlates(missing)) {
                return Optional.empty();
            }
            options = options.withOnMissing(OnMissing.SLATE);
        }
        return Optional.of(request.with(options));
    }

    @Override
    protected void canceling() {
        looking.cancel();
    }

    private static void follow(ExportJob job, IProgressMonitor monitor) throws InterruptedException {
        int told = 0;
        try {
            while (!job.awaitEnd(LOOK_INTERVAL)) {
                if (monitor.isCanceled()) {
                    job.cancel();
                }
                ExportProgress progress = job.progress();
                int now = (int) (progress.fraction() * TICKS);
                monitor.worked(now - told);
                told = now;
                monitor.subTask(text(progress));
            }
        } catch (InterruptedException e) {
            job.cancel();
            throw e;
        }
    }

    private static String text(ExportProgress progress) {
        String step = switch (progress.step()) {
        case LOOKING -> "looking at the media, ";
        case FIRST_PASS -> "looking at the film, ";
        case ENCODING -> "";
        case VERIFYING -> "comparing, ";
        };
        String done = step + "frame " + progress.doneFrames() + " of " + progress.totalFrames();
        return progress.remainingMs() < 0 ? done : done + ", " + (progress.remainingMs() + 999) / 1000 + " s left";
    }

    private static String sentence(ExportSummary summary) {
        String made = String.format(Locale.ROOT, "Exported %s: %d frames, %.1f MB, %.1f× as fast as it plays",
                summary.file().getFileName(), summary.frames(), summary.sizeBytes() / 1e6, summary.speed());
        return summary.notes().isEmpty() ? made : made + "; " + String.join("; ", summary.notes());
    }

    private IStatus end(ExportException failure) {
        if (failure.reason() == ExportException.Reason.CANCELLED) {
            editor.tell("The export was cancelled; there is no file", false);
            return Status.CANCEL_STATUS;
        }
        ILog.of(ExportFilm.class).error("Not exported: " + failure.getMessage(), failure);
        editor.tell("Not exported: " + failure.getMessage(), true);
        return Status.OK_STATUS;
    }
}
