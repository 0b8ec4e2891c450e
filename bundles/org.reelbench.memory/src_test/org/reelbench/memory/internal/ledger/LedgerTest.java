package org.reelbench.memory.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;

final class LedgerTest {

    private final Book book = new Book();
    private final MemoryLedger ledger = new BundleLedger(book, "org.acme.grain");

    @Test
    void tellsWhoHoldsWhatUnderWhichName() {
        try (Account decoder = ledger.open(Holding.DECODER, "beach.mp4");
                Account sound = new BundleLedger(book, "org.acme.echo").open(Holding.SOUND, "hall");
                Account idle = ledger.open(Holding.FRAMES, "nothing yet")) {
            decoder.set(24);
            sound.add(5);
            sound.add(-2);

            assertEquals(0, idle.bytes());
            assertEquals(List.of(new LedgerEntry(Holding.DECODER, "beach.mp4", "org.acme.grain", 24),
                    new LedgerEntry(Holding.SOUND, "hall", "org.acme.echo", 3)),
                    ledger.entries().stream().sorted((a, b) -> a.holding().compareTo(b.holding())).toList());
            assertEquals(27, ledger.heldBytes());
            assertEquals(3, ledger.heldBytes("org.acme.echo"), "whoever asks");
            assertEquals(0, ledger.heldBytes("org.acme"));
        }
    }

    @Test
    void forgetsAnAccountThatIsClosed() {
        Account account = ledger.open(Holding.DECODER, "beach.mp4");
        account.set(24);
        account.close();
        account.close();
        account.set(100);
        account.add(100);

        assertEquals(0, account.bytes());
        assertEquals(0, ledger.heldBytes());
        assertEquals(List.of(), ledger.entries());
        assertEquals(0, book.openAccounts());
    }

    @Test
    void neverCountsBelowNothing() {
        try (Account account = ledger.open(Holding.OTHER, "careless")) {
            account.set(10);
            account.add(-30);

            assertEquals(0, account.bytes());
            assertEquals(0, ledger.heldBytes());
            assertThrows(IllegalArgumentException.class, () -> account.set(-1));
        }
    }

    @Test
    void ledgersOfNobodyKnowOnlyTheirOwnAccounts() {
        MemoryLedger mine = MemoryLedger.none();
        MemoryLedger other = MemoryLedger.none();
        try (Account account = mine.open(Holding.OTHER, "mine")) {
            account.set(7);

            assertEquals(7, mine.heldBytes());
            assertEquals(0, other.heldBytes());
        }
    }

    @Test
    void losesNothingAmongThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Account shared = ledger.open(Holding.FRAMES, "shared")) {
            List<Callable<Long>> owners = new ArrayList<>();
            for (int owner = 0; owner < 4; owner++) {
                owners.add(() -> {
                    long left = 0;
                    for (int i = 1; i <= 2_000; i++) {
                        shared.add(i);
                        left += i % 2;
                        try (Account own = ledger.open(Holding.OTHER, "own")) {
                            own.set(i);
                        }
                        shared.add(-i + i % 2);
                    }
                    return left;
                });
            }
            long expected = 0;
            for (Future<Long> owner : threads.invokeAll(owners)) {
                expected += owner.get();
            }

            assertEquals(expected, shared.bytes());
            assertEquals(expected, ledger.heldBytes());
            assertEquals(1, book.openAccounts());
        } finally {
            threads.shutdown();
            assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        }
    }
}
