package org.reelbench.encoding.internal.segment;

import java.util.List;
import java.util.Map;

/**
 * The qualities, as data: for each encoder the best first. Encoders of devices come first, then the quickest of the processor's;
 * all make H.264 without pictures that refer to later ones.
 */
public final class Rungs {

    private static final int WIDE_PX = 1280;
    private static final int MIDDLE_PX = 960;
    private static final int SMALL_PX = 640;

    /** The encoders, best first; which of them work here is another question. */
    public static final List<String> ENCODERS = List.of("h264_nvenc", "h264_qsv", "h264_vaapi", "h264_videotoolbox", "h264_mf",
            "libx264", "libopenh264");

    private Rungs() {
    }

    /**
     * Returns the qualities of an encoder.
     *
     * @param encoder one of {@link #ENCODERS}
     * @return its rungs, best first; as many for each encoder
     */
    public static List<Rung> of(String encoder) {
        return switch (encoder) {
        case "libx264" -> List.of(x264(WIDE_PX, 26), x264(WIDE_PX, 28), x264(MIDDLE_PX, 28), x264(SMALL_PX, 28));
        case "libopenh264" -> openh264();
        case "h264_nvenc" -> bits(encoder, 0.14, 0.08, Map.of("delay", "0", "zerolatency", "1", "forced-idr", "1"));
        default -> bits(encoder, 0.14, 0.08, Map.of());
        };
    }

    private static Rung x264(int widthPx, int crf) {
        return new Rung("libx264", widthPx, 0,
                Map.of("preset", "ultrafast", "tune", "zerolatency", "crf", Integer.toString(crf)));
    }

    /** Without rate control its pictures are all as good, wherever a segment begins; with it a bit rate is kept to. */
    private static List<Rung> openh264() {
        Map<String, String> same = Map.of("rc_mode", "off");
        Map<String, String> kept = Map.of("allow_skip_frames", "0");
        return List.of(new Rung("libopenh264", WIDE_PX, 0.16, same), new Rung("libopenh264", WIDE_PX, 0.08, kept),
                new Rung("libopenh264", MIDDLE_PX, 0.1, kept), new Rung("libopenh264", SMALL_PX, 0.12, kept));
    }

    private static List<Rung> bits(String encoder, double good, double less, Map<String, String> options) {
        return List.of(new Rung(encoder, WIDE_PX, good, options), new Rung(encoder, WIDE_PX, less, options),
                new Rung(encoder, MIDDLE_PX, less, options), new Rung(encoder, SMALL_PX, less, options));
    }
}
