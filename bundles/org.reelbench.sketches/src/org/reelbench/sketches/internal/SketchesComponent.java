package org.reelbench.sketches.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.loading.Loading;
import org.reelbench.loading.Purpose;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.ForegroundGate;
import org.reelbench.media.ForegroundWork;
import org.reelbench.media.MediaException;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.media.ScreenConverters;
import org.reelbench.sketches.SketchView;
import org.reelbench.sketches.Sketches;
import org.reelbench.store.ChunkStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens views and makes what they miss, one sketch after the other, on a thread that ends when there is nothing to do. */
@Component(service = { Sketches.class, MeterSource.class })
public final class SketchesComponent implements Sketches, MeterSource {

    private static final Logger LOG = LoggerFactory.getLogger(SketchesComponent.class);
    private static final long IDLE_SECONDS = 10;
    private static final long STOP_SECONDS = 5;
    private static final long QUOTA_BYTES = 512L << 20;

    private final SketchCache cache;
    private final SketchMaker maker;
    private final ExecutorService worker;
    private final ForegroundGate gate = new ForegroundGate();
    private final SketchQueue queue = new SketchQueue();
    private final AtomicBoolean working = new AtomicBoolean();
    private final LongAdder made = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /**
     * Creates the service; opens nothing but a session.
     *
     * @param cache holds sketches in memory
     * @param loading opens media
     * @param converters makes small pictures
     * @param stores keeps sketches on disk
     */
    @Activate
    public SketchesComponent(@Reference SketchCache cache, @Reference Loading loading, @Reference ScreenConverters converters,
            @Reference ChunkStores stores) {
        this(cache, loading, converters, stores, CacheFolder.ofUser().resolve("sketches.chunks"));
    }

    SketchesComponent(SketchCache cache, Loading loading, ScreenConverters converters, ChunkStores stores, Path file) {
        this.cache = cache;
        maker = new SketchMaker(loading.open("thumbnails and waveforms", Purpose.THUMBNAIL), converters.open(),
                new SketchDisk(stores, file, QUOTA_BYTES), gate);
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = Thread.ofPlatform().daemon().name("reelbench-sketches").unstarted(task);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        worker = one;
    }

    /** Steps aside for some work from now on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addForeground(ForegroundWork work) {
        gate.add(work);
    }

    /** Lets a kind of work go. */
    public void removeForeground(ForegroundWork work) {
        gate.remove(work);
    }

    /** Stops what is being made, and gives back what is open when that has ended. */
    @Deactivate
    public void stop() {
        queue.clear();
        worker.execute(maker::close);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a sketch is still being made {} s after it was cancelled", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public SketchView open(Runnable changed) {
        return new CachedView(this, cache, changed);
    }

    void want(CachedView view, List<SketchKey> missing) {
        queue.replace(view, missing);
        if (!missing.isEmpty() && working.compareAndSet(false, true)) {
            try {
                worker.execute(this::work);
            } catch (RejectedExecutionException e) {
                LOG.debug("no sketches are made: the service has stopped", e);
            }
        }
    }

    void forget(CachedView view) {
        queue.remove(view);
    }

    private void work() {
        do {
            try {
                for (SketchKey key = queue.next(cache); key != null; key = queue.next(cache)) {
                    make(key, queue.cancellation());
                }
            } finally {
                maker.release();
                working.set(false);
            }
            // Once more for what was asked for while the last look found nothing.
        } while (queue.next(cache) != null && working.compareAndSet(false, true));
    }

    private void make(SketchKey key, Cancellation cancellation) {
        try {
            switch (key) {
            case SketchKey.Picture picture -> cache.put(key, maker.thumbnail(picture, cancellation));
            case SketchKey.Piece piece -> cache.put(key, maker.waves(piece, cancellation));
            }
            made.increment();
            tell(key);
        } catch (CancelledException _) {
            LOG.debug("nobody looks at {} any more", key.name());
        } catch (MediaException | RuntimeException e) {
            failed.increment();
            queue.fail(key);
            LOG.info("{} of {} cannot be made: {}", key.name(), key.source().medium(), e.getMessage());
            LOG.debug("the reason", e);
            maker.release();
        }
    }

    private void tell(SketchKey key) {
        for (Object view : queue.done(key)) {
            try {
                ((CachedView) view).tell();
            } catch (RuntimeException e) {
                LOG.warn("a view of sketches failed", e);
            }
        }
    }

    @Override
    public List<Meter> meters() {
        return List.of(
                Meter.counter("reelbench_sketches_made_total", "Thumbnails and pieces of waveforms made or read from disk.",
                        made.sum()),
                Meter.counter("reelbench_sketches_failed_total", "Thumbnails and pieces of waveforms that cannot be made.",
                        failed.sum()),
                Meter.gauge("reelbench_sketches_thumbnail_bytes", "Thumbnails in memory.", cache.thumbnails().bytes()),
                Meter.gauge("reelbench_sketches_waveform_bytes", "Waveforms in memory.", cache.waves().bytes()));
    }
}
