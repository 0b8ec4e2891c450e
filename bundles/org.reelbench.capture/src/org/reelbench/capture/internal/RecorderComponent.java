package org.reelbench.capture.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureSource.Watching;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.capture.internal.mp4.FilmRecovery;
import org.reelbench.capture.internal.pipeline.SpaceWatch;
import org.reelbench.capture.internal.pipeline.Studio;
import org.reelbench.capture.internal.pool.DevicePool;
import org.reelbench.capture.internal.pool.LendingSource;
import org.reelbench.capture.internal.sound.NoiseReducers;
import org.reelbench.media.CacheFolder;
import org.reelbench.media.Cancellation;
import org.reelbench.media.DiskSpace;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.Encoders;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recorder as a service: owns the threads, the pool of devices, and the look after recordings that a crash left behind. */
@Component(service = { Recorder.class, RecordingRecovery.class, MeterSource.class })
public final class RecorderComponent implements Recorder, RecordingRecovery, MeterSource {

    private static final Logger LOG = LoggerFactory.getLogger(RecorderComponent.class);
    private static final long TIDY_SECONDS = 30;
    private static final long STOP_SECONDS = 10;

    private final Encoders encoders;
    private final ExecutorService threads;
    private final ScheduledExecutorService housekeeping;
    private final DevicePool pool = new DevicePool(System::nanoTime);
    private final UnfinishedFiles unfinished = new UnfinishedFiles(CacheFolder.ofUser().resolve("recordings"));
    private final RecorderCore core = new RecorderCore(this::studio, Machine::ofThis);
    private final Meters meters = new Meters(pool);
    private final NoiseReducers noise = new NoiseReducers();
    private volatile MemoryLedger ledger = MemoryLedger.none();
    private volatile PluginCalls calls = PluginCalls.direct();

    /**
     * Creates the service; devices are looked for when somebody asks.
     *
     * @param encoders opens encoders
     */
    @Activate
    public RecorderComponent(@Reference Encoders encoders) {
        this.encoders = encoders;
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(
                task -> Thread.ofPlatform().daemon().name("reelbench-record-" + number.incrementAndGet()).unstarted(task));
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1,
                task -> Thread.ofPlatform().daemon().name("reelbench-record-housekeeping").unstarted(task));
        housekeeping = one;
        one.execute(this::finishAbandoned);
        one.scheduleWithFixedDelay(this::look, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    /** Stops what is under way and waits for the files, as the services it works with may go next. */
    @Deactivate
    public void stop() {
        core.stopAll();
        housekeeping.shutdown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "recordings are not finished {} s after they were stopped; they will be when the recorder comes up again",
                        STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }

    private Studio studio() {
        return new Studio(encoders, ledger, threads, System::nanoTime,
                file -> DiskSpace.freeBytes(file.toAbsolutePath().getParent()).orElse(-1), SpaceWatch.USUAL,
                CacheFolder.ofUser().resolve("recordings"), pool, id -> LendingSource.of(core.source(id), calls), noise,
                unfinished);
    }

    /**
     * Takes a source.
     *
     * @param source the source that has come
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(CaptureSource source) {
        core.add(source);
    }

    /**
     * Lets a source go, with what is idle of it.
     *
     * @param source the source that goes
     */
    public void removeSource(CaptureSource source) {
        core.remove(source);
        pool.forget(source.id());
    }

    /**
     * Takes away noise where people want it.
     *
     * @param come the effect that has come
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, target = NoiseReducers.TARGET)
    public void setNoiseReduction(EffectProvider come) {
        noise.set(come);
    }

    /**
     * Goes on without noise reduction; recordings under way keep theirs.
     *
     * @param gone the effect that goes
     */
    public void unsetNoiseReduction(EffectProvider gone) {
        noise.unset(gone);
    }

    /**
     * Says in the ledger what recordings hold.
     *
     * @param come the ledger that has come
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setLedger(MemoryLedger come) {
        ledger = come;
    }

    /**
     * Goes on without a ledger.
     *
     * @param gone the ledger that goes
     */
    public void unsetLedger(MemoryLedger gone) {
        if (ledger == gone) {
            ledger = MemoryLedger.none();
        }
    }

    /**
     * Says from now on what sources of plug-ins hold.
     *
     * @param come the guard that has come
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCalls(PluginCalls come) {
        calls = come;
    }

    /**
     * Goes on without the guard; plug-ins have gone with it.
     *
     * @param gone the guard that goes
     */
    public void unsetCalls(PluginCalls gone) {
        if (calls == gone) {
            calls = PluginCalls.direct();
        }
    }

    private void finishAbandoned() {
        for (Path file : unfinished.abandoned()) {
            try {
                RecoveredRecording found = finished(file, new Cancellation());
                LOG.info("{}: a recording that was left unfinished is whole again, {} s of it", file,
                        found.durationUs() / 1_000_000);
            } catch (CaptureException e) {
                LOG.warn("a recording that was left unfinished cannot be finished: {}", e.getMessage());
                unfinished.done(file);
            }
        }
    }

    /** One at a time: who opens a project may want to have finished what is being finished already. */
    private synchronized RecoveredRecording finished(Path file, Cancellation cancellation) throws CaptureException {
        if (core.isRecording(file) || unfinished.isWrittenByAnother(file)) {
            throw new CaptureException(CaptureException.Reason.BUSY, file + ": it is being recorded; stop the recording first");
        }
        RecoveredRecording found = FilmRecovery.recover(file, cancellation);
        unfinished.done(file);
        return found;
    }

    private void look() {
        pool.tidy();
        meters.look(core.recordings());
    }

    @Override
    public DeviceList devices() {
        return core.devices();
    }

    @Override
    public Watching watch(Runnable changed) {
        return core.watch(changed);
    }

    @Override
    public CaptureFormat usualFormat(CaptureDevice device) {
        return core.usualFormat(device);
    }

    @Override
    public Recording start(RecordingRequest request) {
        return core.start(request);
    }

    @Override
    public List<Recording> recordings() {
        return core.recordings();
    }

    @Override
    public RecoveredRecording recover(Path file, Cancellation cancellation) throws CaptureException {
        return finished(file, cancellation);
    }

    @Override
    public List<Meter> meters() {
        List<RecordingStatistics> now = new ArrayList<>();
        core.recordings().forEach(recording -> now.add(recording.statistics()));
        return meters.of(now);
    }
}
