package org.reelbench.encoding.internal.estimate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.VideoEncoding;

/**
 * How much an export encodes: what its size and its time are in proportion to.
 *
 * @param pixels of all frames together; 0 for sound alone
 * @param seconds how long it plays
 */
record Amount(double pixels, double seconds) {

    static Amount of(ExportRequest request, @Nullable VideoEncoding video) {
        long frames = request.toFrame() - request.fromFrame();
        return new Amount(video == null ? 0 : (double) frames * video.widthPx() * video.heightPx(),
                request.sequence().rate().timeOf(frames).seconds().toDouble());
    }

    /** What sizes and times are divided by. */
    double unit() {
        return pixels > 0 ? pixels : seconds;
    }

    /** How many bytes the sound takes. */
    double soundBytes(@Nullable AudioEncoding audio) {
        if (audio == null) {
            return 0;
        }
        double samples = seconds * audio.sampleRateHz() * audio.channels();
        return audio.bitRate() > 0 ? seconds * audio.bitRate() / Byte.SIZE : switch (audio.encoder()) {
        case "pcm_s24le" -> samples * 3;
        case "flac" -> samples * 1.7;
        default -> seconds * 20_000;
        };
    }
}
