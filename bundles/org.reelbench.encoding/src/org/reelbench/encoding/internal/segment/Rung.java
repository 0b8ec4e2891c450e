package org.reelbench.encoding.internal.segment;

import java.util.Map;
import java.util.TreeMap;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Sequence;

/**
 * One quality of pictures: an encoder with parameters and a size, and so one init segment for a sequence.
 *
 * @param encoder the encoder's name
 * @param mostWidthPx wider pictures are made smaller to this
 * @param bitsPerPixel bits for each pixel of each frame; 0 leaves it to the options
 * @param options the encoder's own options
 */
public record Rung(String encoder, int mostWidthPx, double bitsPerPixel, Map<String, String> options) {

    /** Longer than any segment: sync samples are where segments begin. */
    private static final int GOP_FRAMES = 3000;

    /** Creates the rung with a map of its own. */
    public Rung {
        options = Map.copyOf(options);
    }

    /**
     * Brings the rung down to a sequence.
     *
     * @param sequence the sequence
     * @return how its pictures are encoded
     */
    public VideoEncoding of(Sequence sequence) {
        int width = sequence.widthPx();
        int height = sequence.heightPx();
        if (width > mostWidthPx) {
            height = even((double) height * mostWidthPx / width);
            width = mostWidthPx;
        }
        Rational rate = sequence.rate().framesPerSecond();
        return new VideoEncoding(encoder, width, height, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, rate.inverted(),
                rate, GOP_FRAMES, Math.round((double) width * height * rate.toDouble() * bitsPerPixel), 1,
                new TreeMap<>(options));
    }

    private static int even(double px) {
        return Math.max(2, 2 * (int) Math.round(px / 2));
    }
}
