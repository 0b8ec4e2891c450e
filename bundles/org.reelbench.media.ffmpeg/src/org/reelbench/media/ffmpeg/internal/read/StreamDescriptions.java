package org.reelbench.media.ffmpeg.internal.read;

import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.OtherStreamInfo;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.PixelFormats;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Describes the streams of an analysed container. */
final class StreamDescriptions {

    /** No film has pixels ten times as wide as high. */
    private static final int MOST_ASPECT = 10;
    private static final int MATRIX_BYTES = 9 * Integer.BYTES;
    private static final int TURN_DEGREES = 90;
    private static final int FULL_TURN_DEGREES = 360;

    private StreamDescriptions() {
    }

    /** Whether a stream is pictures or sound, and not a cover. */
    static boolean isTimed(AVStream stream) {
        return isVideo(stream) || isAudio(stream);
    }

    /** Whether a stream is pictures, and not a cover. */
    static boolean isVideo(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        return parameters.codec_type() == avutil.AVMEDIA_TYPE_VIDEO && parameters.width() > 0 && parameters.height() > 0
                && (stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) == 0;
    }

    private static boolean isAudio(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        return parameters.codec_type() == avutil.AVMEDIA_TYPE_AUDIO && parameters.sample_rate() > 0
                && parameters.ch_layout().nb_channels() > 0;
    }

    /**
     * Describes a stream.
     *
     * @param demuxer the analysed container
     * @param index the stream
     * @param start when it starts, counted from the start of the medium
     * @param end when the container says the medium ends, counted likewise; zero if it does not
     * @param rates the rates of the container's streams
     * @return the description
     */
    static StreamInfo describe(Demuxer demuxer, int index, RationalTime start, RationalTime end, FrameRates rates) {
        AVStream stream = demuxer.stream(index);
        AVCodecParameters parameters = stream.codecpar();
        String codec = Decoder.name(parameters);
        if (!isTimed(stream)) {
            return new OtherStreamInfo(index, codec);
        }
        RationalTime left = end.isAfter(start) ? end.minus(start) : RationalTime.ZERO;
        RationalTime duration = stream.duration() > 0 ? Ticks.of(stream).time(stream.duration()) : left;
        if (isAudio(stream)) {
            return new AudioStreamInfo(index, codec, parameters.sample_rate(), parameters.ch_layout().nb_channels(), start,
                    duration);
        }
        PictureFormat picture = PixelFormats.describe(parameters.width(), parameters.height(), parameters.format(),
                parameters.color_space(), parameters.color_range(), parameters.color_primaries(), parameters.color_trc());
        if (Containers.isStill(demuxer.container())) {
            return new VideoStreamInfo(index, codec, picture, Optional.empty(), RationalTime.ZERO, RationalTime.ZERO, true,
                    rotationDegrees(parameters));
        }
        return new VideoStreamInfo(index, codec, picture, rates.of(stream), start, duration, false, rotationDegrees(parameters),
                pixelAspect(stream));
    }

    /** The container's word counts, and the codec's where the container says nothing: as players take it. */
    private static Rational pixelAspect(AVStream stream) {
        AVRational container = stream.sample_aspect_ratio();
        return pixelAspect(container.num() > 0 ? container : stream.codecpar().sample_aspect_ratio());
    }

    /** Returns a pixel aspect; 1 where nothing or nonsense is said. */
    static Rational pixelAspect(AVRational said) {
        boolean sensible = said.num() > 0 && said.den() > 0 && said.num() <= MOST_ASPECT * (long) said.den()
                && said.den() <= MOST_ASPECT * (long) said.num();
        return sensible ? Rational.of(said.num(), said.den()) : Rational.ONE;
    }

    private static int rotationDegrees(AVCodecParameters parameters) {
        AVPacketSideData matrix = avcodec.av_packet_side_data_get(parameters.coded_side_data(), parameters.nb_coded_side_data(),
                avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        return matrix == null || matrix.size() < MATRIX_BYTES ? 0 : rotationDegrees(matrix.data());
    }

    /**
     * Reads a display matrix.
     *
     * @param matrix nine numbers as containers write them
     * @return how far a player turns the picture clockwise, in quarter turns
     */
    static int rotationDegrees(BytePointer matrix) {
        double counterClockwise = avutil.av_display_rotation_get(new IntPointer(matrix));
        if (Double.isNaN(counterClockwise)) {
            return 0;
        }
        int quarters = (int) Math.round(-counterClockwise / TURN_DEGREES);
        return Math.floorMod(quarters * TURN_DEGREES, FULL_TURN_DEGREES);
    }
}
