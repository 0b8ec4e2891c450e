package org.reelbench.capture.internal.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureSource.Watching;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingListener;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.RecordingState;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.capture.internal.mp4.FilmNotes;
import org.reelbench.capture.internal.mp4.TablesInFront;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.VideoFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One recording, from its start to its file; {@link #run} is its life. */
public final class LiveRecording implements Recording {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRecording.class);

    private final UUID mediaId = UUID.randomUUID();
    private final RecordingRequest request;
    private final Studio studio;
    private final Announcements announcements;
    private final Figures figures;
    private final Cancellation idle = new Cancellation();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<RecordingResult> ended = new CompletableFuture<>();
    private volatile RecordingState state = RecordingState.STARTING;
    private volatile boolean cancelled;
    private volatile @Nullable CaptureException early;
    private volatile @Nullable Rig rig;

    /**
     * Creates a recording that has not begun.
     *
     * @param request what to record
     * @param studio what it works with
     */
    public LiveRecording(RecordingRequest request, Studio studio) {
        this.request = request;
        this.studio = studio;
        announcements = new Announcements(studio.threads());
        figures = new Figures(request, studio);
    }

    /** Records until it is stopped; never throws. */
    public void run() {
        try {
            record();
        } catch (CaptureException e) {
            change(RecordingState.FAILED);
            ended.completeExceptionally(e);
        } catch (RuntimeException | IOException e) {
            LOG.error("{}: the recording failed", request.file(), e);
            change(RecordingState.FAILED);
            ended.completeExceptionally(
                    new CaptureException(Reason.UNWRITABLE, request.file() + ": the recording failed: " + e.getMessage(), e));
        } finally {
            figures.close();
        }
        if (state == RecordingState.FINISHED && request.moovFirst()) {
            tablesInFront();
        }
    }

    /** Nobody waits for it: the recording has ended, and its file is whole with either place of the tables. */
    private void tablesInFront() {
        int before = Thread.currentThread().getPriority();
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        try {
            TablesInFront.of(request.file(), idle);
        } catch (CancelledException e) {
            LOG.info("{}: there was no time to put its tables in front; they are at its end", request.file());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{}: its tables cannot be put in front; they are at its end", request.file(), e);
        } finally {
            Thread.currentThread().setPriority(before);
        }
    }

    /** Gives up what nobody waits for. */
    public void endIdleWork() {
        idle.cancel();
    }

    private void record() throws CaptureException, IOException {
        Rig open = Rig.open(studio, request, mediaId);
        boolean kept = false;
        try (open) {
            studio.unfinished().begun(request.file());
            rig = open;
            figures.of(open);
            try {
                run(open);
            } finally {
                // Whatever happened: what was recorded is never thrown away but by its owner.
                kept = !cancelled && open.film.durationUs() > 0;
                if (kept) {
                    finish(open);
                }
            }
        } finally {
            rig = null;
            figures.last(open);
            if (!kept) {
                discard();
            }
        }
        settle(kept);
    }

    private void run(Rig open) throws CaptureException {
        CompletableFuture<Void> writing = task(writer(open)::run);
        List<CompletableFuture<Void>> taking = new ArrayList<>();
        try {
            open.start();
            take(open, taking);
            change(RecordingState.RECORDING);
            awaitStop();
            change(RecordingState.STOPPING);
        } finally {
            stop.countDown();
            open.stop();
            // Tasks tell of their failures themselves, so their futures never fail.
            CompletableFuture.allOf(taking.toArray(CompletableFuture[]::new)).join();
            guarded(open.fragments::finish);
            open.queue.end();
            writing.join();
        }
    }

    private void finish(Rig open) {
        try {
            open.film.finish();
            studio.unfinished().done(request.file());
        } catch (IOException e) {
            // Fragments are a film as well; its tables can be made when there is room.
            LOG.warn("{}: no tables were written", request.file(), e);
            early = new CaptureException(Reason.DISK_FULL,
                    request.file() + ": the recording is kept, but there is no room for its"
                            + " tables (" + e.getMessage() + "); make room and recover it",
                    e);
        }
    }

    private void settle(boolean kept) throws CaptureException {
        CaptureException reason = early;
        if (kept) {
            change(RecordingState.FINISHED);
            ended.complete(new RecordingResult(mediaId, request.file(), figures.now(), reason));
        } else if (cancelled) {
            change(RecordingState.CANCELLED);
            ended.cancel(false);
        } else {
            throw reason != null
                    ? reason
                    : new CaptureException(Reason.LOST, "the device delivered nothing; nothing was recorded");
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(request.file());
        } catch (IOException e) {
            LOG.warn("{}: what was recorded cannot be deleted", request.file(), e);
        }
        studio.unfinished().done(request.file());
    }

    private DiskWriter writer(Rig open) {
        return new DiskWriter(open.queue, open.film, request.file().toString(), studio.space(),
                () -> studio.freeBytes().applyAsLong(request.file()), studio.clockNs(), new DiskEvents(open), figures::tables,
                figures.tally().ownCpuNs);
    }

    private void take(Rig open, List<CompletableFuture<Void>> tasks) {
        PictureSide pictures = open.pictures;
        SoundSide sound = open.sound;
        if (pictures != null) {
            tasks.add(task(pictures.taker(studio, open.clock, open.pace, figures.tally(), this::isStopped)::run, open));
            tasks.add(task(pictures.worker(studio, open.fragments, figures.tally(), step -> stepped(open, step))::run));
        }
        if (sound != null) {
            tasks.add(task(sound.worker(open.fragments, pictures == null ? 0 : 1, open.clock, open.pace, figures.tally(),
                    this::isStopped)::run, open));
        }
    }

    private void stepped(Rig open, String step) {
        open.queue.put(FilmNotes.box(step));
        LOG.info("{}: changed at {}", request.file(), step);
        announcements.say(listener -> listener.warned(this, "the machine is too slow, or quick again, at " + step));
    }

    /** A task that may fail. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private CompletableFuture<Void> task(Step step) {
        return CompletableFuture.runAsync(() -> guarded(step), studio.threads());
    }

    /** Ends the recording where a part of it fails, even for want of memory: the others still have something to finish. */
    private void guarded(Step step) {
        try {
            step.run();
        } catch (CaptureException e) {
            fail(e);
        } catch (Throwable e) {
            LOG.warn("{}: a part of the recording failed", request.file(), e);
            fail(new CaptureException(Reason.LOST, request.file() + ": the recording was ended: " + e.getMessage(), e));
        }
    }

    /** A task that takes from a device: when the last device is at its end, so is the recording. */
    private CompletableFuture<Void> task(Step step, Rig open) {
        return task(step).thenRun(() -> {
            if (open.pace.allOver()) {
                stop();
            }
        });
    }

    private void fail(CaptureException e) {
        if (early == null && !cancelled) {
            early = e;
            announcements.say(listener -> listener.warned(this, String.valueOf(e.getMessage())));
        }
        stop();
    }

    private void awaitStop() {
        boolean waiting = true;
        while (waiting) {
            try {
                stop.await();
                waiting = false;
            } catch (InterruptedException e) {
                // Whoever wants the end of a recording stops it.
                LOG.debug("a recording's thread was interrupted", e);
            }
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    private void change(RecordingState next) {
        state = next;
        announcements.say(listener -> listener.stateChanged(this, next));
    }

    /** What the disk does. */
    private final class DiskEvents implements DiskWriter.Events {

        private final Rig open;

        DiskEvents(Rig open) {
            this.open = open;
        }

        @Override
        public void grown(long fileBytes, long writtenUs) {
            figures.grown(fileBytes, writtenUs);
            announcements.say(listener -> listener.grown(LiveRecording.this, fileBytes));
        }

        @Override
        public void shortOfRoom(long freeBytes) {
            String message = request.file() + ": the disk is getting full, " + (freeBytes >> 20)
                    + " MB are left; the recording ends by itself before it is full";
            LOG.warn(message);
            announcements.say(listener -> listener.warned(LiveRecording.this, message));
        }

        @Override
        public void full(CaptureException reason) {
            fail(reason);
        }

        @Override
        public void tooSlow() {
            PictureSide pictures = open.pictures;
            if (pictures != null) {
                pictures.adaptation().tooMuch(studio.clockNs().getAsLong());
            }
        }
    }

    @Override
    public UUID mediaId() {
        return mediaId;
    }

    @Override
    public Path file() {
        return request.file();
    }

    @Override
    public RecordingRequest request() {
        return request;
    }

    @Override
    public RecordingState state() {
        return state;
    }

    @Override
    public RecordingStatistics statistics() {
        return figures.now();
    }

    @Override
    public Watching listen(RecordingListener listener) {
        return announcements.add(listener, each -> each.stateChanged(this, state));
    }

    @Override
    public boolean showNewest(Consumer<VideoFrame> viewer) {
        Rig open = rig;
        PictureSide pictures = open == null ? null : open.pictures;
        return pictures != null && pictures.frames().show(viewer);
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    @Override
    public void cancel() {
        if (!state.isEnd()) {
            cancelled = true;
            stop.countDown();
        }
    }

    @Override
    public CompletionStage<RecordingResult> ended() {
        return ended.minimalCompletionStage();
    }
}
