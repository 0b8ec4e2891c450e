package org.reelbench.cli.internal.play;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryReading;

/** Looks at the process's memory and at the ledger now and then, and keeps the most of both. One thread at a time. */
final class Watch {

    private static final int SETTLING_LOOKS = 100;
    private static final int SETTLING_LOOK_MS = 30;

    private final MemoryLedger ledger;
    private final Shortage shortage;
    private final long beforeBytes;
    private long peakBytes;
    private long mostDecoders;
    private long mostLedgerBytes = -1;
    private List<LedgerEntry> atMost = List.of();
    private MemoryReading reading;

    Watch(MemoryLedger ledger, Shortage shortage) {
        this.ledger = ledger;
        this.shortage = shortage;
        reading = shortage.look();
        beforeBytes = ProcessStatus.residentBytes();
        peakBytes = beforeBytes;
    }

    void look() {
        peakBytes = Math.max(peakBytes, ProcessStatus.residentBytes());
        List<LedgerEntry> now = ledger.entries();
        mostDecoders = Math.max(mostDecoders, decoders(now));
        long bytes = now.stream().mapToLong(LedgerEntry::bytes).sum();
        if (bytes > mostLedgerBytes) {
            mostLedgerBytes = bytes;
            atMost = now;
            reading = shortage.look();
        }
    }

    private static long decoders(List<LedgerEntry> entries) {
        return entries.stream().filter(entry -> entry.holding() == Holding.DECODER).count();
    }

    long beforeBytes() {
        return beforeBytes;
    }

    long peakBytes() {
        return peakBytes;
    }

    /** The most decoders that were open at once. */
    long mostDecoders() {
        return mostDecoders;
    }

    /** What the ledger held when it held most. */
    List<LedgerEntry> atMost() {
        return atMost;
    }

    /** What the process held then, and what nobody said they held. */
    MemoryReading reading() {
        return reading;
    }

    /** How many decoders are left after a while: what nobody wants any more is closed in the background. */
    long decodersLeft() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < SETTLING_LOOKS && decoders(ledger.entries()) > 0; i++) {
            if (never.await(SETTLING_LOOK_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        }
        return decoders(ledger.entries());
    }
}
