package org.reelbench.cli.internal.record;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingListener;
import org.reelbench.capture.RecordingResult;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;

/** Watches a recording until it is to end, ends it, and waits for its file. */
final class RecordRun {

    /** How often is looked at the clock of the recording and at the wish to end it. */
    private static final long LOOK_MS = 50;
    private static final int LOOKS_PER_REPORT = 20;

    private final Recording recording;
    private final RecordReport report;
    private final Console console;
    private final long durationUs;

    RecordRun(Recording recording, RecordReport report, Console console, long durationUs) {
        this.recording = recording;
        this.report = report;
        this.console = console;
        this.durationUs = durationUs;
    }

    int run() throws CommandException {
        CompletableFuture<RecordingResult> ended = recording.ended().toCompletableFuture();
        try (var _ = recording.listen(warnings())) {
            for (int look = 0;; look++) {
                if (console.cancellation().isCancelled() || durationUs > 0 && recording.statistics().elapsedUs() >= durationUs) {
                    recording.stop();
                }
                if (look % LOOKS_PER_REPORT == LOOKS_PER_REPORT - 1) {
                    report.progress(recording.statistics());
                }
                try {
                    return finished(ended.get(LOOK_MS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException _) {
                    // The end is heard of at once; only the clock and the wish to end are looked at now and then.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            recording.stop();
            throw new CommandException(ExitCode.CANCELLED, "interrupted", e);
        } catch (CancellationException e) {
            throw new CommandException(ExitCode.CANCELLED, "the recording was given up", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CaptureException capture) {
                throw CaptureFailures.of(capture);
            }
            throw new IllegalStateException("a recording fails with a reason", e);
        } finally {
            report.end();
        }
    }

    private RecordingListener warnings() {
        return new RecordingListener() {

            @Override
            public void warned(Recording warned, String message) {
                report.warned(message);
            }
        };
    }

    private int finished(RecordingResult result) {
        report.end();
        report.summary(result);
        CaptureException early = result.early();
        return early == null ? ExitCode.OK : CaptureFailures.code(early.reason());
    }
}
