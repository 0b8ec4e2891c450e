package org.reelbench.media.ffmpeg.internal.write;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;
import org.reelbench.media.Cancellation;

/**
 * Lets FFmpeg ask, before each piece it reads or writes, whether somebody cancelled: the end of an MP4 may mean moving all of it.
 */
final class WriteInterruption implements AutoCloseable {

    /** One callback for all, told apart by a number: JavaCPP has room for ten of a kind, and a collected one ends the process. */
    private static final Map<Long, WriteInterruption> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Ask ASK = new Ask();

    private final long number = NUMBERS.incrementAndGet();
    private volatile Cancellation cancellation = new Cancellation();

    WriteInterruption() {
        OPEN.put(number, this);
    }

    /** Names the token that the next calls look at. */
    void under(Cancellation token) {
        cancellation = token;
    }

    /** Writes the question into a structure of FFmpeg's. */
    void into(AVIOInterruptCB target) {
        try (Number opaque = new Number(number)) {
            target.callback(ASK).opaque(opaque);
        }
    }

    @Override
    public void close() {
        OPEN.remove(number);
    }

    /** A pointer whose address is a number of ours and never looked at. */
    private static final class Number extends Pointer {

        Number(long number) {
            address = number;
        }
    }

    /** Hands the question to the file it is about; nothing may be thrown into native code. */
    private static final class Ask extends AVIOInterruptCB.Callback_Pointer {

        @Override
        public int call(Pointer opaque) {
            WriteInterruption asked = OPEN.get(opaque.address());
            return asked != null && asked.cancellation.isCancelled() ? 1 : 0;
        }
    }
}
