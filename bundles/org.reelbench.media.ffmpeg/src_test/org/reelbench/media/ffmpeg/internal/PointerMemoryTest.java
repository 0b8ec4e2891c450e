package org.reelbench.media.ffmpeg.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reelbench.media.MediaException;
import org.reelbench.memory.NativeMemory;

final class PointerMemoryTest {

    private static final long MIB = 1 << 20;

    private final NativeMemory memory = new PointerMemory();

    @BeforeAll
    static void load() throws MediaException {
        Natives.load();
    }

    @Test
    void countsWhatIsHeldAndWhatIsGivenBack() {
        long before = memory.heldBytes();
        try (BytePointer block = new BytePointer(3 * MIB)) {
            assertEquals(3 * MIB, memory.heldBytes() - before, block::toString);
        }
        assertEquals(before, memory.heldBytes());
    }

    @Test
    void givesFreedMemoryBackToTheSystem() {
        // Blocks below the allocator's limit for mappings of their own: it keeps what lies under one that is still in use.
        int count = 4_000;
        BytePointer[] blocks = new BytePointer[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = new BytePointer(16 * 1024);
            blocks[i].fill(1);
        }
        long full = memory.processBytes();
        try (BytePointer last = new BytePointer(1024)) {
            for (BytePointer block : blocks) {
                block.close();
            }
            memory.trim();
            assertTrue(full - memory.processBytes() > 40 * MIB,
                    () -> full + " bytes before, " + memory.processBytes() + " after, " + last.capacity());
        }
    }
}
