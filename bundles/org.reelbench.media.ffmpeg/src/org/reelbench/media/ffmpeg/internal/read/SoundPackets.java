package org.reelbench.media.ffmpeg.internal.read;

import java.util.ArrayDeque;
import java.util.Deque;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;

/**
 * The packets of one stream of sound from any sample on. Packets from a mark on are kept when they pass, so that decoding may
 * begin there once more without reading them again.
 */
final class SoundPackets implements AutoCloseable {

    private final PacketSource demuxer;
    private final int index;
    private final long firstTicks;
    private final SampleClock clock;
    private final Deque<AVPacket> again = new ArrayDeque<>();
    private final Deque<AVPacket> kept = new ArrayDeque<>();
    private long keepFrom = Long.MAX_VALUE;

    /**
     * Takes over a demuxer.
     *
     * @param demuxer the demuxer
     * @param index the stream
     * @param firstTicks the time stamp of the stream's first packet
     * @param clock the stream's sample clock
     */
    SoundPackets(PacketSource demuxer, int index, long firstTicks, SampleClock clock) {
        this.demuxer = demuxer;
        this.index = index;
        this.firstTicks = firstTicks;
        this.clock = clock;
    }

    /** The time stamp of a packet, or unknown. */
    static long ticks(AVPacket packet) {
        return packet.pts() == Ticks.UNKNOWN ? packet.dts() : packet.pts();
    }

    /** Keeps the packets that begin at or after a sample when they are read. */
    void keepFrom(long sample) {
        keepFrom = sample;
    }

    /** Goes back to the packets kept that begin at or after a sample; the others are forgotten. */
    void again(long sample) {
        while (!again.isEmpty()) {
            kept.addLast(again.removeFirst());
        }
        for (AVPacket packet = kept.pollFirst(); packet != null; packet = kept.pollFirst()) {
            if (begins(packet, sample)) {
                again.addLast(packet);
            } else {
                avcodec.av_packet_free(packet);
            }
        }
    }

    /**
     * Goes to the first packet that begins at or after a sample, or one before it.
     *
     * @param sample the sample
     * @param cancellation asks to stop
     * @throws MediaException if the bytes cannot be read
     */
    void seek(long sample, Cancellation cancellation) throws MediaException {
        drop(again);
        drop(kept);
        keepFrom = Long.MAX_VALUE;
        long ask = sample;
        long stepSamples = clock.rateHz();
        while (clock.ticks(ask) > firstTicks) {
            if (demuxer.seek(index, clock.ticks(ask), cancellation)) {
                AVPacket first = peek(cancellation);
                if (first != null && ticks(first) != Ticks.UNKNOWN && clock.sample(ticks(first)) <= sample) {
                    return;
                }
                drop(again);
            }
            ask = Math.subtractExact(ask, stepSamples);
            stepSamples = Math.multiplyExact(stepSamples, 2);
        }
        restart(cancellation);
    }

    private void restart(Cancellation cancellation) throws MediaException {
        if (demuxer.seek(index, firstTicks, cancellation)) {
            AVPacket first = peek(cancellation);
            if (first != null && ticks(first) == firstTicks) {
                return;
            }
            drop(again);
        }
        demuxer.rewind(cancellation);
    }

    private @Nullable AVPacket peek(Cancellation cancellation) throws MediaException {
        AVPacket packet = read(cancellation);
        if (packet != null) {
            again.addFirst(packet);
        }
        return packet;
    }

    /**
     * Takes the next packet.
     *
     * @param cancellation asks to stop
     * @return the packet, to be given to {@link #done}, or null at the end
     * @throws MediaException if the bytes cannot be read
     */
    @Nullable
    AVPacket next(Cancellation cancellation) throws MediaException {
        AVPacket packet = again.pollFirst();
        return packet == null ? read(cancellation) : packet;
    }

    private @Nullable AVPacket read(Cancellation cancellation) throws MediaException {
        AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
        boolean read = false;
        try {
            read = demuxer.read(packet, cancellation);
            return read ? packet : null;
        } finally {
            if (!read) {
                avcodec.av_packet_free(packet);
            }
        }
    }

    /** Takes a packet back when it was fed: it is kept or freed. */
    void done(AVPacket packet) {
        if (begins(packet, keepFrom)) {
            kept.addLast(packet);
        } else {
            avcodec.av_packet_free(packet);
        }
    }

    /** Whether a packet begins at or after a sample. */
    boolean begins(AVPacket packet, long sample) {
        long ticks = ticks(packet);
        return sample != Long.MAX_VALUE && ticks != Ticks.UNKNOWN && clock.sample(ticks) >= sample;
    }

    /** Whether nothing of the stream is heard at a time stamp, whatever packets carry it. */
    boolean isGap(long ticks) {
        return demuxer.isGap(index, ticks);
    }

    /** Whether only {@link #seek} may follow. */
    boolean broken() {
        return demuxer.broken();
    }

    private static void drop(Deque<AVPacket> packets) {
        for (AVPacket packet = packets.pollFirst(); packet != null; packet = packets.pollFirst()) {
            avcodec.av_packet_free(packet);
        }
    }

    @Override
    public void close() {
        drop(again);
        drop(kept);
        demuxer.close();
    }
}
