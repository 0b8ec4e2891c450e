package org.reelbench.media.ffmpeg.internal.read;

import java.util.Set;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.reelbench.time.RationalTime;

/**
 * How many samples at the start of a stream are the coder's run-up, in containers that have no place to say so. Each block of
 * these codecs overlaps the one before, so the first one cannot come out whole: what was recorded begins behind it.
 */
final class UnmarkedSound {

    private static final Set<String> CONTAINERS = Set.of("aac", "mpegts", "mpeg", "flv", "ac3", "eac3");

    private static final int AAC_BLOCK_SAMPLES = 1024;
    private static final int AC3_BLOCK_SAMPLES = 256;
    /** The delay of the filter banks of both sides. */
    private static final int MP2_SAMPLES = 481;
    /** A block of the transform, and the filter banks. */
    private static final int MP3_SAMPLES = 1105;

    private UnmarkedSound() {
    }

    /** How many samples are run-up. */
    static int samples(String container, AVStream stream) {
        // A tag in front of bare MP3 tells the run-up, which FFmpeg then takes off the start itself.
        boolean untagged = container.equals("mp3") && (stream.start_time() == 0 || stream.start_time() == Ticks.UNKNOWN);
        if (!CONTAINERS.contains(container) && !untagged) {
            return 0;
        }
        AVCodecParameters parameters = stream.codecpar();
        return switch (parameters.codec_id()) {
        case avcodec.AV_CODEC_ID_AAC, avcodec.AV_CODEC_ID_AAC_LATM -> Math.max(AAC_BLOCK_SAMPLES, parameters.frame_size());
        case avcodec.AV_CODEC_ID_AC3, avcodec.AV_CODEC_ID_EAC3 -> AC3_BLOCK_SAMPLES;
        case avcodec.AV_CODEC_ID_MP1, avcodec.AV_CODEC_ID_MP2 -> MP2_SAMPLES;
        case avcodec.AV_CODEC_ID_MP3 -> MP3_SAMPLES;
        default -> 0;
        };
    }

    /** How long the run-up is. */
    static RationalTime duration(String container, AVStream stream) {
        int samples = samples(container, stream);
        return samples == 0 ? RationalTime.ZERO : RationalTime.of(samples, stream.codecpar().sample_rate());
    }
}
