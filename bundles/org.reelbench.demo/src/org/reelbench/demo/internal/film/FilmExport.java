package org.reelbench.demo.internal.film;

import java.time.Duration;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.demo.internal.report.Progress;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.media.Cancellation;

/** Exports a film and shows how far it is. */
public final class FilmExport {

    private static final Duration LOOK = Duration.ofMillis(100);

    private FilmExport() {
    }

    /**
     * Exports and waits for the end.
     *
     * @param exports makes the film
     * @param request which film
     * @param progress is told how far it is; the caller began the step
     * @param cancellation asks to stop
     * @return what was made
     * @throws CommandException if there is no film
     */
    public static ExportSummary run(Exports exports, ExportRequest request, Progress progress, Cancellation cancellation)
            throws CommandException {
        try {
            ExportJob job = exports.start(request);
            try {
                while (!job.awaitEnd(LOOK)) {
                    if (cancellation.isCancelled()) {
                        job.cancel();
                    }
                    progress.at(job.progress().fraction());
                }
                return job.result();
            } catch (InterruptedException e) {
                job.cancel();
                Thread.currentThread().interrupt();
                throw new CommandException(ExitCode.CANCELLED, request.target() + ": the export was cancelled", e);
            }
        } catch (ExportException e) {
            throw Failures.of(e);
        } finally {
            progress.abandon();
        }
    }
}
