package org.reelbench.ui.viewer.internal.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** What is written is read back to the bit, by a reader that knows nothing of the writer. */
class PngTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;
    private static final long SEED = 20_261_123;

    @Test
    void allPixelsComeBack() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] colours = new byte[WIDTH * HEIGHT * 4];
        new Random(SEED).nextBytes(colours);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(colours.length);
            MemorySegment.copy(colours, 0, pixels, ValueLayout.JAVA_BYTE, 0, colours.length);
            Png.write(pixels, WIDTH, HEIGHT, file);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file.toByteArray()));
        assertEquals(0x89504E470D0A1A0AL, in.readLong());
        DataInputStream head = new DataInputStream(new ByteArrayInputStream(chunk(in, "IHDR")));
        assertEquals(WIDTH, head.readInt());
        assertEquals(HEIGHT, head.readInt());
        assertEquals("8 2 0 0 0", head.readByte() + " " + head.readByte() + " " + head.readByte() + " " + head.readByte() + " "
                + head.readByte());
        try (InflaterInputStream rows = new InflaterInputStream(new ByteArrayInputStream(chunk(in, "IDAT")))) {
            byte[] above = new byte[WIDTH * 3];
            for (int y = 0; y < HEIGHT; y++) {
                assertEquals(2, rows.read());
                byte[] row = rows.readNBytes(WIDTH * 3);
                for (int i = 0; i < row.length; i++) {
                    row[i] += above[i];
                    assertEquals(colours[(y * WIDTH + i / 3) * 4 + 2 - i % 3], row[i], "row " + y + ", seed " + SEED);
                }
                above = row;
            }
            assertEquals(-1, rows.read());
        }
        assertArrayEquals(new byte[0], chunk(in, "IEND"));
        assertEquals(0, in.available());
    }

    private static byte[] chunk(DataInputStream in, String type) throws IOException {
        int length = in.readInt();
        byte[] name = in.readNBytes(4);
        assertEquals(type, new String(name, StandardCharsets.US_ASCII));
        byte[] data = in.readNBytes(length);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        assertEquals((int) sum.getValue(), in.readInt());
        return data;
    }

    @Test
    void aFileIsCalledAfterWhatItShows() {
        Sequence sequence = new Sequence(new Id("s"), "Act 1/2: \"Beach\"", FrameRate.of(30_000, 1001), 64, 36, 48_000,
                java.util.List.of(), Extras.NONE);
        assertEquals("Act 1 2   Beach 00-01-00-02.png", SnapshotName.of(sequence, 1800));
        assertEquals("/a/b.PNG", SnapshotName.withEnding("/a/b.PNG"));
        assertEquals("/a/b.c.png", SnapshotName.withEnding("/a/b.c"));
    }
}
