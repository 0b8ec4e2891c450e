package org.reelbench.encoding.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportException.Reason;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportProgress.Step;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.internal.estimate.Experience;
import org.reelbench.encoding.internal.preview.PrivatePreviews;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.RenderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export: its rendering thread, its hidden file, its end.
 * <p>
 * What is written takes its name in one step when it is whole; on every other way out it is deleted.
 */
final class RunningExport implements ExportJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunningExport.class);

    private final ExportRequest request;
    private final @Nullable PrivatePreviews previews;
    private volatile EncodingPlan plan;
    private final Destination destination;
    private final Workshop workshop;
    private final Experience experience;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<ExportSummary> end = new CompletableFuture<>();
    private final PauseGate gate = new PauseGate();
    private final AtomicLong writtenBytes = new AtomicLong();
    private final long startedNs = System.nanoTime();
    private volatile Step step = Step.LOOKING;
    private volatile long doneBeforeStep;
    private volatile long doneFrames;

    RunningExport(ExportRequest request, EncodingPlan plan, Destination destination, Workshop workshop,
            @Nullable PrivatePreviews previews, Experience experience) {
        this.experience = experience;
        this.previews = previews;
        this.request = request;
        this.plan = plan;
        this.destination = destination;
        this.workshop = workshop;
    }

    void start(Runnable whenEnded) {
        Thread.ofPlatform().name("reelbench-export-render").start(() -> {
            try {
                ExportSummary summary = export();
                whenEnded.run();
                end.complete(summary);
            } catch (ExportException e) {
                // Before anybody hears of the end: who does may export to the same file at once.
                whenEnded.run();
                end.completeExceptionally(e);
            }
        });
    }

    private ExportSummary export() throws ExportException {
        try {
            Footage footage = Footage.of(request, cancellation);
            List<String> notes = new ArrayList<>();
            String graph = write(footage, notes);
            notes.addAll(plan.notes());
            if (request.options().verify()) {
                begin(Step.VERIFYING);
                notes.add(new FilmCheck(request, plan, footage.catalog(), workshop, cancellation).check(destination, this::at));
            }
            // Putting the last bytes in their place may take a while; who cancelled meanwhile wants no file.
            cancellation.check();
            takeName();
            notes.addAll(footage.notes());
            ExportSummary summary = summary(graph, notes);
            if (!plan.copies()) {
                experience.note(request, plan.video(), summary);
            }
            return summary;
        } catch (RenderException e) {
            throw new ExportException(Reason.SOURCE, e.getMessage(), e);
        } catch (MediaException e) {
            throw new ExportException(reason(e), destination.target() + ": " + e.explanation(), e);
        } catch (IOException e) {
            throw new ExportException(Reason.TARGET,
                    destination.target() + ": the finished film could not take its name (" + e.getMessage() + ")", e);
        } catch (CancelledException e) {
            throw new ExportException(Reason.CANCELLED, destination.target() + ": the export was cancelled", e);
        } catch (RuntimeException | Error e) {
            // A defect of ours: the log has the trace, the job still ends with words instead of hanging.
            LOG.error("export of {} failed", destination.target(), e);
            throw new ExportException(Reason.ENCODER, destination.target() + ": the export failed (" + e + ")", e);
        } finally {
            discard();
        }
    }

    private String write(Footage footage, List<String> notes) throws RenderException, MediaException, IOException {
        PrivatePreviews open = previews;
        if (plan.copies() && open != null) {
            try (PreviewCopy copy = PreviewCopy.open(open, request, footage.catalog())) {
                plan = plan.copying(copy);
                notes.add(copy.note());
                begin(Step.ENCODING);
                return new FilmRun(request, plan, footage.catalog(), workshop, cancellation).copy(copy, this::open, this::at);
            }
        }
        FilmRun run = new FilmRun(request, plan, footage.catalog(), workshop, cancellation);
        if (plan.passes() == 2) {
            begin(Step.FIRST_PASS);
            run.firstPass(this::at);
        }
        begin(Step.ENCODING);
        return run.write(this::open, this::at);
    }

    private Muxer open(List<CodecParameters> streams) throws MediaException {
        return new CountingMuxer(destination.open(streams), writtenBytes);
    }

    private void takeName() throws IOException, ExportException {
        if (!request.options().overwrite() && destination.exists()) {
            throw new ExportException(Reason.TARGET, destination.target()
                    + ": it came to be while the film was made; name another file or let it be replaced", null);
        }
        destination.takeName();
    }

    private ExportSummary summary(String graph, List<String> notes) throws IOException {
        VideoEncoding video = plan.video();
        AudioEncoding audio = plan.audio();
        long frames = request.toFrame() - request.fromFrame();
        return new ExportSummary(destination.target(), frames, request.sequence().rate().timeOf(frames), elapsedMs(),
                destination.sizeBytes(), video == null ? "" : video.encoder(), audio == null ? "" : audio.encoder(), graph,
                notes);
    }

    private static Reason reason(MediaException e) {
        return switch (e.reason()) {
        case DISK_FULL -> Reason.DISK_FULL;
        case UNWRITABLE -> Reason.TARGET;
        default -> Reason.ENCODER;
        };
    }

    private void discard() {
        try {
            destination.discard();
        } catch (IOException e) {
            LOG.warn("what was written for {} could not be removed", destination.target(), e);
        }
    }

    private void begin(Step next) {
        if (step != Step.LOOKING) {
            doneBeforeStep += request.toFrame() - request.fromFrame();
        }
        doneFrames = 0;
        step = next;
    }

    private void at(long frames) {
        doneFrames = frames;
        gate.pass(cancellation);
    }

    @Override
    public ExportProgress progress() {
        long total = (request.toFrame() - request.fromFrame()) * (plan.passes() + (request.options().verify() ? 1 : 0));
        long done = Math.min(total, doneBeforeStep + doneFrames);
        long elapsed = elapsedMs();
        return new ExportProgress(step, done, total, elapsed, done == 0 ? -1 : elapsed * (total - done) / done, expectedBytes());
    }

    private long expectedBytes() {
        long written = writtenBytes.get();
        return switch (step) {
        case LOOKING, FIRST_PASS -> -1;
        case ENCODING -> {
            long frames = doneFrames;
            yield frames == 0 || written == 0
                    ? -1
                    : Math.round((double) written * (request.toFrame() - request.fromFrame()) / frames);
        }
        case VERIFYING -> written;
        };
    }

    private long elapsedMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs - gate.restedNs());
    }

    @Override
    public void cancel() {
        cancellation.cancel();
    }

    @Override
    public void pause() {
        gate.close();
    }

    @Override
    public void resume() {
        gate.open();
    }

    @Override
    public boolean isPaused() {
        return gate.isClosed();
    }

    @Override
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public ExportSummary result() throws ExportException, InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            ExportException failure = (ExportException) e.getCause();
            throw new ExportException(failure.reason(), failure.getMessage(), failure);
        }
    }
}
