package org.reelbench.proxies.internal;

import java.util.Map;
import java.util.Optional;

import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.time.FrameRate;

/**
 * Which media are heavy: those of which a second takes a good part of a second to decode on one core. As long as nobody has
 * measured that, it is reckoned from codec, size and rate.
 */
final class HeavyRule {

    /** From which part of a core on a medium is heavy: three such tracks fill one. */
    static final double HEAVY_CORES = 0.3;

    /** Nanoseconds a pixel, measured on one core; docs/proxies.md says how. */
    private static final Map<String, Double> NS_PER_PIXEL = Map.ofEntries(Map.entry("h264", 2.8), Map.entry("hevc", 3.6),
            Map.entry("av1", 6.0), Map.entry("vp9", 2.6), Map.entry("vp8", 2.2), Map.entry("mpeg2video", 1.2),
            Map.entry("mpeg4", 0.9), Map.entry("mjpeg", 2.4), Map.entry("prores", 3.6), Map.entry("dnxhd", 2.2),
            Map.entry("ffv1", 12.0), Map.entry("png", 14.0), Map.entry("exr", 30.0), Map.entry("tiff", 8.0),
            Map.entry("dpx", 6.0));
    private static final double UNKNOWN_NS_PER_PIXEL = 4.0;
    private static final double TEN_BIT = 1.3;
    private static final FrameRate USUAL = FrameRate.of(30, 1);
    private static final double NS_PER_SECOND = 1e9;
    /** Proxies that are hardly smaller than the pictures they stand in for gain little. */
    private static final double WORTH = 1.25;

    private HeavyRule() {
    }

    /** Tells why a stream needs no proxy or can have none, whatever people want; empty if it can have one. */
    static Optional<String> impossible(VideoStreamInfo stream) {
        if (stream.still()) {
            return Optional.of("it is a picture that stands still");
        }
        if (stream.picture().pixelFormat().hasAlpha()) {
            return Optional.of("it has transparent parts");
        }
        return Optional.empty();
    }

    /** Tells whether a stream is heavy; the cost is in nanoseconds a frame, 0 if nobody has measured it. */
    static boolean isHeavy(VideoStreamInfo stream, ProxyFormat format, long measuredNs) {
        return stream.picture().heightPx() > format.heightPx() * WORTH && cores(stream, measuredNs) >= HEAVY_CORES;
    }

    /** Returns which part of a core decoding takes. */
    static double cores(VideoStreamInfo stream, long measuredNs) {
        double rate = stream.frameRate().orElse(USUAL).framesPerSecond().toDouble();
        return (measuredNs > 0 ? measuredNs : reckonedNs(stream)) * rate / NS_PER_SECOND;
    }

    /** Tells whether the reckoned cost lies so near the border that measuring is worth its time. */
    static boolean isDoubtful(VideoStreamInfo stream, ProxyFormat format) {
        double cores = cores(stream, 0);
        return stream.picture().heightPx() > format.heightPx() * WORTH && cores > HEAVY_CORES / 2 && cores < HEAVY_CORES * 2;
    }

    private static double reckonedNs(VideoStreamInfo stream) {
        PictureFormat picture = stream.picture();
        boolean deep = switch (picture.pixelFormat()) {
        case NATIVE -> true;
        default -> false;
        };
        return (double) picture.widthPx() * picture.heightPx() * NS_PER_PIXEL.getOrDefault(stream.codec(), UNKNOWN_NS_PER_PIXEL)
                * (deep ? TEN_BIT : 1);
    }
}
