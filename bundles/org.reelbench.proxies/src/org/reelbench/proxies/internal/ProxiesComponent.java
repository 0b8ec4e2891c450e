package org.reelbench.proxies.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.ForegroundGate;
import org.reelbench.media.ForegroundWork;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.media.Muxers;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.proxies.ProxyListener;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.proxies.ProxyUsage;
import org.reelbench.proxies.internal.disk.ProxyShelf;
import org.reelbench.proxies.internal.make.Pipeline;
import org.reelbench.proxies.internal.make.ProxyMaker;
import org.reelbench.proxies.internal.sidecar.Sidecars;
import org.reelbench.proxies.internal.view.ProxyCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;
import org.slf4j.LoggerFactory;

/** Decides which media get proxies, has them made by one thread of the lowest priority, and lets them stand in. */
@Component(service = { Proxies.class, MeterSource.class }, configurationPid = ProxySettings.PID)
public final class ProxiesComponent implements Proxies, MeterSource {

    private static final long IDLE_SECONDS = 10;
    private static final long STOP_SECONDS = 5;
    private static final long MIB = 1 << 20;

    private final Pipeline pipeline;
    private final boolean enabled;
    private final boolean automatic;
    private final ProxyFormat format;
    private final ProxyShelf shelf;
    private final ReadyProxies ready;
    private final ProxyMaker maker;
    private final Sidecars sidecars;
    private final ExecutorService worker;
    private final ProxyQueue queue;
    private final ForegroundGate foreground = new ForegroundGate();
    private final AtomicLong generation = new AtomicLong();
    /** Nanoseconds a frame, by fingerprint. */
    private final Map<String, Long> measured = new ConcurrentHashMap<>();

    /**
     * Creates the service; reads nothing.
     *
     * @param readers opens media
     * @param composers scales
     * @param encoders encodes
     * @param muxers writes films
     * @param probe finds out what files are
     * @param settings what is made, and how much is kept
     */
    @Activate
    public ProxiesComponent(@Reference MediaReaders readers, @Reference Composers composers, @Reference Encoders encoders,
            @Reference Muxers muxers, @Reference MediaProbe probe, ProxySettings settings) {
        this(new Pipeline(readers, composers, encoders, muxers, probe), CacheFolder.ofUser().resolve("proxies"),
                settings.quota_mib() * MIB, settings.enabled(), settings.automatic(), format(settings.format()));
    }

    /** Creates the service with a folder of its own. */
    public ProxiesComponent(Pipeline pipeline, Path folder, long quotaBytes, boolean enabled, boolean automatic,
            ProxyFormat format) {
        this.pipeline = pipeline;
        this.enabled = enabled;
        this.automatic = automatic;
        this.format = format;
        shelf = new ProxyShelf(folder, quotaBytes, Clock.systemUTC());
        ready = new ReadyProxies(shelf, pipeline.probe());
        maker = new ProxyMaker(pipeline, shelf, this::isMaking);
        sidecars = new Sidecars(pipeline.probe(), pipeline.readers());
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = Thread.ofPlatform().daemon().name("reelbench-proxies").unstarted(task);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        worker = one;
        queue = new ProxyQueue(this::make, worker);
    }

    private static ProxyFormat format(String name) {
        return ProxyFormat.named(name).orElseGet(() -> {
            LoggerFactory.getLogger(ProxiesComponent.class).warn("{}: there is no format '{}'; {} is made", ProxySettings.PID,
                    name,
                    ProxyFormat.ALL.getFirst().name());
            return ProxyFormat.ALL.getFirst();
        });
    }

    /** Stops what is being made and waits for its end, as the services it works with may go next; what is whole of it stays. */
    @Deactivate
    public void stop() {
        queue.stop();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(ProxiesComponent.class).warn("a proxy is still being made {} s after it was cancelled",
                        STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Steps aside for some work from now on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addForeground(ForegroundWork work) {
        foreground.add(work);
    }

    /** Lets a kind of work go. */
    public void removeForeground(ForegroundWork work) {
        foreground.remove(work);
    }

    private boolean isMaking(Path folder) {
        return queue.isMaking(String.valueOf(folder.getFileName()));
    }

    @Override
    public MediaCatalog standingIn(MediaCatalog originals, List<MediaReference> media, boolean wish) {
        return new ProxyCatalog(originals, media, generation.get(),
                (medium, streamIndex, use) -> find(medium, streamIndex, use, wish));
    }

    private Optional<StandIn> find(Medium medium, int streamIndex, ProxyUse use, boolean wish) {
        VideoStreamInfo stream = medium.info().video().orElse(null);
        boolean wanted = use == ProxyUse.ALWAYS || use == ProxyUse.AUTO && enabled;
        if (!wanted || medium.grows() || stream == null || stream.index() != streamIndex
                || HeavyRule.impossible(stream).isPresent()) {
            return Optional.empty();
        }
        long costNs = measured.getOrDefault(medium.fingerprint(), 0L);
        boolean heavy = HeavyRule.isHeavy(stream, format, costNs);
        boolean mayBeHeavy = costNs == 0 && HeavyRule.isDoubtful(stream, format);
        if (use == ProxyUse.AUTO && !heavy && !mayBeHeavy) {
            return Optional.empty();
        }
        ProxyKey key = key(medium, stream);
        Optional<StandIn> found = ready.find(medium, key);
        if (found.isEmpty() && wish && (automatic || use == ProxyUse.ALWAYS)) {
            queue.want(medium, key, use, queue.state(key) == State.READY);
        }
        return found;
    }

    private ProxyKey key(Medium medium, VideoStreamInfo stream) {
        return new ProxyKey(medium.fingerprint(), stream.index(), format);
    }

    @Override
    public ProxyStatus status(Medium medium, ProxyUse use) {
        VideoStreamInfo stream = medium.info().video().orElse(null);
        if (stream == null) {
            return ProxyStatus.of(State.NOT_NEEDED, "it has no pictures");
        }
        if (medium.grows()) {
            return ProxyStatus.of(State.NOT_NEEDED, "it is being recorded");
        }
        Optional<String> impossible = HeavyRule.impossible(stream);
        if (impossible.isPresent()) {
            return ProxyStatus.of(State.NOT_NEEDED, impossible.get());
        }
        if (use == ProxyUse.NEVER) {
            return ProxyStatus.of(State.NOT_NEEDED, "the project says never");
        }
        ProxyKey key = key(medium, stream);
        Optional<ProxyStatus> queued = queue.status(key).filter(status -> status.state() != State.READY);
        if (queued.isPresent() && !(use == ProxyUse.ALWAYS && queued.get().state() == State.NOT_NEEDED)) {
            return queued.get();
        }
        long costNs = measured.getOrDefault(medium.fingerprint(), 0L);
        boolean light = use == ProxyUse.AUTO && !HeavyRule.isHeavy(stream, format, costNs)
                && (costNs > 0 || !HeavyRule.isDoubtful(stream, format));
        if (light) {
            return ProxyStatus.of(State.NOT_NEEDED, "it is light to decode");
        }
        return ready.label(key).map(label -> ProxyStatus.of(State.READY, label)).orElse(ProxyStatus.of(State.NONE, ""));
    }

    @Override
    public void want(Medium medium, ProxyUse use) {
        VideoStreamInfo stream = medium.info().video().orElse(null);
        if (use != ProxyUse.NEVER && !medium.grows() && stream != null && HeavyRule.impossible(stream).isEmpty()) {
            queue.want(medium, key(medium, stream), use, true);
        }
    }

    /** Runs on the worker. */
    private ProxyStatus make(Medium medium, ProxyKey key, ProxyUse use, DoubleConsumer progress, Cancellation cancellation)
            throws MediaException {
        Optional<String> there = ready.label(key);
        if (there.isPresent()) {
            return ProxyStatus.of(State.READY, there.get());
        }
        foreground.pass(cancellation);
        VideoStreamInfo stream = medium.info().video(key.streamIndex()).orElseThrow();
        if (use == ProxyUse.AUTO && !isHeavy(medium, stream, cancellation)) {
            return ProxyStatus.of(State.NOT_NEEDED, "it is light to decode");
        }
        Optional<Sidecars.Sidecar> small = sidecars.find(medium, stream, cancellation);
        if (small.isPresent()) {
            ready.add(key, small.get());
        } else {
            maker.make(medium, key, foreground::pass, progress, cancellation);
        }
        generation.incrementAndGet();
        return ProxyStatus.of(State.READY, ready.label(key).orElse(key.format().name()));
    }

    private boolean isHeavy(Medium medium, VideoStreamInfo stream, Cancellation cancellation) throws MediaException {
        if (HeavyRule.isDoubtful(stream, format) && !measured.containsKey(medium.fingerprint())) {
            measured.put(medium.fingerprint(), DecodeCost.measure(pipeline.readers(), medium, stream.index(), cancellation));
        }
        return HeavyRule.isHeavy(stream, format, measured.getOrDefault(medium.fingerprint(), 0L));
    }

    @Override
    public void cancel(String fingerprint) {
        queue.cancel(fingerprint);
    }

    @Override
    public void addListener(ProxyListener listener) {
        queue.add(listener);
    }

    @Override
    public void removeListener(ProxyListener listener) {
        queue.remove(listener);
    }

    @Override
    public ProxyFormat format() {
        return format;
    }

    @Override
    public ProxyUsage usage() {
        return shelf.usage();
    }

    @Override
    public long clear() throws MediaException {
        try {
            long gone = shelf.clear(this::isMaking);
            ready.forget();
            queue.forgetEnded();
            generation.incrementAndGet();
            return gone;
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNWRITABLE, "proxies",
                    "they cannot be deleted (" + e.getMessage() + ")",
                    e);
        }
    }

    @Override
    public List<Meter> meters() {
        return List.of(
                Meter.counter("reelbench_proxies_made_total", "Proxies that were found or made since the start.", queue.made()),
                Meter.counter("reelbench_proxies_failed_total", "Proxies that could not be made.", queue.failed()),
                Meter.counter("reelbench_proxy_opens_total", "How often a proxy was opened in place of a medium.",
                        ready.opened()),
                Meter.gauge("reelbench_proxies_waiting", "Proxies that wait to be made.", queue.count(State.WAITING)),
                Meter.gauge("reelbench_proxies_making", "Proxies that are being made.", queue.count(State.MAKING)));
    }
}
