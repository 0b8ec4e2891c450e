package org.reelbench.encoding.internal.preview;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.encoding.internal.Trials;
import org.reelbench.encoding.internal.cache.SegmentCache;
import org.reelbench.encoding.internal.cache.StoreKeeper;
import org.reelbench.encoding.internal.segment.GrowingBytes;
import org.reelbench.encoding.internal.segment.LaneLoop;
import org.reelbench.encoding.internal.segment.Outcomes;
import org.reelbench.encoding.internal.segment.RenderWorker;
import org.reelbench.encoding.internal.segment.SegmentCheck;
import org.reelbench.encoding.internal.segment.SegmentQueue;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewCache;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.PreviewWork;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxers;
import org.reelbench.media.VideoEncoding;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.ReliefStep;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkStores;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of previews: opens them, runs the lanes of all workers, tells listeners, and gives memory back when asked. Threads
 * and the cache are begun with the first preview.
 */
@Component(service = { PreviewService.class, PreviewCache.class, ReliefStep.class,
        PrivatePreviews.class }, configurationPid = PreviewSettings.PID)
public final class PreviewServiceComponent implements PreviewService, PreviewCache, PrivatePreviews, ReliefStep, Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewServiceComponent.class);
    private static final long MIB = 1 << 20;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    /** Before everything else: what memory forgets of segments lies on the disk. */
    private static final int RANK = 50;

    private final Shop shop;
    private final StoreKeeper keeper;
    private final SegmentWorker own;
    private final List<SequencePreview> previews = new CopyOnWriteArrayList<>();
    private final List<PreviewListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<SegmentWorker, List<LaneLoop>> workers = new ConcurrentHashMap<>();
    private final ExecutorService lanes = Executors
            .newCachedThreadPool(task -> Thread.ofPlatform().daemon().name("reelbench-preview-lane").unstarted(task));
    private final ScheduledExecutorService planner = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("reelbench-preview-plan").unstarted(task));
    private final IdleAudit audit;
    private boolean begun;

    /**
     * Creates the service; opens nothing and begins no thread.
     *
     * @param renderers render
     * @param encoders encode
     * @param muxers cut into fragments
     * @param composers know the effects and make pictures smaller
     * @param probe finds out what was made
     * @param readers decode it to check it
     * @param engine says which native library it is
     * @param stores keep it
     * @param ledger is told how much memory it takes
     * @param settings how much is kept
     */
    @Activate
    public PreviewServiceComponent(@Reference Renderers renderers, @Reference Encoders encoders, @Reference Muxers muxers,
            @Reference Composers composers, @Reference MediaProbe probe, @Reference MediaReaders readers,
            @Reference MediaEngine engine, @Reference ChunkStores stores, @Reference MemoryLedger ledger,
            PreviewSettings settings) {
        CacheStore kept = new CacheStore(stores, settings.store(), CacheFolder.ofUser().resolve("segments"),
                settings.cache_mib() * MIB, "previews are kept in memory alone");
        SegmentCache cache = new SegmentCache(kept, ledger.open(Holding.SEGMENTS, "previews"), this::isNeeded);
        SegmentCheck check = new SegmentCheck(probe, readers);
        this.keeper = new StoreKeeper(kept, cache, check);
        this.shop = new Shop(new SegmentQueue(System::nanoTime, cache::isRecent, this::tell), cache,
                new Qualities(encoders, new Trials(encoders), System::nanoTime), composers, renderers, check,
                () -> version(engine), this::later, System::nanoTime,
                new PowerSource(PowerSource.SUPPLIES, System::nanoTime), new WorkCount());
        this.audit = new IdleAudit(shop, previews, lanes);
        int slots = settings.workers() > 0 ? settings.workers() : Math.max(1, Runtime.getRuntime().availableProcessors());
        this.own = new RenderWorker(renderers, encoders, muxers, composers, slots);
    }

    private void later(Duration delay, Runnable task) {
        try {
            planner.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service has ended", e);
        }
    }

    private static String version(MediaEngine engine) {
        try {
            return engine.version();
        } catch (MediaException e) {
            throw new IllegalStateException("there are no previews without the native library: " + e.getMessage(), e);
        }
    }

    /** Whether a state of an open project can need a segment. */
    private boolean isNeeded(String id) {
        return previews.stream().anyMatch(preview -> preview.hasReached(id));
    }

    /**
     * Takes a worker of somebody else's.
     *
     * @param worker the worker
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void addWorker(SegmentWorker worker) {
        workers.put(worker, new ArrayList<>());
        if (begun) {
            begin(worker);
        }
    }

    /**
     * Lets a worker go.
     *
     * @param worker the worker
     */
    public synchronized void removeWorker(SegmentWorker worker) {
        List<LaneLoop> loops = workers.remove(worker);
        if (loops != null) {
            loops.forEach(LaneLoop::stop);
        }
    }

    /**
     * Takes a listener.
     *
     * @param listener who is told of all previews
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(PreviewListener listener) {
        listeners.add(listener);
    }

    /**
     * Lets a listener go.
     *
     * @param listener who is told no more
     */
    public void removeListener(PreviewListener listener) {
        listeners.remove(listener);
    }

    private synchronized void begin() {
        if (!begun) {
            begun = true;
            workers.put(own, new ArrayList<>());
            workers.keySet().forEach(this::begin);
            planner.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** What throws is not called again: whoever waits for a lease to end would wait for ever. */
    private void tick() {
        try {
            shop.queue().expire();
            audit.tick();
        } catch (RuntimeException e) {
            LOG.error("previews are not looked after for a moment", e);
        }
    }

    private void begin(SegmentWorker worker) {
        List<LaneLoop> loops = workers.get(worker);
        for (int slot = 0; loops != null && slot < worker.slots(); slot++) {
            LaneLoop loop = new LaneLoop(shop.queue(), worker, shop.check(), this);
            loops.add(loop);
            lanes.execute(loop);
        }
    }

    /** Stops what runs and waits for its end, as the services it works with may go next. */
    @Deactivate
    public void stop() {
        previews.forEach(SequencePreview::close);
        shop.queue().close();
        audit.stop();
        lanes.shutdown();
        planner.shutdown();
        try {
            if (!lanes.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a preview is still being encoded {} after it was stopped", STOP_LIMIT);
            }
            shop.cache().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the cache of previews was not closed well: {}", e.getMessage());
        }
    }

    @Override
    public Preview open(Sequence sequence, MediaCatalog catalog) {
        begin();
        SequencePreview preview = new SequencePreview(shop, sequence, catalog, previews::remove,
                (from, revision) -> Told.each(listeners, listener -> listener.revised(from, revision)));
        previews.add(preview);
        return preview;
    }

    @Override
    public Preview openPrivately(Sequence sequence, MediaCatalog catalog) {
        begin();
        return new SequencePreview(shop, sequence, catalog, _ -> {
            // it was in no list
        }, (_, _) -> {
            // nobody is told
        });
    }

    @Override
    public List<Preview> previews() {
        return List.copyOf(previews);
    }

    @Override
    public Optional<Preview> preview(Id sequence) {
        return previews.reversed().stream().filter(preview -> preview.sequenceId().equals(sequence)).findFirst()
                .map(Preview.class::cast);
    }

    @Override
    public boolean isOnBattery() {
        return shop.onBattery().getAsBoolean();
    }

    @Override
    public PreviewWork work() {
        return shop.count().now(shop.queue());
    }

    @Override
    public Optional<InitSegment> init(String initId) {
        return shop.cache().init(initId);
    }

    @Override
    public Optional<SegmentBytes> kept(String id) {
        return shop.cache().open(id);
    }

    private void tell(String id, SegmentStatus status) {
        for (SequencePreview preview : previews) {
            if (preview.tell(id, status)) {
                Told.each(listeners, listener -> listener.changed(preview, id, status));
            }
        }
    }

    @Override
    public void made(SegmentOrder order, GrowingBytes bytes, Duration took) {
        shop.count().made(order);
        shop.cache().keep(order.segment().id(), bytes);
        VideoEncoding video = order.video().orElse(null);
        if (order.segment().kind() == SegmentKind.PICTURE && video != null) {
            Qualities qualities = shop.qualities();
            qualities.breaker().worked(video.encoder());
            Duration shown = Duration.ofNanos(
                    order.segment().durationTicks() * TimeUnit.SECONDS.toNanos(1) / order.segment().ticksPerSecond());
            qualities.adaptation().sample(qualities.of(order.sequence()).indexOf(video), took, shown);
        }
        previews.forEach(preview -> preview.plan(Duration.ZERO));
    }

    @Override
    public void failed(SegmentOrder order, boolean encoderToBlame) {
        VideoEncoding video = order.video().orElse(null);
        if (encoderToBlame && video != null && shop.qualities().breaker().failed(video.encoder())) {
            LOG.warn("the encoder {} is left alone for a while, as it failed again and again", video.encoder());
            previews.forEach(preview -> preview.plan(Duration.ZERO));
        }
    }

    @Override
    public List<Kept> list() throws IOException {
        return keeper.list();
    }

    @Override
    public Usage usage() throws IOException {
        return keeper.usage();
    }

    @Override
    public Verified verify(Cancellation cancellation) throws IOException {
        return keeper.verify(cancellation);
    }

    @Override
    public long clear() throws IOException {
        return keeper.clear();
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public String label() {
        return "segments of previews, which are on the disk too";
    }

    @Override
    public long relieve(long wantedBytes) {
        return shop.cache().relieve(wantedBytes);
    }
}
