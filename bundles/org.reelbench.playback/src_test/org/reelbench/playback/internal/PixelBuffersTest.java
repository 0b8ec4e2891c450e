package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;

/** Memory of pixels is used again and given back. */
class PixelBuffersTest {

    private final MemoryLedger ledger = MemoryLedger.none();
    private final PixelBuffers buffers = new PixelBuffers(ledger.open(Holding.FRAMES, "the screen"));

    @Test
    void theLedgerIsToldWhatIsHeldUntilAllCameBackAfterClosing() {
        PixelBuffers.Buffer idle = buffers.take(4096);
        PixelBuffers.Buffer out = buffers.take(4096);
        idle.close();
        assertEquals(8192, ledger.heldBytes());
        PixelBuffers.Buffer larger = buffers.take(8192);
        assertEquals(4096 + 8192, ledger.heldBytes());
        buffers.close();
        out.close();
        assertEquals(8192, ledger.heldBytes());
        larger.close();
        assertEquals(0, ledger.heldBytes());
        assertEquals(List.of(), ledger.entries());
    }

    @Test
    void aBufferThatCameBackIsUsedAgain() {
        PixelBuffers.Buffer first = buffers.take(4096);
        PixelBuffers.Buffer second = buffers.take(4096);
        assertNotSame(first, second);
        assertEquals(2, buffers.outstanding());
        first.close();
        first.close();
        assertEquals(1, buffers.outstanding());
        assertSame(first, buffers.take(4096));
    }

    @Test
    void anotherSizeFreesTheOld() {
        PixelBuffers.Buffer idle = buffers.take(4096);
        PixelBuffers.Buffer out = buffers.take(4096);
        MemorySegment idleMemory = idle.memory();
        MemorySegment outMemory = out.memory();
        idle.close();
        buffers.take(8192).close();
        assertFalse(idleMemory.scope().isAlive());
        assertTrue(outMemory.scope().isAlive());
        out.close();
        assertFalse(outMemory.scope().isAlive());
    }

    @Test
    void afterClosingAllIsFreedWhenItComesBack() {
        PixelBuffers.Buffer idle = buffers.take(64);
        PixelBuffers.Buffer out = buffers.take(64);
        MemorySegment idleMemory = idle.memory();
        MemorySegment outMemory = out.memory();
        idle.close();
        buffers.close();
        assertFalse(idleMemory.scope().isAlive());
        out.close();
        assertFalse(outMemory.scope().isAlive());
        assertEquals(0, buffers.outstanding());
    }
}
