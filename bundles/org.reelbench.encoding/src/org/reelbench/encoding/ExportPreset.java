package org.reelbench.encoding;

import java.util.List;
import java.util.Map;

/**
 * What an export makes: a container and how its pictures and sound are encoded.
 *
 * @param name the name on the command line and in commands
 * @param label the name people see
 * @param container the container's name, as muxers know it
 * @param containerOptions the container's own options
 * @param video the ways to encode pictures, best first; the first whose encoder is installed is taken
 * @param audioEncoder the encoder of sound
 * @param audioBitRate bits per second of sound, or 0 where the codec has none
 */
public record ExportPreset(String name, String label, String container, Map<String, String> containerOptions,
        List<VideoChoice> video,
        String audioEncoder, long audioBitRate) {

    /** H.264 and AAC in MP4, which every browser and player takes. */
    public static final ExportPreset H264 = new ExportPreset("h264", "H.264 + AAC in MP4", "mp4",
            Map.of("movflags", "+faststart"),
            List.of(new VideoChoice("libx264", 0, Map.of("preset", "veryfast", "crf", "20", "bf", "0")),
                    new VideoChoice("libopenh264", 0.20, Map.of("profile", "high"))),
            "aac", 192_000);

    /** Nothing is lost: FFV1 and FLAC in Matroska, for handing on to another program. */
    public static final ExportPreset LOSSLESS = new ExportPreset("lossless", "FFV1 + FLAC in Matroska", "matroska", Map.of(),
            List.of(new VideoChoice("ffv1", 0, Map.of("level", "3"))), "flac", 0);

    /** The presets that come with Reelbench, the default first. */
    public static final List<ExportPreset> BUILT_IN = List.of(H264, LOSSLESS);

    /**
     * One way to encode pictures.
     *
     * @param encoder the encoder's name
     * @param bitsPerPixel bits for each pixel of each frame, from which the bit rate follows; 0 leaves it to the options
     * @param options the encoder's own options
     */
    public record VideoChoice(String encoder, double bitsPerPixel, Map<String, String> options) {

        /** Creates the choice with a map of its own. */
        public VideoChoice {
            options = Map.copyOf(options);
        }
    }

    /** Creates the preset with collections of its own. */
    public ExportPreset {
        containerOptions = Map.copyOf(containerOptions);
        video = List.copyOf(video);
    }
}
