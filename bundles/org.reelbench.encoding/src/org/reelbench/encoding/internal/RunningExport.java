package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportException.Reason;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxers;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export: its rendering thread, its partial file, its end.
 * <p>
 * The partial file lies beside the target and takes its name in one step when it is whole; on every other way out it is
 * deleted. A killed process leaves it behind, and the next export to the same target replaces it.
 */
final class RunningExport implements ExportJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunningExport.class);

    private final ExportRequest request;
    private final EncodingPlan plan;
    private final Renderers renderers;
    private final Encoders encoders;
    private final Muxers muxers;
    private final Path target;
    private final Path partial;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<ExportSummary> end = new CompletableFuture<>();
    private final long startedNs = System.nanoTime();
    private volatile long doneFrames;

    RunningExport(ExportRequest request, EncodingPlan plan, Renderers renderers, Encoders encoders, Muxers muxers) {
        this.request = request;
        this.plan = plan;
        this.renderers = renderers;
        this.encoders = encoders;
        this.muxers = muxers;
        this.target = request.target().toAbsolutePath();
        this.partial = target.resolveSibling(target.getFileName() + ".part");
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
            String graph = write();
            // Putting the last bytes in their place may take a while; who cancelled meanwhile wants no file.
            cancellation.check();
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            long frames = request.toFrame() - request.fromFrame();
            return new ExportSummary(target, frames, request.sequence().rate().timeOf(frames), elapsedMs(), Files.size(target),
                    plan.video().encoder(), graph);
        } catch (RenderException e) {
            throw new ExportException(Reason.SOURCE, e.getMessage(), e);
        } catch (MediaException e) {
            throw new ExportException(reason(e), target + ": " + e.explanation(), e);
        } catch (IOException e) {
            throw new ExportException(Reason.TARGET,
                    target + ": the finished film could not take its name (" + e.getMessage() + ")", e);
        } catch (CancelledException e) {
            throw new ExportException(Reason.CANCELLED, target + ": the export was cancelled", e);
        } catch (RuntimeException | Error e) {
            // A defect of ours: the log has the trace, the job still ends with words instead of hanging.
            LOG.error("export of {} failed", target, e);
            throw new ExportException(Reason.ENCODER, target + ": the export failed (" + e + ")", e);
        } finally {
            deletePartial();
        }
    }

    private static Reason reason(MediaException e) {
        return switch (e.reason()) {
        case DISK_FULL -> Reason.DISK_FULL;
        case UNWRITABLE -> Reason.TARGET;
        default -> Reason.ENCODER;
        };
    }

    /** Renders and encodes everything into the partial file, and returns the last filter graph. */
    private String write() throws RenderException, MediaException {
        try (FilmWriter writer = FilmWriter.open(partial, request.preset(), plan, encoders, muxers, cancellation,
                frames -> doneFrames = frames);
                VideoRenderer video = renderers.video(request.sequence(), request.catalog());
                AudioRenderer audio = renderers.audio(request.sequence(), request.catalog())) {
            SoundTrack sound = new SoundTrack(audio, writer);
            video.run(request.fromFrame(), request.toFrame(), (frame, picture) -> {
                if (plan.audio() != null) {
                    sound.upTo(frame + 1);
                }
                writer.write(frame - request.fromFrame(), picture.retain());
            }, cancellation);
            String graph = video.graph();
            writer.finish();
            return graph;
        }
    }

    private void deletePartial() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", partial, e);
        }
    }

    @Override
    public ExportProgress progress() {
        long total = request.toFrame() - request.fromFrame();
        long done = doneFrames;
        long elapsed = elapsedMs();
        return new ExportProgress(done, total, elapsed, done == 0 ? -1 : elapsed * (total - done) / done);
    }

    private long elapsedMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
    }

    @Override
    public void cancel() {
        cancellation.cancel();
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

    /** Brings the sound up to the picture, frame by frame. Counted from the film's first frame: n frames last as long as any n. */
    private final class SoundTrack {

        private final AudioRenderer audio;
        private final FilmWriter writer;
        private final long firstSample = sample(request.fromFrame());
        private long doneSamples;

        SoundTrack(AudioRenderer audio, FilmWriter writer) {
            this.audio = audio;
            this.writer = writer;
        }

        void upTo(long frame) throws RenderException, MediaException {
            long wantedSamples = sample(frame - request.fromFrame());
            int count = (int) (wantedSamples - doneSamples);
            float[][] samples = new float[AudioRenderer.CHANNELS][count];
            audio.read(firstSample + doneSamples, samples, 0, count, cancellation);
            doneSamples = wantedSamples;
            writer.write(samples, count);
        }

        private long sample(long frame) {
            FrameRate rate = request.sequence().rate();
            return rate.timeOf(frame).ticksRound(request.sequence().sampleRateHz());
        }
    }
}
