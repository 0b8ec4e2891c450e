package org.reelbench.capture.internal.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.internal.mp4.GrowingFilm;

/** Puts fragments on the disk as they come, and sees to it that they are there; one thread, the only one that waits for the disk. */
final class DiskWriter {

    /** How often fragments are looked after. */
    private static final long EVERY_MS = 50;
    private static final long LOOK_AT_ROOM_NS = 1_000_000_000L;
    /** Spilled by so much the disk is too slow for good, and less must be encoded. */
    private static final long MUCH_SPILLED_BYTES = 64L << 20;

    /** Is told how the disk does. */
    interface Events {

        void grown(long fileBytes, long writtenUs);

        void shortOfRoom(long freeBytes);

        void full(CaptureException reason);

        void tooSlow();
    }

    private final FragmentQueue queue;
    private final GrowingFilm film;
    private final String name;
    private final SpaceWatch space;
    private final LongSupplier freeBytes;
    private final LongSupplier nowNs;
    private final Events events;
    private final LongConsumer held;
    private final LongAdder ownCpuNs;
    private long lookedNs = Long.MIN_VALUE;
    private long muchBytes = MUCH_SPILLED_BYTES;
    private boolean warned;

    DiskWriter(FragmentQueue queue, GrowingFilm film, String name, SpaceWatch space, LongSupplier freeBytes, LongSupplier nowNs,
            Events events, LongConsumer held, LongAdder ownCpuNs) {
        this.queue = queue;
        this.film = film;
        this.name = name;
        this.space = space;
        this.freeBytes = freeBytes;
        this.nowNs = nowNs;
        this.events = events;
        this.held = held;
        this.ownCpuNs = ownCpuNs;
    }

    /** Runs until all fragments are written, or the disk takes no more: what follows is read and forgotten then. */
    void run() throws IOException {
        boolean full = false;
        OwnWork work = new OwnWork(ownCpuNs);
        try {
            while (!queue.isOver()) {
                byte[] piece = queue.poll(EVERY_MS);
                if (piece != null && !full) {
                    full = !write(piece);
                }
                look(full);
                work.ours();
            }
        } finally {
            queue.forget();
        }
    }

    private boolean write(byte[] piece) {
        try {
            film.append(ByteBuffer.wrap(piece));
            film.force();
            events.grown(film.sizeBytes(), film.writtenUs());
            return true;
        } catch (IOException e) {
            boolean noRoom = freeBytes.getAsLong() >= 0 && freeBytes.getAsLong() < space.stopBytes();
            events.full(new CaptureException(noRoom ? Reason.DISK_FULL : Reason.UNWRITABLE, name + ": the disk takes no more ("
                    + e.getMessage() + "); the recording ends with what was written before", e));
            return false;
        }
    }

    private void look(boolean full) {
        held.accept(film.heldBytes());
        long now = nowNs.getAsLong();
        if (full || lookedNs != Long.MIN_VALUE && now - lookedNs < LOOK_AT_ROOM_NS) {
            return;
        }
        lookedNs = now;
        if (queue.spillBytes() > muchBytes) {
            muchBytes *= 2;
            events.tooSlow();
        }
        long free = freeBytes.getAsLong();
        if (free < 0) {
            return;
        }
        SpaceWatch.Room room = space.of(free, film.heldBytes());
        if (room == SpaceWatch.Room.NONE) {
            events.full(new CaptureException(Reason.DISK_FULL, name + ": the disk is nearly full ("
                    + (free >> 20) + " MB left); the recording was ended and all of it kept. Make room before the next one"));
        } else if (room == SpaceWatch.Room.SHORT && !warned) {
            warned = true;
            events.shortOfRoom(free);
        }
    }
}
