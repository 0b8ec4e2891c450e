package org.reelbench.media.ffmpeg.internal.read;

import java.util.Set;
import java.util.TreeSet;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;

/**
 * Which of FFmpeg's decoders hostile bytes may reach: those of media people edit. The hundreds of others, for the films of old
 * games and the pictures of old machines, are where a decoder's mistakes stay unseen the longest.
 */
final class Codecs {

    private static final String RAW_SOUND = "pcm_";

    private static final Set<String> ALLOWED = Set.of(
            // cameras, discs, broadcast and the web
            "h264", "libopenh264", "hevc", "vvc", "av1", "libdav1d", "libaom-av1", "vp8", "libvpx", "vp9", "libvpx-vp9", "vp6",
            "vp6a", "vp6f", "theora", "mpeg1video", "mpeg2video", "mpeg4", "h263", "flv", "msmpeg4v1", "msmpeg4v2", "msmpeg4",
            "wmv1", "wmv2", "wmv3", "vc1", "dvvideo", "mjpeg", "mjpegb",
            // editing and archives
            "prores", "dnxhd", "cfhd", "ffv1", "ffvhuff", "huffyuv", "utvideo", "qtrle", "hap", "hqx",
            "hq_hqa", "rawvideo", "v210", "v210x", "v308", "v408", "v410", "r210", "r10k", "cinepak", "svq1", "svq3", "rpza",
            // pictures
            "png", "apng", "gif", "bmp", "tiff", "webp", "webp_anim", "exr", "dpx", "ppm", "pgm", "pgmyuv", "pbm", "pam", "qoi",
            "psd", "sgi", "pcx", "hdr", "targa", "jpeg2000", "jpegls", "libjxl", "libjxl_anim", "jpegxl",
            // sound
            "aac", "aac_latm", "libfdk_aac", "mp1", "mp1float", "mp2", "mp2float", "mp3", "mp3float", "ac3", "eac3", "dca",
            "truehd", "mlp", "flac", "alac", "opus", "libopus", "vorbis", "libvorbis", "wavpack", "tta", "wmav1", "wmav2",
            "wmapro", "wmalossless", "amrnb", "amrwb", "libopencore_amrnb", "libopencore_amrwb", "speex", "libspeex",
            "adpcm_ima_wav", "adpcm_ima_qt", "adpcm_ms", "adpcm_swf", "nellymoser");

    private Codecs() {
    }

    /** Whether a decoder is one of those. */
    static boolean isAllowed(String decoder) {
        return ALLOWED.contains(decoder) || decoder.startsWith(RAW_SOUND);
    }

    /** The decoders allowed that are there, in FFmpeg's own notation; asked once the natives are loaded. */
    static String allowed() {
        return Present.NAMES;
    }

    /** Going through all decoders takes longer than opening a file. */
    private static final class Present {

        static final String NAMES = names();

        private static String names() {
            TreeSet<String> names = new TreeSet<>();
            try (Pointer state = new Pointer()) {
                for (AVCodec codec = avcodec.av_codec_iterate(state); codec != null; codec = avcodec.av_codec_iterate(state)) {
                    String name = codec.name().getString();
                    if (avcodec.av_codec_is_decoder(codec) != 0 && isAllowed(name)) {
                        names.add(name);
                    }
                }
            }
            return String.join(",", names);
        }
    }
}
