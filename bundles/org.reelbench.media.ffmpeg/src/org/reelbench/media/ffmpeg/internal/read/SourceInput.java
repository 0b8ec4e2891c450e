package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaChangedException;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;

/**
 * A byte source as FFmpeg's input. Nothing may leave a native callback by an exception: what goes wrong is kept here, FFmpeg
 * gets an error code, and {@link #rethrow} tells Java afterwards.
 */
final class SourceInput implements AutoCloseable {

    /** Large enough that the callback's cost is lost in the copying. */
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    /**
     * The callbacks serve all inputs, told apart by a number that travels as the opaque pointer: JavaCPP has room for ten
     * callback objects of a kind only, and one that is collected while FFmpeg holds it ends the process.
     */
    private static final Map<Long, SourceInput> INPUTS = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final ReadCallback READ = new ReadCallback();
    private static final SeekCallback SEEK = new SeekCallback();

    private final AttendedBytes source;
    private final long number = NUMBERS.incrementAndGet();
    private final AVIOContext context;
    private long positionBytes;
    private Cancellation cancellation;
    private @Nullable Throwable failure;
    private boolean broken;
    /** Watched from the first byte on, as recognising a file reads ahead. */
    private @Nullable Mp4Fragments fragments = new Mp4Fragments();

    SourceInput(AttendedBytes source, Cancellation cancellation) {
        this.source = source;
        this.cancellation = cancellation;
        INPUTS.put(number, this);
        try (Pointer buffer = Errors.allocated(avutil.av_malloc(BUFFER_BYTES)); Number opaque = new Number(number)) {
            context = Errors
                    .allocated(avformat.avio_alloc_context(new BytePointer(buffer), BUFFER_BYTES, 0, opaque, READ, null, SEEK));
        }
    }

    /** FFmpeg's side of the input. */
    AVIOContext context() {
        return context;
    }

    /** Names the token that the reads of the next calls look at. */
    void under(Cancellation token) {
        cancellation = token;
    }

    /** Looks no more for fragments of MP4: there are none. */
    void hasNoFragments() {
        fragments = null;
    }

    /** Whether FFmpeg was refused a read, so that what it knows of its position cannot be trusted. */
    boolean broken() {
        return broken;
    }

    /**
     * Throws what a callback had to keep, if anything.
     *
     * @throws MediaException {@link MediaException.Reason#UNREADABLE} if the source failed,
     *             {@link MediaException.Reason#CHANGED} if its bytes are others now, {@link MediaException.Reason#DAMAGED} if they
     *             ask for too much
     * @throws CancelledException if a read was given up because somebody cancelled
     */
    void rethrow() throws MediaException {
        Throwable kept = failure;
        failure = null;
        switch (kept) {
        case null -> {
            // all went well
        }
        case MediaChangedException e -> throw new MediaException(MediaException.Reason.CHANGED, source.name(),
                e.getMessage() + "; try again to have the new one", e);
        case Mp4Fragments.TooMany e -> throw new MediaException(MediaException.Reason.DAMAGED, source.name(),
                e.getMessage() + "; copy it again from where it came", e);
        case IOException e -> throw new MediaException(MediaException.Reason.UNREADABLE, source.name(),
                "its bytes cannot be read (" + e.getMessage() + "); check the disk or the connection it lies on", e);
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(kept);
        }
    }

    @Override
    public void close() {
        if (INPUTS.remove(number) != null) {
            // FFmpeg may have put another buffer in the place of the first.
            avutil.av_free(context.buffer());
            avformat.avio_context_free(context);
        }
    }

    private int read(MemorySegment target) {
        try {
            int count = source.read(positionBytes, target, cancellation);
            if (count <= 0) {
                return Errors.END;
            }
            Mp4Fragments watching = fragments;
            if (watching != null) {
                watching.look(positionBytes, target, count);
            }
            positionBytes += count;
            return count;
        } catch (CancelledException e) {
            return refuse(e, avutil.AVERROR_EXIT());
        } catch (Throwable e) {
            return refuse(e, Errors.INPUT_OUTPUT);
        }
    }

    private long seek(long offset, int whence) {
        try {
            long to = switch (whence & ~avformat.AVSEEK_FORCE) {
            case SEEK_SET -> offset;
            case SEEK_CUR -> positionBytes + offset;
            case SEEK_END -> source.sizeBytes(cancellation) + offset;
            default -> Long.MIN_VALUE;
            };
            if (to == Long.MIN_VALUE) {
                return source.sizeBytes(cancellation);
            }
            // What lies before the first byte is no place; the demuxer that computed it goes on without.
            if (to < 0) {
                return Errors.INPUT_OUTPUT;
            }
            positionBytes = to;
            return to;
        } catch (CancelledException e) {
            return refuse(e, avutil.AVERROR_EXIT());
        } catch (Throwable e) {
            return refuse(e, Errors.INPUT_OUTPUT);
        }
    }

    private int refuse(Throwable e, int code) {
        broken = true;
        if (failure == null) {
            failure = e;
        }
        return code;
    }

    /** A pointer whose address is a number of ours and never looked at. */
    private static final class Number extends Pointer {

        Number(long number) {
            address = number;
        }
    }

    /** Hands a read to the input it belongs to. */
    private static final class ReadCallback extends Read_packet_Pointer_BytePointer_int {

        @Override
        public int call(Pointer opaque, BytePointer buffer, int sizeBytes) {
            SourceInput input = INPUTS.get(opaque.address());
            return input == null ? Errors.END : input.read(MemorySegment.ofAddress(buffer.address()).reinterpret(sizeBytes));
        }
    }

    /** Hands a seek to the input it belongs to. */
    private static final class SeekCallback extends Seek_Pointer_long_int {

        @Override
        public long call(Pointer opaque, long offset, int whence) {
            SourceInput input = INPUTS.get(opaque.address());
            return input == null ? Errors.END : input.seek(offset, whence);
        }
    }
}
