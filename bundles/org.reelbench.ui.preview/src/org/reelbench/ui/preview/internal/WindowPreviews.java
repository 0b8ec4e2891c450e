package org.reelbench.ui.preview.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.preview.PreviewAddresses;
import org.reelbench.preview.PreviewServer;
import org.reelbench.preview.ServedPreview;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.PreviewBar;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.SequencePreviews;
import org.reelbench.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one preview of the sequence that is open, which follows its edits. It is encoded while the playhead rests, where the window
 * shows it, if the settings say so; an open preview that nobody looks at costs nothing. All is done on one thread of its own.
 */
@Component(immediate = true, service = { SequencePreviews.class, WindowPreviews.class })
public final class WindowPreviews implements SequencePreviews, EditorListener {

    private static final Logger LOG = LoggerFactory.getLogger(WindowPreviews.class);
    /** Segments change some times a second while they are encoded; people see no more. */
    private static final long REFRESH_MS = 250;
    private static final int POWER_SECONDS = 20;
    /** Right after a project was opened, its first picture, thumbnails and waveforms come first. */
    private static final long SETTLE_MS = 2000;
    private static final int END_SECONDS = 10;

    private final Editor editor;
    private final PreviewService previews;
    private final List<PreviewBar> bars = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("reelbench-window-previews").unstarted(task));
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Rest rest = new Rest();
    private long openedMs;
    private @Nullable ShownPreview shown;
    private @Nullable ServedPreview served;
    private @Nullable Sequence before;
    private volatile boolean ends;
    private volatile @Nullable Preview open;
    private volatile FrameRange seen = new FrameRange(0, Long.MAX_VALUE);
    private volatile List<PreviewStretch> told = List.of();

    /**
     * Creates the service; a project that is open already gets its preview soon.
     *
     * @param editor knows the project
     * @param previews encodes
     */
    @Activate
    public WindowPreviews(@Reference Editor editor, @Reference PreviewService previews) {
        this.editor = editor;
        this.previews = previews;
        editor.addListener(this);
        run(this::openProject);
        // Nobody tells when the plug is pulled.
        thread.scheduleWithFixedDelay(() -> guarded(this::look), POWER_SECONDS, POWER_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Takes somebody who shows how far previews are.
     *
     * @param bar is told from now on
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addBar(PreviewBar bar) {
        bars.add(bar);
        UiThread.later(() -> bar.show(told));
    }

    /**
     * Lets somebody go who showed it.
     *
     * @param bar is told nothing more
     */
    public void removeBar(PreviewBar bar) {
        bars.remove(bar);
    }

    /** Ends the preview; what is encoded stays in the cache. Waits until it has ended, as what encodes goes next. */
    @Deactivate
    public void stop() {
        editor.removeListener(this);
        ends = true;
        Future<?> closed = thread.submit(() -> guarded(this::close));
        try {
            closed.get(END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("the previews of the window have not ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            thread.shutdownNow();
        }
        tell(List.of());
    }

    private void run(Runnable task) {
        later(task, 0);
    }

    private void later(Runnable task, long delayMs) {
        try {
            thread.schedule(() -> guarded(task), delayMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the window's previews have ended", e);
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("the previews of the window do not follow", e);
        }
    }

    private void openProject() {
        close();
        if (!ends) {
            editor.project().ifPresent(this::open);
        }
    }

    private void open(OpenProject project) {
        Preview preview;
        try {
            preview = previews.open(project.sequence(), project.snapshot());
        } catch (IllegalStateException e) {
            LOG.warn("the window has no previews: {}", e.getMessage());
            return;
        }
        shown = new ShownPreview(preview);
        openedMs = nowMs();
        open = preview;
        preview.listen(new PreviewListener() {
            @Override
            public void changed(Preview from, String id, SegmentStatus status) {
                refreshSoon();
            }
        });
        later(this::look, SETTLE_MS);
        refreshSoon();
    }

    private void close() {
        ServedPreview address = served;
        served = null;
        if (address != null) {
            address.close();
        }
        ShownPreview closed = shown;
        shown = null;
        open = null;
        before = null;
        if (closed != null) {
            closed.close();
            tell(List.of());
        }
    }

    private void look() {
        ShownPreview now = shown;
        if (now != null) {
            Sequence sequence = now.preview().revision().sequence();
            now.look(editor.playheadFrame(), seen, Guess.of(sequence, Optional.ofNullable(before), editor.selection()),
                    isWanted());
        }
    }

    private boolean isWanted() {
        return nowMs() - openedMs >= SETTLE_MS && PreviewChoice.isOn() && !rest.isMoving(nowMs())
                && (PreviewChoice.isOnOnBattery() || !previews.isOnBattery());
    }

    private void refreshSoon() {
        if (refreshing.compareAndSet(false, true)) {
            later(this::refresh, REFRESH_MS);
        }
    }

    private void refresh() {
        refreshing.set(false);
        ShownPreview now = shown;
        if (now != null) {
            tell(now.stretches());
        }
    }

    private void tell(List<PreviewStretch> stretches) {
        if (!stretches.equals(told)) {
            told = stretches;
            // When this ends, bars are let go before the UI thread comes to it, and would show for ever what is no more.
            List<PreviewBar> listening = List.copyOf(bars);
            UiThread.later(() -> listening.forEach(bar -> bar.show(stretches)));
        }
    }

    private static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Looks again at the settings. */
    void chosenAnew() {
        run(this::look);
    }

    /** The preview of the sequence in the window; empty while no project is open. */
    Optional<Preview> preview() {
        return Optional.ofNullable(open);
    }

    /** Gives the preview an address, which it keeps until another project is open. Waits for the server: in jobs only. */
    PreviewAddresses serve(PreviewServer server, Preview preview) throws IOException, InterruptedException {
        UiThread.forbid("starting a server");
        ServedPreview address = server.publish(preview);
        run(() -> {
            ServedPreview before = served;
            if (open == preview && before == null) {
                served = address;
            } else {
                address.close();
            }
        });
        return address.addresses();
    }

    @Override
    public void seen(long fromFrame, long toFrame) {
        seen = new FrameRange(Math.max(0, fromFrame), Math.max(Math.max(0, fromFrame) + 1, toFrame));
        run(this::look);
        refreshSoon();
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        run(this::openProject);
    }

    @Override
    public void sequenceOpened(OpenProject project) {
        run(this::openProject);
    }

    @Override
    public void sequenceChanged(Sequence old, Sequence after) {
        run(() -> {
            ShownPreview now = shown;
            OpenProject project = editor.project().orElse(null);
            if (now == null || project == null || !project.sequence().id().equals(now.preview().sequenceId())) {
                openProject();
            } else {
                now.show(project.sequence(), project.snapshot());
                before = old;
                look();
                refreshSoon();
            }
        });
    }

    @Override
    public void selectionChanged(Set<Id> clips) {
        run(this::look);
    }

    @Override
    public void playheadMoved(long frame) {
        run(() -> {
            rest.moved(nowMs());
            look();
            later(this::look, Rest.PAUSE_MS);
        });
    }
}
