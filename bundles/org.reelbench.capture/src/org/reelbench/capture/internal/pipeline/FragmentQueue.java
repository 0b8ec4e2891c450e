package org.reelbench.capture.internal.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Fragments on their way to the disk, in order. For every thread.
 * <p>
 * Ten wait in memory; what comes while the file's disk is slower goes to a file on another disk and comes back from there. Nothing is
 * ever left out, and who encodes does not wait for the slow disk.
 */
final class FragmentQueue implements AutoCloseable {

    /** How many wait in memory. */
    static final int IN_MEMORY = 10;
    private static final long LOOK_MS = 100;

    private final Path spillFolder;
    private final Deque<byte[]> memory = new ArrayDeque<>();
    private final Deque<Integer> spilledSizes = new ArrayDeque<>();
    private @Nullable FileChannel spill;
    private long spillRead;
    private long spillWritten;
    private long spilledBytes;
    private long memoryBytes;
    private boolean ended;
    private boolean forgotten;

    FragmentQueue(Path spillFolder) {
        this.spillFolder = spillFolder;
    }

    /** Takes a fragment. Throws UncheckedIOException if both disks refuse. */
    synchronized void put(byte[] fragment) {
        if (forgotten) {
            return;
        }
        // Once some are spilled those that follow are as well: their order is the file's.
        if (memory.size() < IN_MEMORY && spilledSizes.isEmpty()) {
            memory.add(fragment);
            memoryBytes += fragment.length;
        } else {
            spill(fragment);
        }
        notifyAll();
    }

    /** Takes a fragment of devices that can wait: while ten are waiting, so does the caller. */
    synchronized void putWhenRoom(byte[] fragment) {
        while (memory.size() >= IN_MEMORY && !forgotten) {
            Waiting.on(this, LOOK_MS);
        }
        put(fragment);
    }

    private void spill(byte[] fragment) {
        try {
            FileChannel to = spill;
            if (to == null) {
                Files.createDirectories(spillFolder);
                to = FileChannel.open(Files.createTempFile(spillFolder, "fragments", ".spill"), StandardOpenOption.READ,
                        StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                spill = to;
            }
            ByteBuffer bytes = ByteBuffer.wrap(fragment);
            while (bytes.hasRemaining()) {
                to.write(bytes, spillWritten + bytes.position());
            }
            spillWritten += fragment.length;
            spilledBytes += fragment.length;
            spilledSizes.add(fragment.length);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of " + spillFolder + " takes no more either", e);
        }
    }

    /** Waits for the next fragment, at most a while; null if none came. */
    synchronized byte @Nullable [] poll(long longestMs) throws IOException {
        if (isEmpty() && !ended) {
            Waiting.on(this, longestMs);
        }
        byte[] first = memory.poll();
        if (first == null && !spilledSizes.isEmpty()) {
            return fromSpill();
        }
        if (first != null) {
            memoryBytes -= first.length;
        }
        notifyAll();
        return first;
    }

    private byte[] fromSpill() throws IOException {
        FileChannel from = spill;
        if (from == null) {
            throw new IllegalStateException("nothing was spilled");
        }
        ByteBuffer bytes = ByteBuffer.allocate(spilledSizes.remove());
        while (bytes.hasRemaining()) {
            if (from.read(bytes, spillRead + bytes.position()) < 0) {
                throw new IOException("a file of " + spillFolder + " was cut short");
            }
        }
        spillRead += bytes.capacity();
        if (spilledSizes.isEmpty()) {
            from.truncate(0);
            spillRead = 0;
            spillWritten = 0;
        }
        return bytes.array();
    }

    /** No fragment follows. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Nobody writes any more: what comes is left. */
    synchronized void forget() {
        forgotten = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return ended && isEmpty();
    }

    private boolean isEmpty() {
        return memory.isEmpty() && spilledSizes.isEmpty();
    }

    synchronized int count() {
        return memory.size() + spilledSizes.size();
    }

    /** Returns how much has been spilled in all. */
    synchronized long spilledBytes() {
        return spilledBytes;
    }

    /** Returns how much is spilled now. */
    synchronized long spillBytes() {
        return spillWritten - spillRead;
    }

    synchronized long heldBytes() {
        return memoryBytes;
    }

    @Override
    public synchronized void close() throws IOException {
        FileChannel open = spill;
        spill = null;
        if (open != null) {
            open.close();
        }
    }
}
