package org.reelbench.media.ffmpeg.internal.read;

import java.util.Set;

/**
 * Which of FFmpeg's demuxers hostile bytes may reach: containers that hold their media themselves. Playlists and scripts that
 * name other files or addresses (HLS, DASH, concat, image patterns, SDP) are left out, whatever the file's name ends with.
 */
final class Containers {

    static final String MOV = "mov,mp4,m4a,3gp,3g2,mj2";
    static final String MATROSKA = "matroska,webm";
    static final String AVI = "avi";
    private static final String FLV = "flv";

    private static final String STILL_ENDING = "_pipe";

    private static final Set<String> ALLOWED = Set.of(
            // video and sound
            MOV, MATROSKA, AVI, FLV, "mpegts", "mpeg", "mpegvideo", "asf", "mxf", "gxf", "dv", "ogg", "nut", "ivf",
            "yuv4mpegpipe",
            // sound
            "wav", "w64", "aiff", "au", "caf", "flac", "mp3", "aac", "ac3", "eac3", "dts", "wv", "tta", "amr",
            // bare streams
            "h264", "hevc", "vvc", "m4v", "mjpeg", "obu", "av1",
            // animations and picture files
            "gif", "apng", "webp_anim", "jpegxl_anim", "png_pipe", "jpeg_pipe", "webp_pipe", "bmp_pipe", "tiff_pipe", "exr_pipe",
            "dpx_pipe", "ppm_pipe", "pgm_pipe", "pbm_pipe", "pam_pipe", "qoi_pipe", "psd_pipe", "sgi_pipe", "pcx_pipe",
            "hdr_pipe",
            "j2k_pipe", "jpegls_pipe", "jpegxl_pipe", "gif_pipe");

    private Containers() {
    }

    /** Whether a demuxer is safe to hand unknown bytes to. */
    static boolean isAllowed(String demuxer) {
        return ALLOWED.contains(demuxer);
    }

    /** The demuxers allowed, in FFmpeg's own notation. */
    static String allowed() {
        return String.join(",", ALLOWED);
    }

    /** Whether a demuxer reads picture files. */
    static boolean isStill(String demuxer) {
        return demuxer.endsWith(STILL_ENDING);
    }

    /** Whether streams are fully described by the head of the file, so that opening need not decode. */
    static boolean describesStreams(String demuxer) {
        return demuxer.equals(MOV) || demuxer.equals(MATROSKA);
    }

    /** Whether the container counts its duration from zero, not from its first time stamp. */
    static boolean countsFromZero(String demuxer) {
        return demuxer.equals(MATROSKA) || demuxer.equals(FLV);
    }

    /**
     * Returns the short name people know.
     *
     * @param demuxer FFmpeg's name
     * @param brand the major brand of an MP4 file, or an empty text
     * @return for example {@code mp4}
     */
    static String shortName(String demuxer, String brand) {
        if (demuxer.equals(MOV)) {
            return brand.startsWith("qt") ? "mov" : "mp4";
        }
        if (demuxer.equals(MATROSKA)) {
            return "matroska";
        }
        return isStill(demuxer) ? demuxer.substring(0, demuxer.length() - STILL_ENDING.length()) : demuxer;
    }
}
