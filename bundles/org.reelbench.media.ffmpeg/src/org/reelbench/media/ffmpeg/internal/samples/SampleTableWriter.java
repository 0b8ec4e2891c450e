package org.reelbench.media.ffmpeg.internal.samples;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Writes a table of samples, unit by unit, holding one page and the directory of the others. One thread at a time. */
public final class SampleTableWriter implements AutoCloseable {

    private final FileChannel channel;
    private final ByteBuffer page = ByteBuffer.allocate(TableLayout.PAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int units;
    private long pageDecodeTicks;
    private int syncBeforePage = -1;
    private int lastSync = -1;

    /**
     * Begins a table.
     *
     * @param file the file, which must not exist
     * @throws IOException if it cannot be written
     */
    public SampleTableWriter(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            write(ByteBuffer.allocate(TableLayout.PROLOGUE_BYTES));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Adds a unit.
     *
     * @param unit the unit, decoded not before the last one
     * @param raw whether it is a piece of raw sound
     * @throws IOException if it cannot be written
     */
    public void add(Unit unit, boolean raw) throws IOException {
        if (page.position() == 0) {
            pageDecodeTicks = unit.decodeTicks();
            syncBeforePage = lastSync;
        }
        page.putLong(unit.offsetBytes()).putInt(unit.sizeBytes() | (unit.sync() ? TableLayout.SYNC : 0));
        page.putLong(unit.decodeTicks()).putInt(raw ? unit.samples() : unit.offsetTicks());
        lastSync = unit.sync() ? units : lastSync;
        units++;
        if (!page.hasRemaining()) {
            endPage();
        }
    }

    /** How many units were added. */
    public int units() {
        return units;
    }

    private void endPage() throws IOException {
        page.flip();
        CRC32C sum = new CRC32C();
        sum.update(page.duplicate());
        ByteBuffer entry = ByteBuffer.allocate(TableLayout.ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        entry.putLong(pageDecodeTicks).putInt(syncBeforePage).putInt((int) sum.getValue());
        directory.writeBytes(entry.array());
        write(page);
        page.clear();
    }

    /**
     * Ends the table. May be done again with another head of the same size, once nobody has the file open.
     *
     * @param key what the table is about, in full
     * @param head what it says of the track
     * @param endTicks when the last unit ends, by the clock of the media
     * @throws IOException if it cannot be written
     */
    public void finish(String key, TableHead head, long endTicks) throws IOException {
        if (page.position() > 0) {
            endPage();
        }
        channel.position(TableLayout.PROLOGUE_BYTES + (long) units * TableLayout.UNIT_BYTES);
        ByteArrayOutputStream last = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(last);
        out.writeLong(endTicks);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        out.write(keyBytes);
        byte[] headBytes = head.bytes();
        out.write(headBytes);
        write(ByteBuffer.wrap(directory.toByteArray()));
        write(ByteBuffer.wrap(last.toByteArray()));
        ByteBuffer prologue = ByteBuffer.allocate(TableLayout.PROLOGUE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        prologue.putLong(TableLayout.MAGIC).putInt(units).putInt(directory.size()).putInt(keyBytes.length);
        prologue.putInt(headBytes.length).putInt(sum(directory.toByteArray())).putInt(sum(last.toByteArray()));
        CRC32C sum = new CRC32C();
        sum.update(prologue.array(), 0, TableLayout.PROLOGUE_SUMMED_BYTES);
        prologue.putInt((int) sum.getValue()).flip();
        channel.position(0);
        write(prologue);
    }

    private static int sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
