package org.reelbench.memory.internal.monitor;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.NativeMemory;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ReliefRecord;
import org.reelbench.memory.ReliefStep;
import org.reelbench.memory.internal.process.ProcessReader;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitor as a service: it has the thread that looks, and knows the services that take part. */
@Component(service = MemoryMonitor.class, immediate = true)
public final class Monitor implements MemoryMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final long INTERVAL_MS = 5_000;

    private final List<NativeMemory> natives = new CopyOnWriteArrayList<>();
    private final List<MemoryListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("reelbench-memory").factory());
    private final ExecutorService hands = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("reelbench-relief-", 0).factory());
    private final Ladder ladder = new Ladder(hands, Patience.USUAL);
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicLong wantedBytes = new AtomicLong();
    private final Supplier<PluginCalls> guard = this::calls;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PluginCalls calls;
    private final Readings readings;
    private final Watch watch;

    /**
     * Creates the monitor; it looks for the first time on its own thread.
     *
     * @param ledger who holds what
     * @param budget how much there may be
     */
    @Activate
    public Monitor(@Reference MemoryLedger ledger, @Reference MemoryBudget budget) {
        readings = new Readings(InstantSource.system(), ledger, budget, new ProcessReader(natives));
        watch = new Watch(InstantSource.system(), readings, ladder, listeners, () -> natives.forEach(NativeMemory::trim),
                System::gc);
        thread.scheduleWithFixedDelay(this::lookNow, 0, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    /** Stops looking. */
    @Deactivate
    public void stop() {
        thread.shutdownNow();
        hands.shutdownNow();
    }

    /** Takes somebody who calls native code. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addNative(NativeMemory memory) {
        natives.add(memory);
    }

    /** Does without somebody who goes. */
    public void removeNative(NativeMemory memory) {
        natives.remove(memory);
    }

    /** Takes somebody who wants to be told. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(MemoryListener listener) {
        listeners.add(listener);
    }

    /** Does without somebody who goes. */
    public void removeListener(MemoryListener listener) {
        listeners.remove(listener);
    }

    /** Takes a step of the ladder. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addStep(ReliefStep step, Map<String, Object> properties) {
        try {
            ladder.add(new GuardedStep(step, guard),
                    properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0);
        } catch (PluginCallException e) {
            LOG.warn("a step that gives memory back is left out: {}", e.getMessage(), e);
        }
    }

    /** Does without a step that goes. */
    public void removeStep(ReliefStep step) {
        ladder.remove(new GuardedStep(step, guard));
    }

    private PluginCalls calls() {
        PluginCalls there = calls;
        return there == null ? PluginCalls.direct() : there;
    }

    @Override
    public MemoryReading latest() {
        return readings.latest();
    }

    @Override
    public List<MemoryReading> history() {
        return readings.history();
    }

    @Override
    public Pressure requested(long bytes) {
        Pressure before = readings.latest().pressure();
        Pressure with = readings.with(bytes);
        if (with.compareTo(before) > 0) {
            wantedBytes.accumulateAndGet(bytes, Math::max);
            look();
        }
        return with;
    }

    @Override
    public void look() {
        if (asked.getAndSet(true)) {
            return;
        }
        try {
            thread.execute(this::lookNow);
        } catch (RejectedExecutionException e) {
            LOG.debug("The monitor has been stopped", e);
        }
    }

    @Override
    public List<ReliefRecord> reliefs() {
        return ladder.records();
    }

    private void lookNow() {
        asked.set(false);
        try {
            watch.look(wantedBytes.getAndSet(0));
        } catch (InterruptedException e) {
            LOG.debug("Stopped while memory was being given back", e);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Thrown on, it would end all looking.
            LOG.error("Memory could not be looked at", e);
        }
    }
}
