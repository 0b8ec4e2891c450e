package org.reelbench.media.ffmpeg.internal.read;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.time.RationalTime;

/** Looks at the first packets of a stream of sound: where its samples begin and how many a packet has. */
final class SoundOpening {

    /** The blocks of Vorbis have two sizes; all its borders lie at multiples of a quarter of the usual short one. */
    private static final int VORBIS_BLOCK_SAMPLES = 64;

    private final PacketSource demuxer;
    private final int index;
    private final AudioStreamInfo stream;
    private final RationalTime origin;
    private final AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
    private final AVFrame frame = Errors.allocated(avutil.av_frame_alloc());

    private long firstTicks = Ticks.UNKNOWN;
    private long primingSamples;

    private SoundOpening(PacketSource demuxer, AudioStreamInfo stream, RationalTime origin) {
        this.demuxer = demuxer;
        this.index = stream.index();
        this.stream = stream;
        this.origin = origin;
    }

    /**
     * Opens the samples of a stream.
     *
     * @param demuxer the open container, taken over
     * @param stream the stream
     * @param origin the container's time that counts as the start of the medium
     * @param mix what is made of the stream's channels
     * @param cancellation asks to stop
     * @return the samples and their clock
     * @throws MediaException {@link Reason#NO_DECODER}, or {@link Reason#DAMAGED} if nothing decodes
     */
    static Opened open(PacketSource demuxer, AudioStreamInfo stream, RationalTime origin, ChannelMix mix,
            Cancellation cancellation)
            throws MediaException {
        SoundOpening opening = new SoundOpening(demuxer, stream, origin);
        try {
            demuxer.only(stream.index());
            SampleClock clock = opening.clock(cancellation);
            int codec = demuxer.stream(stream.index()).codecpar().codec_id();
            SoundPackets packets = new SoundPackets(demuxer, stream.index(), opening.firstTicks, clock);
            SampleStream.Decoders decoders = () -> Decoder.open(demuxer.stream(stream.index()), 1, demuxer.medium());
            return new Opened(clock,
                    new SampleStream(packets, decoders, clock, mix, isStateless(codec), opening.endSample(clock)));
        } finally {
            avcodec.av_packet_free(opening.packet);
            avutil.av_frame_free(opening.frame);
        }
    }

    /**
     * A stream ready to be read.
     *
     * @param clock its sample clock
     * @param samples its samples
     */
    record Opened(SampleClock clock, SampleStream samples) {
    }

    private static boolean isStateless(int codec) {
        boolean pcm = codec >= avcodec.AV_CODEC_ID_FIRST_AUDIO && codec < avcodec.AV_CODEC_ID_ADPCM_IMA_QT;
        return pcm || codec == avcodec.AV_CODEC_ID_FLAC || codec == avcodec.AV_CODEC_ID_ALAC
                || codec == avcodec.AV_CODEC_ID_WAVPACK;
    }

    private SampleClock clock(Cancellation cancellation) throws MediaException {
        try (Decoder decoder = Decoder.open(demuxer.stream(index), 1, demuxer.medium())) {
            while (demuxer.read(packet, cancellation)) {
                if (firstTicks == Ticks.UNKNOWN && SoundPackets.ticks(packet) != Ticks.UNKNOWN) {
                    firstTicks = SoundPackets.ticks(packet);
                    int unmarked = UnmarkedSound.samples(demuxer.container(), demuxer.stream(index));
                    primingSamples = unmarked == 0 ? priming() : unmarked;
                }
                decoder.send(packet);
                avcodec.av_packet_unref(packet);
                if (decoder.receive(frame) == 0 && frame.nb_samples() > 0) {
                    return clock(frame);
                }
            }
            decoder.send(null);
            if (decoder.receive(frame) == 0 && frame.nb_samples() > 0) {
                return clock(frame);
            }
        }
        throw new MediaException(Reason.DAMAGED, demuxer.medium(),
                "none of its sound can be decoded; copy the file again from where it came");
    }

    private SampleClock clock(AVFrame first) {
        Ticks ticks = Ticks.of(demuxer.stream(index));
        int rateHz = first.sample_rate() > 0 ? first.sample_rate() : stream.sampleRateHz();
        boolean vorbis = demuxer.stream(index).codecpar().codec_id() == avcodec.AV_CODEC_ID_VORBIS;
        firstTicks = firstTicks == Ticks.UNKNOWN ? 0 : firstTicks;
        // The stream's own start is rounded to its clock; the number of priming samples is not.
        RationalTime lead = ticks.time(firstTicks).minus(origin).minus(stream.start());
        long stamped = lead.ticksRound(rateHz);
        long tickSamples = ticks.seconds().times(rateHz).ceil();
        long firstSample = Math.abs(stamped + primingSamples) <= 2 * tickSamples ? -primingSamples : stamped;
        return new SampleClock(ticks, rateHz, firstTicks, firstSample, vorbis ? VORBIS_BLOCK_SAMPLES : first.nb_samples());
    }

    /** MP4 marks the padding at the end by the length of the stream alone; the others mark it in the last packet. */
    private long endSample(SampleClock clock) {
        boolean told = demuxer.container().equals(Containers.MOV) && stream.duration().signum() > 0;
        return told ? stream.duration().ticksRound(clock.rateHz()) : Long.MAX_VALUE;
    }

    private long priming() {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer skip = avcodec.av_packet_get_side_data(packet, avcodec.AV_PKT_DATA_SKIP_SAMPLES, size);
            if (skip == null || skip.isNull() || size.get() < Integer.BYTES) {
                return 0;
            }
            return Integer.toUnsignedLong(
                    MemorySegment.ofAddress(skip.address()).reinterpret(Integer.BYTES).get(ValueLayout.JAVA_INT_UNALIGNED, 0));
        }
    }
}
