package org.reelbench.http.internal.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.http.internal.content.DirectBuffers;
import org.reelbench.http.internal.content.MappedWindows;
import org.reelbench.http.internal.content.SharedFiles;
import org.reelbench.http.internal.send.Streams;
import org.reelbench.http.internal.send.Traffic;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machinery behind responses, and the one thread of this bundle: a clock that looks after stalled clients and idle files.
 * When it stops, what is being sent gets a moment to end.
 */
@Component(service = Transfer.class)
public final class Transfer {

    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);

    private static final int WINDOWS = 64;
    /** How long a cut response may take to notice it. */
    private static final Duration CUT = Duration.ofSeconds(1);

    private static final long IDLE_NS = TimeUnit.SECONDS.toNanos(3);

    private final MappedWindows windows = new MappedWindows(WINDOWS);
    private final SharedFiles files = new SharedFiles(windows);
    private final DirectBuffers buffers = new DirectBuffers();
    private final Traffic traffic = new Traffic();
    private final Streams streams = new Streams(traffic, Transfer::isMemoryShort);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
            work -> new Thread(work, "reelbench-http-clock"));
    private volatile Duration drain = Duration.ZERO;
    private List<Account> accounts = List.of();

    /** Starts the clock. */
    @Activate
    public Transfer() {
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        clock.scheduleWithFixedDelay(this::tick, Streams.LOOK_MS, Streams.LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** Says in a ledger what is held. Media are served without one, too. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public synchronized void setLedger(MemoryLedger ledger) {
        List<Account> before = accounts;
        Account mapped = ledger.open(Holding.MAPPED, "media being served");
        Account buffers = ledger.open(Holding.OTHER, "buffers for clients");
        accounts = List.of(mapped, buffers);
        windows.account(mapped);
        this.buffers.account(buffers);
        before.forEach(Account::close);
    }

    /** Does without a ledger that goes. */
    public void unsetLedger(MemoryLedger ledger) {
        // nobody reads the accounts of a ledger that went, so that they may stay until another comes
    }

    private static boolean isMemoryShort() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return used > runtime.maxMemory() / 10 * 9;
    }

    private void tick() {
        try {
            streams.lookOver();
            long before = System.nanoTime() - IDLE_NS;
            windows.closeIdle(before);
            files.closeIdle(before);
        } catch (RuntimeException e) {
            LOG.error("looking after the clients failed", e);
        }
    }

    /**
     * Sets the limits of those who are sent something. Not by a configuration of this component, as whoever uses it would have
     * to end with its change.
     *
     * @param slowClients how many may be slow at a time
     * @param drainTime how long they may take when the server stops
     */
    public void limit(int slowClients, Duration drainTime) {
        streams.limitSlow(slowClients);
        drain = drainTime;
    }

    /** Lets what is being sent come to its end, for a moment, and cuts the rest. */
    public void drain() {
        try {
            if (!streams.awaitEnd(drain)) {
                streams.cutAll();
                streams.awaitEnd(CUT);
            }
        } catch (InterruptedException e) {
            streams.cutAll();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what is still being sent, and frees all. */
    @Deactivate
    public void stop() {
        drain();
        clock.shutdown();
        try {
            clock.awaitTermination(CUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        files.closeAll();
        buffers.close();
        synchronized (this) {
            accounts.forEach(Account::close);
        }
    }

    public MappedWindows windows() {
        return windows;
    }

    public SharedFiles files() {
        return files;
    }

    public DirectBuffers buffers() {
        return buffers;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Streams streams() {
        return streams;
    }

    /** Runs short things later. */
    public ScheduledExecutorService clock() {
        return clock;
    }
}
