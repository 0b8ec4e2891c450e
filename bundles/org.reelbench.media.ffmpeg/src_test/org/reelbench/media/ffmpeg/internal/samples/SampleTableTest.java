package org.reelbench.media.ffmpeg.internal.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTableTest {

    private static final String KEY = "a film";
    private static final int UNITS = 1300;
    private static final TableHead HEAD = new TableHead("", 10_000_000_000L, 0, 3, UNITS, -1024, true, 1024, 9_000_000_000L, -512,
            2,
            List.of(9_000_000_000L, 1024L), List.of(new byte[] { 1, 2, 3 }, new byte[0]));

    @TempDir
    private Path folder = Path.of("");

    /** Each twelfth is a sync sample. */
    private static Unit unit(int number) {
        return new Unit(5_000_000_000L + number * 700L, 600 + number % 50, number * 512L, number % 3 * 512 - 512, 1,
                number % 12 == 0);
    }

    private Path written() throws IOException {
        Path file = folder.resolve("table");
        Files.deleteIfExists(file);
        try (SampleTableWriter writer = new SampleTableWriter(file)) {
            for (int number = 0; number < UNITS; number++) {
                writer.add(unit(number), false);
            }
            writer.finish(KEY, HEAD, UNITS * 512L);
        }
        return file;
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        try (SampleTable table = SampleTable.open(written(), KEY)) {
            assertEquals(UNITS, table.units());
            for (int number = 0; number < UNITS; number++) {
                assertEquals(unit(number), table.unit(number));
            }
            assertEquals(UNITS * 512L, table.decodeTicks(UNITS));
            assertEquals(HEAD.shiftTicks(), table.head().shiftTicks());
            assertEquals(HEAD.edits(), table.head().edits());
            assertEquals(3, table.head().boxes().getFirst().length);
        }
    }

    @Test
    void findsSyncSamplesByTime() throws IOException {
        try (SampleTable table = SampleTable.open(written(), KEY)) {
            assertEquals(-1, table.lastDecoded(-1));
            assertEquals(0, table.lastDecoded(511));
            assertEquals(600, table.lastDecoded(600 * 512));
            assertEquals(UNITS - 1, table.lastDecoded(Long.MAX_VALUE / 2));
            for (int number = 0; number < UNITS; number++) {
                assertEquals(number / 12 * 12, table.lastSync(number));
                // Sync samples are shown a frame before they are decoded here.
                assertEquals((number + 1) / 12 * 12, table.lastSyncShown(number * 512L), "frame " + number);
            }
            assertEquals(-1, table.lastSyncShown(-513));
        }
    }

    @Test
    void damageAnywhereIsFound() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        Random random = new Random(20_260_107);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            int at = random.nextInt(whole.length);
            if (at < damaged.length) {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            assertThrows(DamagedCopyException.class, () -> readAll(file), "bit flipped at " + at + " of " + damaged.length);
        }
    }

    private static void readAll(Path file) throws IOException {
        try (SampleTable table = SampleTable.open(file, KEY)) {
            for (int number = 0; number < UNITS; number++) {
                table.unit(number);
            }
        }
    }

    @Test
    void theTableOfAnotherMediumIsRefused() throws IOException {
        Path file = written();
        assertThrows(DamagedCopyException.class, () -> SampleTable.open(file, "another film").close());
    }

    @Test
    void thePlaceOfTheHeadCanBeFilledAgain() throws IOException {
        Path file = folder.resolve("again");
        try (SampleTableWriter writer = new SampleTableWriter(file)) {
            writer.add(unit(0), false);
            writer.finish(KEY, HEAD, 512);
            writer.finish(KEY, HEAD.shifted(77), 512);
        }
        try (SampleTable table = SampleTable.open(file, KEY)) {
            assertEquals(77, table.head().shiftTicks());
            assertEquals(unit(0), table.unit(0));
        }
    }
}
