package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.PixelFormats;

/** Plain data about an encoded stream, as FFmpeg's muxers want it. */
final class StreamParameters {

    /** What a decoder of Opus needs before a position to be right there: 80 ms at its 48 kHz (RFC 7845, section 4.6). */
    /** The encoders' own name for how many bits of a sample there are, and how many there are without it. */
    private static final String DEPTH_OPTION = "bits_per_raw_sample";
    private static final String DEPTH = "16";

    private static final int OPUS_PREROLL_SAMPLES = 3840;
    private static final int BITS_PER_BYTE = 8;

    private StreamParameters() {
    }

    /**
     * Returns FFmpeg's number of a codec.
     *
     * @param codec its short name
     * @param medium the file it is for
     * @return the {@code AV_CODEC_ID_} number
     * @throws MediaException {@link Reason#UNSUPPORTED} if the library does not know it
     */
    static int codecId(String codec, String medium) throws MediaException {
        AVCodecDescriptor descriptor = avcodec.avcodec_descriptor_get_by_name(codec);
        if (descriptor == null || descriptor.isNull()) {
            throw new MediaException(Reason.UNSUPPORTED, medium,
                    "there is no codec '" + codec + "'; name one as its encoder names it");
        }
        return descriptor.id();
    }

    /**
     * Describes a stream.
     *
     * @param from the plain data
     * @param stream takes it
     * @param medium the file it is for
     * @throws MediaException {@link Reason#UNSUPPORTED} if the library does not know the codec
     */
    static void fill(CodecParameters from, AVStream stream, String medium) throws MediaException {
        AVCodecParameters to = stream.codecpar();
        to.codec_id(codecId(from.codec(), medium));
        to.codec_tag(from.codecTag());
        to.profile(from.profile());
        OpenEncoder.set(stream.time_base(), from.timeBase());
        extraData(from.extraData(), to);
        VideoEncoding video = from.video();
        AudioEncoding audio = from.audio();
        if (video != null) {
            video(video, to, stream);
        } else if (audio != null) {
            audio(from, audio, to);
        } else {
            throw new MediaException(Reason.UNSUPPORTED, medium,
                    "a stream of " + from.codec() + " is neither pictures nor sound");
        }
    }

    private static void video(VideoEncoding video, AVCodecParameters to, AVStream stream) {
        to.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
        to.width(video.widthPx());
        to.height(video.heightPx());
        to.format(PixelFormats.number(video.pixelFormat()));
        to.bit_rate(video.bitRate());
        to.field_order(avcodec.AV_FIELD_PROGRESSIVE);
        CodecColors colors = CodecColors.of(video.color().matrix());
        to.color_space(PixelFormats.colorSpace(video.color().matrix()));
        to.color_range(PixelFormats.colorRange(video.color().range()));
        to.color_primaries(colors.primaries());
        to.color_trc(colors.transfer());
        to.sample_aspect_ratio().num(1);
        to.sample_aspect_ratio().den(1);
        if (video.frameRate().signum() > 0) {
            OpenEncoder.set(to.framerate(), video.frameRate());
            OpenEncoder.set(stream.avg_frame_rate(), video.frameRate());
        }
    }

    private static void audio(CodecParameters from, AudioEncoding audio, AVCodecParameters to) {
        to.codec_type(avutil.AVMEDIA_TYPE_AUDIO);
        to.sample_rate(audio.sampleRateHz());
        avutil.av_channel_layout_default(to.ch_layout(), audio.channels());
        to.bit_rate(audio.bitRate());
        to.frame_size(from.frameSamples());
        to.initial_padding(from.initialPaddingSamples());
        int bits = avcodec.av_get_bits_per_sample(to.codec_id());
        to.bits_per_coded_sample(bits);
        if (to.codec_id() == avcodec.AV_CODEC_ID_FLAC || to.codec_id() == avcodec.AV_CODEC_ID_ALAC) {
            // Containers say it beside the codec's own header, and browsers refuse the film where the two differ.
            to.bits_per_raw_sample(Integer.parseInt(audio.options().getOrDefault(DEPTH_OPTION, DEPTH)));
        }
        to.block_align(bits * audio.channels() / BITS_PER_BYTE);
        if (to.codec_id() == avcodec.AV_CODEC_ID_OPUS) {
            to.seek_preroll(OPUS_PREROLL_SAMPLES);
        }
    }

    private static void extraData(byte[] from, AVCodecParameters to) {
        if (from.length == 0) {
            return;
        }
        // The stream's parameters own the memory and free it.
        Pointer memory = Errors.allocated(avutil.av_mallocz(from.length + (long) avcodec.AV_INPUT_BUFFER_PADDING_SIZE));
        MemorySegment.copy(from, 0, MemorySegment.ofAddress(memory.address()).reinterpret(from.length), ValueLayout.JAVA_BYTE, 0,
                from.length);
        to.extradata(memory.getPointer(BytePointer.class, 0));
        to.extradata_size(from.length);
    }
}
