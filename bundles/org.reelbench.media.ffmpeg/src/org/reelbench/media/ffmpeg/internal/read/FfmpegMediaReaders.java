package org.reelbench.media.ffmpeg.internal.read;

import java.util.List;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.global.avcodec;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Opens readers; each has a demuxer of its own, so that readers of one medium do not disturb each other. */
@Component
public final class FfmpegMediaReaders implements MediaReaders {

    /** How long a frame lasts where nothing says so: only frames without a time stamp ask. */
    private static final RationalTime USUAL_FRAME = RationalTime.of(1, 25);

    private static final int MOST_CHANNELS = 2;

    private final ReadThreads threads;
    private final @Nullable SampleTables tables;

    /**
     * Creates the service.
     *
     * @param threads run what may hang
     * @param memory what is remembered of media
     */
    @Activate
    public FfmpegMediaReaders(@Reference ReadThreads threads, @Reference ReadMemory memory) {
        this.threads = threads;
        this.tables = memory.tables();
    }

    /**
     * Creates readers that remember nothing.
     *
     * @param threads run what may hang
     */
    public FfmpegMediaReaders(ReadThreads threads) {
        this.threads = threads;
        this.tables = null;
    }

    @Override
    public FrameReader openFrames(ByteSource source, MediaInfo info, int streamIndex, int decoderThreads,
            Cancellation cancellation)
            throws MediaException {
        VideoStreamInfo stream = info.video(streamIndex).orElseThrow(() -> new MediaException(Reason.NO_STREAM, source.name(),
                "stream " + streamIndex + " holds no pictures; choose another stream"));
        if (decoderThreads < 1) {
            throw new IllegalArgumentException("a decoder needs a thread");
        }
        if (source instanceof ImageFiles files) {
            return new ImageSequenceReader(files, stream, this, decoderThreads);
        }
        PacketSource demuxer = open(source, info, stream, cancellation);
        try {
            Decoder decoder = Decoder.open(demuxer.stream(streamIndex), decoderThreads, source.name());
            Ticks clock = Ticks.of(demuxer.stream(streamIndex));
            long frameTicks = Math.max(1, clock.floor(stream.frameRate().map(FrameRate::frameDuration).orElse(USUAL_FRAME)));
            long firstTicks = clock.floor(stream.start().plus(info.origin()));
            PictureStream pictures = new PictureStream(demuxer, decoder, streamIndex, clock, firstTicks, frameTicks);
            return new FfmpegFrameReader(pictures, stream, source.name(), info.origin(),
                    new PictureClock(clock, firstTicks, stream.frameRate()));
        } catch (MediaException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    @Override
    public PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, int channels,
            Cancellation cancellation) throws MediaException {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("sound is delivered in one or two channels, not in " + channels);
        }
        return openPcm(source, info, streamIndex, sampleRateHz, ChannelMix.of(channels), cancellation);
    }

    @Override
    public PcmReader openChannels(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, List<Integer> numbers,
            Cancellation cancellation) throws MediaException {
        if (numbers.isEmpty() || numbers.size() > MOST_CHANNELS || numbers.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("one or two channels are picked out, counted from 1, not " + numbers);
        }
        return openPcm(source, info, streamIndex, sampleRateHz, ChannelMix.picking(numbers), cancellation);
    }

    private PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, ChannelMix mix,
            Cancellation cancellation) throws MediaException {
        AudioStreamInfo stream = info.audio(streamIndex).orElseThrow(() -> new MediaException(Reason.NO_STREAM, source.name(),
                "stream " + streamIndex + " holds no sound; choose another stream"));
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("sound is delivered at a positive rate, not at " + sampleRateHz + " Hz");
        }
        PacketSource demuxer = open(source, info, stream, cancellation);
        try {
            SoundOpening.Opened opened = SoundOpening.open(demuxer, stream, info.origin(), mix, cancellation);
            try {
                return new FfmpegPcmReader(opened.samples(), stream, opened.clock().rateHz(), sampleRateHz, mix.channels(),
                        source.name());
            } catch (MediaException | RuntimeException | Error e) {
                opened.samples().close();
                throw e;
            }
        } catch (MediaException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    private PacketSource open(ByteSource source, MediaInfo info, StreamInfo stream, Cancellation cancellation)
            throws MediaException {
        Natives.load();
        SampleTables known = tables;
        PacketSource tabled = known == null ? null : known.open(source, info, stream, threads, cancellation);
        return tabled == null ? open(source, stream.index(), cancellation) : tabled;
    }

    /** Opens the container; the streams are analysed only where their head does not say all that decoding needs. */
    private Demuxer open(ByteSource source, int streamIndex, Cancellation cancellation) throws MediaException {
        Demuxer demuxer = Demuxer.open(new AttendedBytes(source, threads, Deadline.NEVER), cancellation);
        try {
            if (streamIndex >= demuxer.streams() || !isComplete(demuxer, streamIndex)) {
                demuxer.analyse(cancellation);
            }
            if (streamIndex >= demuxer.streams()) {
                throw new MediaException(Reason.DAMAGED, source.name(),
                        "stream " + streamIndex + " is not in the file any more; the file was changed, so add it again");
            }
            return demuxer;
        } catch (MediaException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    private static boolean isComplete(Demuxer demuxer, int streamIndex) {
        AVCodecParameters parameters = demuxer.stream(streamIndex).codecpar();
        // Matroska does not say how far H.264 reorders its frames; MP4 does, by its composition times.
        return Containers.describesStreams(demuxer.container())
                && (demuxer.container().equals(Containers.MOV) || parameters.codec_id() != avcodec.AV_CODEC_ID_H264);
    }
}
