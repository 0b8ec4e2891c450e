package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ReliefStep;

/** Ledger, monitor, steps and listeners as services of a running framework. */
@Timeout(120)
class MemoryIT {

    private static final long MIB = 1 << 20;
    private static final long HANG_SECONDS = 30;

    private MemoryMonitor monitor;
    private MemoryBudget budget;
    private MemoryLedger ledger;

    @BeforeEach
    void find() throws InterruptedException {
        monitor = Services.get(MemoryMonitor.class);
        budget = Services.get(MemoryBudget.class);
        ledger = Services.get(MemoryLedger.class);
    }

    @AfterEach
    void giveTheUsualBudgetBack() {
        budget.choose(0);
        monitor.look();
    }

    /** A listener that keeps what it is told. */
    private static final class Ear implements MemoryListener {

        private final BlockingQueue<MemoryReading> readings = new LinkedBlockingQueue<>();

        @Override
        public void read(MemoryReading reading) {
            readings.add(reading);
        }

        private MemoryReading next() throws InterruptedException {
            MemoryReading reading = readings.poll(HANG_SECONDS, TimeUnit.SECONDS);
            assertTrue(reading != null, "no reading");
            return reading;
        }
    }

    /** A step that says when it was asked. */
    private static final class Step implements ReliefStep {

        private final BlockingQueue<Long> asked = new LinkedBlockingQueue<>();

        @Override
        public int rank() {
            return THUMBNAILS - 1;
        }

        @Override
        public String label() {
            return "nothing, in a test";
        }

        @Override
        public long relieve(long wantedBytes) {
            asked.add(wantedBytes);
            return 0;
        }
    }

    @Test
    void accountsNameTheBundleThatOpenedThem() {
        try (Account account = ledger.open(Holding.SOUND, "a test")) {
            account.set(3 * MIB);
            assertTrue(ledger.entries().contains(
                    new LedgerEntry(Holding.SOUND, "a test", Services.context().getBundle().getSymbolicName(), 3 * MIB)),
                    () -> ledger.entries().toString());
        }
    }

    @Test
    void whoIsAboutToTakeTooMuchIsToldAndStepsAreAsked() throws Exception {
        Ear ear = new Ear();
        Step step = new Step();
        ServiceRegistration<MemoryListener> listening = Services.context().registerService(MemoryListener.class, ear, null);
        ServiceRegistration<ReliefStep> helping = Services.context().registerService(ReliefStep.class, step, null);
        try {
            monitor.look();
            assertEquals(Pressure.NORMAL, ear.next().pressure());
            assertEquals(Pressure.CRITICAL, monitor.requested(2 * budget.bytes()));
            assertTrue(step.asked.poll(HANG_SECONDS, TimeUnit.SECONDS) != null, "the step was not asked");
            MemoryReading reading = ear.next();
            while (reading.pressure() == Pressure.NORMAL) {
                reading = ear.next();
            }
            assertTrue(monitor.reliefs().stream().anyMatch(record -> record.label().equals(step.label()) && record.calls() > 0));
        } finally {
            helping.unregister();
            listening.unregister();
        }
    }

    @Test
    void anOwnerThatAsksBeforeItTakesKeepsTheBudget() {
        long before = monitor.latest().process().processBytes();
        long limit = Math.max(MemoryBudget.LEAST_BYTES, before + 400 * MIB);
        budget.choose(limit);
        long most = 0;
        Deque<Arena> cache = new ArrayDeque<>();
        try (Account account = ledger.open(Holding.FRAMES, "a cache in a test")) {
            long block = 8 * MIB;
            for (int i = 0; i < 60; i++) {
                while (monitor.requested(block).atLeast(Pressure.CRITICAL) && !cache.isEmpty()) {
                    cache.removeLast().close();
                    account.add(-block);
                    monitor.look();
                }
                Arena arena = Arena.ofShared();
                arena.allocate(block).fill((byte) i);
                cache.addFirst(arena);
                account.add(block);
                most = Math.max(most, OwnMemory.residentBytes());
            }
            assertTrue(cache.size() > 3, "it was of use: " + cache.size() + " blocks");
        } finally {
            cache.forEach(Arena::close);
        }
        assertTrue(most <= limit * 1.05, most + " of " + limit + " bytes, " + before + " before");
    }

    @Test
    void theMonitorComesAndGoesWithItsBundle() throws Exception {
        Bundle bundle = Services.bundle("org.reelbench.memory");
        bundle.stop();
        bundle.start();
        MemoryMonitor fresh = Services.get(MemoryMonitor.class);
        assertTrue(fresh.latest().process().processBytes() > 0);
        assertEquals(List.of(), fresh.reliefs());
    }
}
