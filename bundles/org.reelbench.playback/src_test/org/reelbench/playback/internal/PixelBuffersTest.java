package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;

import org.junit.jupiter.api.Test;

/** Memory of pixels is used again and given back. */
class PixelBuffersTest {

    private final PixelBuffers buffers = new PixelBuffers();

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
