package org.reelbench.media.ffmpeg.internal.effects;

import java.util.SortedMap;

import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * The code of brightness, contrast and saturation: one table for luma, one for chroma. The library's filter would work out 65,536
 * numbers of each anew whenever a curve moves a value.
 */
final class ColorProcessor extends ValuedProcessor {

    private static final int CHROMA_ZERO = 128;
    private static final int MOST = 255;

    ColorProcessor(SortedMap<String, Object> values) {
        super(Planes.ALL, values);
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        double brightness = number("brightness");
        double contrast = number("contrast");
        double saturation = number("saturation");
        boolean full = frame.format().color().range() == Range.FULL;
        double black = full ? 0 : 16;
        double white = full ? MOST : 235;
        double grey = (black + white) / 2;
        if (brightness != 0 || contrast != 1) {
            Planes.apply(frame, 0, Planes.table(v -> (v - grey) * contrast + grey + (white - black) * brightness));
        }
        if (saturation != 1) {
            byte[] chroma = Planes.table(v -> (v - CHROMA_ZERO) * saturation + CHROMA_ZERO);
            Planes.apply(frame, 1, chroma);
            Planes.apply(frame, 2, chroma);
        }
    }
}
