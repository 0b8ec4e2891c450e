package org.reelbench.media.ffmpeg.internal.samples;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32C;

/**
 * The samples of one track in the order they are decoded, mapped from a file: only the pages that are looked at take memory, and
 * the system can take it back. Closing unmaps. One thread at a time.
 */
public final class SampleTable implements AutoCloseable {

    private final Arena arena;
    private final MemorySegment file;
    private final TableHead head;
    private final int units;
    private final long directoryAt;
    private final long endTicks;
    private final BitSet checked = new BitSet();

    private SampleTable(Arena arena, MemorySegment file, String key) throws IOException {
        this.arena = arena;
        this.file = file;
        if (file.byteSize() < TableLayout.PROLOGUE_BYTES || file.get(TableLayout.LONG, 0) != TableLayout.MAGIC
                || sum(0, TableLayout.PROLOGUE_SUMMED_BYTES) != file.get(TableLayout.INT, TableLayout.PROLOGUE_SUMMED_BYTES)) {
            throw new DamagedCopyException("no table of samples");
        }
        units = number(8);
        int directoryBytes = number(12);
        int keyBytes = number(16);
        int headBytes = number(20);
        directoryAt = TableLayout.PROLOGUE_BYTES + (long) units * TableLayout.UNIT_BYTES;
        long lastAt = directoryAt + directoryBytes;
        long lastBytes = (long) Long.BYTES + keyBytes + headBytes;
        if (file.byteSize() != lastAt + lastBytes
                || directoryBytes != (long) Math.ceilDiv(units, TableLayout.PAGE_UNITS) * TableLayout.ENTRY_BYTES
                || sum(directoryAt, directoryBytes) != file.get(TableLayout.INT, 24)
                || sum(lastAt, lastBytes) != file.get(TableLayout.INT, 28)) {
            throw new DamagedCopyException("a table of samples that is cut off or damaged");
        }
        endTicks = Long.reverseBytes(file.get(TableLayout.LONG, lastAt));
        long keyAt = lastAt + Long.BYTES;
        if (!Arrays.equals(bytes(keyAt, keyBytes), key.getBytes(StandardCharsets.UTF_8))) {
            throw new DamagedCopyException("the table of another medium");
        }
        head = TableHead.of(bytes(keyAt + keyBytes, headBytes));
    }

    /**
     * Opens a table.
     *
     * @param path its file
     * @param key what it must be about
     * @return the table, to be closed by the caller
     * @throws DamagedCopyException if it is not whole or about something else
     * @throws IOException if it is not there or cannot be read
     */
    public static SampleTable open(Path path, String key) throws IOException {
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            SampleTable table = new SampleTable(arena, file, key);
            opened = true;
            return table;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /** What the table says of the track as a whole. */
    public TableHead head() {
        return head;
    }

    /** How many units there are. */
    public int units() {
        return units;
    }

    /**
     * Returns a unit.
     *
     * @param number its number, from 0
     * @return the unit
     * @throws DamagedCopyException if its page is damaged
     */
    public Unit unit(int number) throws DamagedCopyException {
        long at = at(number);
        int size = file.get(TableLayout.INT, at + 8);
        int last = file.get(TableLayout.INT, at + 20);
        boolean raw = head.pieceBytes() > 0;
        return new Unit(file.get(TableLayout.LONG, at), size & ~TableLayout.SYNC, file.get(TableLayout.LONG, at + 12),
                raw ? 0 : last, raw ? last : 1, (size & TableLayout.SYNC) != 0);
    }

    /**
     * Returns when a unit is decoded, by the clock of the media.
     *
     * @param number its number; the one after the last is decoded when the last one ends
     * @return the time in ticks
     * @throws DamagedCopyException if its page is damaged
     */
    public long decodeTicks(int number) throws DamagedCopyException {
        return number == units ? endTicks : file.get(TableLayout.LONG, at(number) + 12);
    }

    /**
     * Returns the last unit decoded at or before a time.
     *
     * @param ticks the time by the clock of the media
     * @return its number, or −1 if all come later
     * @throws DamagedCopyException if a page is damaged
     */
    public int lastDecoded(long ticks) throws DamagedCopyException {
        int page = lastPage(ticks);
        if (page < 0) {
            return -1;
        }
        int low = page * TableLayout.PAGE_UNITS;
        int high = Math.min(units, low + TableLayout.PAGE_UNITS) - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (decodeTicks(middle) <= ticks) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int lastPage(long ticks) {
        int low = -1;
        int high = Math.ceilDiv(units, TableLayout.PAGE_UNITS) - 1;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (file.get(TableLayout.LONG, entryAt(middle)) <= ticks) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * Returns the last sync sample at or before a unit.
     *
     * @param number the unit's number
     * @return the sync sample's number, or −1 if there is none
     * @throws DamagedCopyException if a page is damaged
     */
    public int lastSync(int number) throws DamagedCopyException {
        if (number < 0) {
            return -1;
        }
        int page = number / TableLayout.PAGE_UNITS;
        for (int unit = number; unit >= page * TableLayout.PAGE_UNITS; unit--) {
            if ((file.get(TableLayout.INT, at(unit) + 8) & TableLayout.SYNC) != 0) {
                return unit;
            }
        }
        return file.get(TableLayout.INT, entryAt(page) + 8);
    }

    /**
     * Returns the last sync sample that is shown at or before a time.
     *
     * @param ticks the time by the clock of the media
     * @return its number, or −1 if all are shown later
     * @throws DamagedCopyException if a page is damaged
     */
    public int lastSyncShown(long ticks) throws DamagedCopyException {
        int sync = lastSync(lastDecoded(ticks - head.leastOffset()));
        while (sync >= 0 && unit(sync).shownTicks() > ticks) {
            sync = lastSync(sync - 1);
        }
        return sync;
    }

    private long entryAt(int page) {
        return directoryAt + (long) page * TableLayout.ENTRY_BYTES;
    }

    private long at(int number) throws DamagedCopyException {
        int page = number / TableLayout.PAGE_UNITS;
        if (number < 0 || number >= units) {
            throw new IndexOutOfBoundsException("unit " + number + " of " + units);
        }
        if (!checked.get(page)) {
            check(page);
        }
        return TableLayout.PROLOGUE_BYTES + (long) number * TableLayout.UNIT_BYTES;
    }

    private void check(int page) throws DamagedCopyException {
        long at = TableLayout.PROLOGUE_BYTES + (long) page * TableLayout.PAGE_BYTES;
        try {
            if (sum(at, Math.min(TableLayout.PAGE_BYTES, directoryAt - at)) != file.get(TableLayout.INT, entryAt(page) + 12)) {
                throw new DamagedCopyException("a damaged page " + page);
            }
        } catch (InternalError e) {
            throw lost(e);
        }
        checked.set(page);
    }

    /** What the platform throws where a mapped file was cut off behind its back. */
    private static DamagedCopyException lost(InternalError e) {
        return new DamagedCopyException("a table that was cut off", e);
    }

    private int sum(long at, long bytes) {
        CRC32C sum = new CRC32C();
        sum.update(file.asSlice(at, bytes).asByteBuffer());
        return (int) sum.getValue();
    }

    private int number(int at) throws DamagedCopyException {
        int number = file.get(TableLayout.INT, at);
        if (number < 0) {
            throw new DamagedCopyException("a negative count");
        }
        return number;
    }

    private byte[] bytes(long at, int count) {
        return file.asSlice(at, count).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
