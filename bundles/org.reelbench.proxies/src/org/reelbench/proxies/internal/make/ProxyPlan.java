package org.reelbench.proxies.internal.make;

import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/**
 * How large the pictures of a proxy are, and how they are encoded.
 *
 * @param stream what it stands in for
 * @param widthPx the width, even
 * @param heightPx the height, even
 * @param encoding how it is encoded; the encoder counts frames, whose times are written by the container
 */
record ProxyPlan(VideoStreamInfo stream, int widthPx, int heightPx, VideoEncoding encoding) {

    /** Reckoned with where frames have no regular distance. */
    private static final FrameRate USUAL = FrameRate.of(30, 1);
    private static final int MOST_RATE = 240;

    /** Makes the plan for a stream. */
    static ProxyPlan of(VideoStreamInfo stream, ProxyFormat format, String medium) throws MediaException {
        PictureFormat picture = stream.picture();
        if (picture.pixelFormat().hasAlpha()) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, medium, "it has transparent parts, which proxies do not");
        }
        int height = even(Math.min(format.heightPx(), picture.heightPx()));
        int width = even((double) picture.widthPx() * height / picture.heightPx());
        FrameRate rate = stream.frameRate().filter(known -> known.framesPerSecond().compareTo(Rational.of(MOST_RATE)) <= 0)
                .orElse(USUAL);
        // Encoders take rates of small numbers only; what counts is written by the container.
        Rational nominal = Rational.of(Math.max(1, rate.framesPerSecond().round()));
        long bitRate = Math.round(format.bitsPerPixel() * width * height * nominal.toDouble());
        return new ProxyPlan(stream, width, height, new VideoEncoding(format.encoder(), width, height, PixelFormat.YUV420P,
                picture.color(), nominal.inverted(), nominal, format.gopFrames(), bitRate, 1, format.options()));
    }

    private static int even(double length) {
        return (int) Math.max(2, 2 * Math.round(length / 2));
    }
}
