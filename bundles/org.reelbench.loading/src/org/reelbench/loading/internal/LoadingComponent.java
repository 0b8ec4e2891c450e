package org.reelbench.loading.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.loading.Loading;
import org.reelbench.loading.LoadingListener;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.NativeMemory;

/** The loading service: owns the threads that open media in the background. */
@Component(service = { Loading.class, MeterSource.class, LoadingComponent.class })
public final class LoadingComponent implements Loading, MeterSource {

    /** One medium that takes long does not hold up all others; more threads would only wait for the same disk. */
    private static final int THREADS = 2;

    private final ExecutorService loaders;
    private final Core core;

    /**
     * Creates the service; threads are made when first needed.
     *
     * @param readers opens readers
     */
    @Activate
    public LoadingComponent(@Reference MediaReaders readers) {
        AtomicInteger number = new AtomicInteger();
        loaders = Executors.newFixedThreadPool(THREADS,
                task -> Thread.ofPlatform().daemon().name("reelbench-load-" + number.incrementAndGet()).unstarted(task));
        core = new Core(readers, loaders, Budget.USUAL, System::nanoTime);
    }

    /** Closes what nobody reads; the threads end with what they do, as none may be interrupted while it reads. */
    @Deactivate
    public void stop() {
        core.stop();
        loaders.shutdown();
    }

    /**
     * Says in the ledger what is open.
     *
     * @param ledger the ledger that has come
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setLedger(MemoryLedger ledger) {
        core.books().moveTo(ledger);
    }

    /**
     * Goes on without the ledger.
     *
     * @param ledger the ledger that goes
     */
    public void unsetLedger(MemoryLedger ledger) {
        core.books().leave(ledger);
    }

    /**
     * Asks before media are opened whether there is memory for them.
     *
     * @param monitor the monitor that has come
     */
    public void setMonitor(MemoryMonitor monitor) {
        core.room().watchedBy(monitor);
    }

    /**
     * Opens whatever is wanted from now on.
     *
     * @param monitor the monitor that goes
     */
    public void unsetMonitor(MemoryMonitor monitor) {
        core.room().leave(monitor);
    }

    /**
     * Has freed memory given back by native code.
     *
     * @param memory who keeps it
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addNativeMemory(NativeMemory memory) {
        core.natives().add(memory);
    }

    /**
     * Leaves native code alone that is gone.
     *
     * @param memory who goes
     */
    public void removeNativeMemory(NativeMemory memory) {
        core.natives().remove(memory);
    }

    /**
     * Tells somebody of changes.
     *
     * @param listener the listener
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(LoadingListener listener) {
        core.listeners().add(listener);
    }

    /**
     * Tells somebody nothing any more.
     *
     * @param listener the listener
     */
    public void removeListener(LoadingListener listener) {
        core.listeners().remove(listener);
    }

    @Override
    public LoadingSession open(String label, Purpose purpose) {
        return core.open(label, purpose);
    }

    /** What is open, for those who give memory back. */
    Core core() {
        return core;
    }

    @Override
    public List<Meter> meters() {
        Core.Counts counts = core.counts();
        return List.of(Meter.gauge("reelbench_loading_open_readers", "Readers of media that are open.", counts.readers()),
                Meter.gauge("reelbench_loading_idle_readers", "Open readers that nobody reads just now.", counts.idle()),
                Meter.gauge("reelbench_loading_open_media", "Media that are open.", counts.media()),
                Meter.counter("reelbench_loading_opened_total", "Readers opened since the start.", counts.opened()),
                Meter.counter("reelbench_loading_loads_total", "Loads begun by demand since the start.", counts.loads()),
                Meter.counter("reelbench_loading_failures_total", "Readers that could not be opened.", counts.failures()),
                Meter.counter("reelbench_loading_yielded_total", "Readers in use that were closed as memory was short.",
                        counts.yielded()));
    }
}
