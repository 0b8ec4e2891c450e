package org.reelbench.media.ffmpeg.internal.read;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;

/**
 * The samples of one stream at their own rate, by number. Decoders of lossy codecs carry state from packet to packet, some of it
 * for ever (the noise generator of AAC), so the stream is cut into blocks by sample number, and each block is decoded by a
 * fresh decoder from the same packet on: its samples are the same whatever was read before.
 */
final class SampleStream implements AutoCloseable {

    private static final int BLOCK_S = 4;
    /** Part of a second that a decoder is fed before a block: overlaps, bit reservoirs and SBR headers lie well within. */
    private static final int LEAD_IN = 2;
    /** A stateless stream is read on rather than sought up to this distance. */
    private static final int READ_ON_S = 2;

    private final SoundPackets packets;
    private final Decoders decoders;
    private final SampleClock clock;
    private final SampleConverter converter;
    private final float[][] chunk;
    private final boolean stateless;
    private final long blockSamples;
    private final long leadInSamples;
    private final long endSample;
    private final AVFrame frame = Errors.allocated(avutil.av_frame_alloc());
    /** Where the frames of the lead-in of the next block lie, as counted in this one. */
    private final Map<Long, Long> placed = new HashMap<>();

    private @Nullable Decoder decoder;
    private boolean drained;
    private boolean positioned;
    private long blockStart;
    private long blockEnd;
    private long firstFed;
    private long expected = Ticks.UNKNOWN;
    private long skipUntil;
    private long silentFrom;
    private long chunkStart;
    private long chunkEnd;
    private boolean ended;

    /** Opens decoders of the stream, one at a time. */
    @FunctionalInterface
    interface Decoders {

        Decoder open() throws MediaException;
    }

    /**
     * Takes over the packets.
     *
     * @param packets the stream's packets
     * @param decoders opens decoders
     * @param clock the stream's sample clock
     * @param mix what is made of the stream's channels
     * @param stateless whether every packet decodes by itself
     * @param endSample the number of the sample after the last, where the container says so; what the decoder delivers beyond is
     *            padding
     */
    SampleStream(SoundPackets packets, Decoders decoders, SampleClock clock, ChannelMix mix, boolean stateless, long endSample) {
        this.packets = packets;
        this.decoders = decoders;
        this.clock = clock;
        this.stateless = stateless;
        this.endSample = endSample;
        converter = new SampleConverter(mix);
        chunk = new float[mix.channels()][0];
        blockSamples = (long) clock.rateHz() * BLOCK_S;
        leadInSamples = clock.rateHz() / LEAD_IN;
    }

    /**
     * Reads samples; what the stream does not have is silence.
     *
     * @param first the number of the first sample
     * @param target an array for each channel
     * @param offset where in them to begin
     * @param count how many samples
     * @param cancellation asks to stop
     * @throws MediaException if the bytes cannot be read
     */
    void read(long first, float[][] target, int offset, int count, Cancellation cancellation) throws MediaException {
        long at = first;
        long end = first + count;
        while (at < end) {
            long silentUntil = at < 0 ? 0 : at;
            if (at >= 0) {
                goTo(at, cancellation);
                silentUntil = ended && at >= chunkEnd ? Long.MAX_VALUE : Math.max(at, chunkStart);
            }
            int from = offset + (int) (at - first);
            if (silentUntil > at) {
                int silent = (int) (Math.min(silentUntil, end) - at);
                for (float[] channel : target) {
                    Arrays.fill(channel, from, from + silent, 0);
                }
                at += silent;
            } else {
                int copied = (int) (Math.min(chunkEnd, end) - at);
                for (int i = 0; i < target.length; i++) {
                    System.arraycopy(chunk[i], (int) (at - chunkStart), target[i], from, copied);
                }
                at += copied;
            }
        }
    }

    /** Decodes until the chunk holds or lies behind a sample, or the stream has ended before it. */
    private void goTo(long sample, Cancellation cancellation) throws MediaException {
        try {
            if (!positioned || sample < silentFrom || !ended && sample - chunkEnd > readOnSamples()) {
                jump(sample, cancellation);
            }
            while (!ended && chunkEnd <= sample) {
                decode(cancellation);
            }
        } finally {
            positioned &= !packets.broken();
        }
    }

    private long readOnSamples() {
        return stateless ? (long) clock.rateHz() * READ_ON_S : blockSamples;
    }

    private void jump(long sample, Cancellation cancellation) throws MediaException {
        positioned = false;
        placed.clear();
        long block = stateless ? 0 : Math.floorDiv(sample, blockSamples);
        packets.seek(stateless ? sample : block * blockSamples - leadInSamples, cancellation);
        begin(block);
        silentFrom = sample;
        chunkStart = sample;
        chunkEnd = sample;
        positioned = true;
    }

    /** Begins a block with a decoder that has seen nothing. */
    private void begin(long block) throws MediaException {
        Decoder open = decoder;
        if (open != null && stateless) {
            open.flush();
        } else {
            closeDecoder();
            decoder = decoders.open();
        }
        drained = false;
        ended = false;
        expected = Ticks.UNKNOWN;
        skipUntil = 0;
        blockStart = stateless ? 0 : block * blockSamples;
        blockEnd = stateless ? Long.MAX_VALUE : blockStart + blockSamples;
        firstFed = stateless || block == 0 ? Long.MIN_VALUE : blockStart - leadInSamples;
        packets.keepFrom(stateless ? Long.MAX_VALUE : blockEnd - leadInSamples);
    }

    private void decode(Cancellation cancellation) throws MediaException {
        Decoder open = decoder;
        if (open == null) {
            throw new IllegalStateException("the reader is closed");
        }
        int result = open.receive(frame);
        if (result == 0) {
            try {
                take();
            } finally {
                avutil.av_frame_unref(frame);
            }
        } else if (drained || result == Errors.END) {
            ended = true;
        } else {
            feed(open, cancellation);
        }
    }

    private void feed(Decoder open, Cancellation cancellation) throws MediaException {
        AVPacket packet = packets.next(cancellation);
        if (packet == null) {
            drained = true;
            open.send(null);
            return;
        }
        if (firstFed == Long.MIN_VALUE || packets.begins(packet, firstFed)) {
            // What is damaged decodes to nothing, and the next time stamp shows the gap.
            open.send(packet);
            firstFed = Long.MIN_VALUE;
        }
        packets.done(packet);
    }

    /** Places a decoded frame and takes what of it lies in this block and was not delivered yet. */
    private void take() throws MediaException {
        int count = frame.nb_samples();
        if (count <= 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_DISCARD) != 0 || packets.isGap(frame.pts())) {
            return;
        }
        long start = place(frame.pts());
        long end = start + count;
        expected = end;
        if (start >= blockEnd - leadInSamples && frame.pts() != Ticks.UNKNOWN) {
            placed.put(frame.pts(), start);
        }
        end -= trim(start);
        long from = Math.max(Math.max(start, blockStart), Math.max(skipUntil, chunkEnd));
        long to = Math.min(Math.min(end, endSample), blockEnd);
        if (from < to) {
            silentFrom = chunkEnd;
            chunkStart = from;
            chunkEnd = to;
            fill((int) (from - start), (int) (to - from));
        }
        if (start + count >= blockEnd) {
            long next = Math.floorDiv(Math.max(start, blockEnd), blockSamples);
            packets.again(next * blockSamples - leadInSamples);
            begin(next);
        }
    }

    private long place(long ticks) {
        if (ticks == Ticks.UNKNOWN) {
            return expected == Ticks.UNKNOWN ? 0 : expected;
        }
        long stamped = clock.sample(ticks);
        if (expected == Ticks.UNKNOWN) {
            Long known = placed.get(ticks);
            placed.clear();
            return known == null ? stamped : known;
        }
        return clock.isJump(stamped, expected) ? stamped : expected;
    }

    /** Notes how many samples to skip at the frame's start; returns how many to leave out at its end. */
    private long trim(long start) {
        AVFrameSideData skip = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_SKIP_SAMPLES);
        if (skip == null || skip.size() < 2 * Integer.BYTES) {
            return 0;
        }
        MemorySegment counts = MemorySegment.ofAddress(skip.data().address()).reinterpret(2 * Integer.BYTES);
        skipUntil = Math.max(skipUntil, start + Integer.toUnsignedLong(counts.get(ValueLayout.JAVA_INT_UNALIGNED, 0)));
        return Integer.toUnsignedLong(counts.get(ValueLayout.JAVA_INT_UNALIGNED, Integer.BYTES));
    }

    private void fill(int from, int count) {
        if (chunk[0].length < count) {
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = new float[count];
            }
        }
        converter.convert(frame, from, count, chunk);
    }

    private void closeDecoder() {
        Decoder open = decoder;
        decoder = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        closeDecoder();
        avutil.av_frame_free(frame);
        packets.close();
    }
}
