package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;

class MovingScreenTest {

    private static final int ROW_BYTES = MovingScreen.WIDTH_PX * Integer.BYTES;

    @Test
    void pixelsLieBehindTheHeaderAndTheColours() throws CommandException {
        MemorySegment dump = dump(32);
        MemorySegment pixels = MovingScreen.pixels(dump);
        assertEquals(160 + 256 * 12, pixels.address() - dump.address());
        assertEquals((long) ROW_BYTES * MovingScreen.HEIGHT_PX, pixels.byteSize());
    }

    @Test
    void aScreenOfOtherPixelsIsRefused() {
        assertThrows(CommandException.class, () -> MovingScreen.pixels(dump(16)));
    }

    @Test
    void scrollingMovesTheTextUpAndLeavesThePanel() {
        ScrollingText text = new ScrollingText(MovingScreen.WIDTH_PX, MovingScreen.HEIGHT_PX);
        MemorySegment first = MemorySegment.ofArray(new int[MovingScreen.WIDTH_PX * MovingScreen.HEIGHT_PX]);
        text.draw(first, 0);
        MemorySegment later = MemorySegment.ofArray(first.toArray(ValueLayout.JAVA_INT));
        text.draw(later, 4);
        assertNotEquals(-1, first.mismatch(later));
        long textBytes = ROW_BYTES * 3L / 4;
        for (int y = 0; y < MovingScreen.HEIGHT_PX - 4; y++) {
            assertEquals(-1,
                    first.asSlice((y + 4L) * ROW_BYTES, textBytes).mismatch(later.asSlice(y * (long) ROW_BYTES, textBytes)));
            assertEquals(-1, first.asSlice(y * (long) ROW_BYTES + textBytes, ROW_BYTES - textBytes)
                    .mismatch(later.asSlice(y * (long) ROW_BYTES + textBytes, ROW_BYTES - textBytes)));
        }
    }

    private static MemorySegment dump(int bitsPerPixel) {
        ByteBuffer header = ByteBuffer.allocate(160);
        header.putInt(0, 160).putInt(16, MovingScreen.WIDTH_PX).putInt(20, MovingScreen.HEIGHT_PX).putInt(44, bitsPerPixel)
                .putInt(48, ROW_BYTES).putInt(76, 256);
        MemorySegment dump = MemorySegment.ofArray(new byte[160 + 256 * 12 + ROW_BYTES * MovingScreen.HEIGHT_PX]);
        return dump.copyFrom(MemorySegment.ofArray(header.array()));
    }
}
