package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;

/**
 * A byte source whose reader can always leave: each read waits on a thread of its own, into memory of its own, so that a disk
 * that hangs holds neither the caller nor FFmpeg's buffers. A read that was left is waited for before the next begins, so at
 * most one thread hangs for each reader. One thread at a time, as the demuxer it feeds.
 */
final class AttendedBytes {

    private static final int FIRST_BYTES = 64 * 1024;
    private static final int MOST_BYTES = 512 * 1024;

    private final ByteSource source;
    private final ReadThreads threads;
    private final Deadline deadline;
    private byte[] arrived = new byte[FIRST_BYTES];
    private byte[] front = {};
    private long behindBytes = -1;
    private @Nullable Future<?> left;

    AttendedBytes(ByteSource source, ReadThreads threads, Deadline deadline) {
        this.source = source;
        this.threads = threads;
        this.deadline = deadline;
    }

    /** The name of the medium, for messages. */
    String name() {
        return source.name();
    }

    /**
     * Puts bytes of ours in front of the source, in the place of others; reading them waits for nobody.
     *
     * @param bytes the bytes
     * @param sourceBytes how long the source is taken to be from now on
     */
    void putInFront(byte[] bytes, long sourceBytes) {
        front = bytes;
        behindBytes = sourceBytes;
    }

    /** The size now, with what was put in front. */
    long sizeBytes(Cancellation cancellation) throws IOException {
        if (behindBytes >= 0) {
            return front.length + behindBytes;
        }
        return attend(_ -> source.sizeBytes(), cancellation);
    }

    /** Reads as {@link ByteSource#read(long, MemorySegment, Cancellation)} does, but leaves when cancelled or too late. */
    int read(long positionBytes, MemorySegment target, Cancellation cancellation) throws IOException {
        if (positionBytes < front.length) {
            int count = (int) Math.min(target.byteSize(), front.length - positionBytes);
            MemorySegment.copy(MemorySegment.ofArray(front), positionBytes, target, 0, count);
            return count;
        }
        long sourceBytes = positionBytes - front.length;
        int wanted = (int) Math.min(target.byteSize(), MOST_BYTES);
        int count = attend(stop -> {
            if (arrived.length < wanted) {
                arrived = new byte[wanted];
            }
            return source.read(sourceBytes, MemorySegment.ofArray(arrived).asSlice(0, wanted), stop);
        }, cancellation);
        if (count > wanted) {
            throw new IOException("it says it read " + count + " bytes where there was room for " + wanted);
        }
        if (count > 0) {
            MemorySegment.copy(MemorySegment.ofArray(arrived), 0, target, 0, count);
        }
        return count;
    }

    /** A call to the source, with the token that asks it to stop. */
    @FunctionalInterface
    private interface Call<T> {

        T run(Cancellation stop) throws IOException;
    }

    private <T> T attend(Call<T> call, Cancellation cancellation) throws IOException {
        waitForTheOneLeft(cancellation);
        Cancellation stop = new Cancellation();
        Callable<T> task = () -> call.run(stop);
        Future<T> begun = threads.begin(task);
        left = begun;
        boolean returned = false;
        try {
            T result = ReadThreads.await(begun, cancellation, deadline);
            returned = true;
            return result;
        } catch (ExecutionException e) {
            returned = true;
            throw unwrapped(e);
        } catch (ReadThreads.Late e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            if (returned) {
                left = null;
            } else {
                stop.cancel();
            }
        }
    }

    private void waitForTheOneLeft(Cancellation cancellation) throws IOException {
        Future<?> before = left;
        if (before != null) {
            try {
                ReadThreads.await(before, cancellation, deadline);
            } catch (ExecutionException e) {
                // Whatever became of it, nobody asks for it any more.
                left = null;
            } catch (ReadThreads.Late e) {
                throw new IOException(e.getMessage(), e);
            }
            left = null;
        }
    }

    private static IOException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
        case IOException thrown -> thrown;
        case CancelledException _ -> throw new CancelledException();
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> new IOException(e);
        };
    }
}
