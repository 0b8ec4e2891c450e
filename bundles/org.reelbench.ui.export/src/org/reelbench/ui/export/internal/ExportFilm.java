package org.reelbench.ui.export.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.progress.IProgressConstants;
import org.eclipse.ui.progress.IProgressConstants2;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportOptions.OnMissing;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.encoding.QueuedExport.State;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.render.RenderException;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;
import org.reelbench.ui.UiThread;

/** An export as a job: it asks what is to be asked, waits in the queue, and the Progress view shows how far it is and cancels it. */
final class ExportFilm extends Job {

    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);
    private static final int TICKS = 1000;

    private final Exports exports;
    private final ExportRequest request;
    private final Function<ExportOptions, QueuedExport> enqueue;
    private final Editor editor;
    private final Cancellation looking = new Cancellation();

    private ExportFilm(Exports exports, ExportRequest request, Function<ExportOptions, QueuedExport> enqueue, Editor editor) {
        super("Exporting " + request.target().getFileName());
        this.exports = exports;
        this.request = request;
        this.enqueue = enqueue;
        this.editor = editor;
        setUser(false);
        setPriority(LONG);
        setProperty(IProgressConstants.KEEPONE_PROPERTY, Boolean.TRUE);
        setProperty(IProgressConstants2.SHOW_IN_TASKBAR_ICON_PROPERTY, Boolean.TRUE);
    }

    /** A new export. */
    static ExportFilm of(Exports exports, ExportQueue queue, ExportRequest request, Editor editor) {
        return new ExportFilm(exports, request, options -> queue.add(request.with(options)), editor);
    }

    /** One that failed or was cancelled, once more. */
    static ExportFilm again(Exports exports, QueuedExport export, Editor editor) {
        ExportRequest request = export.request();
        return new ExportFilm(exports, request.with(request.options().withOverwrite(false)), options -> {
            export.retry(options);
            return export;
        }, editor);
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
            Optional<ExportOptions> agreed = agree();
            if (agreed.isEmpty()) {
                editor.tell("Nothing was exported", false);
                return Status.CANCEL_STATUS;
            }
            QueuedExport export = enqueue.apply(agreed.get());
            follow(export, monitor);
            return end(export);
        } catch (ExportException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (CancelledException e) {
            return cancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    /** Asks before a file is replaced, and before slates stand in for what is missing. */
    private Optional<ExportOptions> agree() throws ExportException {
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
        return Optional.of(options);
    }

    @Override
    protected void canceling() {
        looking.cancel();
    }

    private static void follow(QueuedExport export, IProgressMonitor monitor) throws InterruptedException {
        int told = 0;
        try {
            while (!export.awaitEnd(LOOK_INTERVAL)) {
                if (monitor.isCanceled()) {
                    export.cancel();
                }
                Optional<ExportProgress> progress = export.progress();
                int now = progress.map(one -> (int) (one.fraction() * TICKS)).orElse(0);
                monitor.worked(Math.max(0, now - told));
                told = Math.max(told, now);
                monitor.subTask(export.state() == State.PAUSED
                        ? "paused"
                        : progress.map(ExportFilm::text).orElse("waiting for its turn"));
            }
        } catch (InterruptedException e) {
            export.cancel();
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

    private IStatus end(QueuedExport export) {
        return export.summary().map(summary -> {
            String sentence = sentence(summary);
            editor.tell(sentence, false);
            SystemNotice.show("Export done", sentence);
            // The Progress view keeps the job, and shows this below its name.
            return (IStatus) new Status(IStatus.OK, ExportFilm.class, sentence);
        }).orElseGet(() -> export.state() == State.CANCELLED ? cancelled() : failed(export.problem()));
    }

    private IStatus cancelled() {
        editor.tell("The export was cancelled; there is no file", false);
        return Status.CANCEL_STATUS;
    }

    private IStatus failed(String problem) {
        ILog.of(ExportFilm.class).error("Not exported: " + problem);
        editor.tell("Not exported: " + problem, true);
        SystemNotice.show("Export failed", problem);
        return Status.OK_STATUS;
    }
}
