package org.reelbench.http.internal.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;

class HeldMemoryTest {

    private static final int BUFFER = DirectBuffers.BUFFER_BYTES;

    private final MemoryLedger ledger = MemoryLedger.none();

    @TempDir
    Path folder = Path.of("");

    @Test
    void buffersAreCountedWhileTheyAreLentOrKept() throws IOException {
        DirectBuffers buffers = new DirectBuffers();
        Slice early = buffers.filled(10, target -> 10);
        try (Account account = ledger.open(Holding.OTHER, "buffers")) {
            buffers.account(account);
            assertEquals(BUFFER, ledger.heldBytes(), "what was there before is counted, too");
            Slice second = buffers.filled(10, target -> 10);
            assertEquals(2L * BUFFER, ledger.heldBytes());
            second.release().run();
            assertEquals(2L * BUFFER, ledger.heldBytes(), "kept for the next");
            buffers.close();
            assertEquals(BUFFER, ledger.heldBytes());
            early.release().run();
        }
        assertEquals(List.of(), ledger.entries());
    }

    @Test
    void windowsAreCountedAsMapped() throws IOException {
        Path file = Files.write(folder.toRealPath().resolve("film.mp4"), new byte[3000]);
        MappedWindows windows = new MappedWindows(4);
        SharedFiles files = new SharedFiles(windows);
        try (Account account = ledger.open(Holding.MAPPED, "media")) {
            windows.account(account);
            SharedFile opened = files.acquire(file);
            Slice slice = windows.slice(opened, 100, 10);
            assertNotNull(slice);
            assertEquals(List.of(new LedgerEntry(Holding.MAPPED, "media", "", 3000)), ledger.entries());
            slice.release().run();
            windows.closeIdle(System.nanoTime());
            assertEquals(0, ledger.heldBytes());
            files.closeAll();
        }
    }
}
