package org.reelbench.media.ffmpeg.internal.effects;

import java.util.SortedMap;

import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** The code of the vignette: each sample is brought nearer to black by a gain that depends on its place alone. */
final class VignetteProcessor extends ValuedProcessor {

    private static final int COLOR_PLANES = 3;
    private static final int GAIN_ONE = 1 << 16;
    private static final int CHROMA_ZERO = 128;
    private static final int LIMITED_BLACK = 16;
    /** Where darkening begins: the distance from the centre as part of the distance of the corners. */
    private static final double CLEAR = 0.4;

    private final int[][] gains = new int[COLOR_PLANES][0];
    private int gainsWidth;
    private int gainsHeight;

    VignetteProcessor(SortedMap<String, Object> values) {
        super(Planes.ALL, values);
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        PictureFormat format = frame.format();
        prepare(format);
        int black = format.color().range() == Range.FULL ? 0 : LIMITED_BLACK;
        for (int plane = 0; plane < COLOR_PLANES; plane++) {
            darken(frame, plane, plane == 0 ? black : CHROMA_ZERO);
        }
    }

    @Override
    void valuesChanged() {
        gainsWidth = 0;
    }

    private void darken(VideoFrame frame, int plane, int centre) {
        int[] gain = gains[plane];
        Planes.eachRow(frame, plane, (row, y) -> {
            for (int x = 0; x < row.length; x++) {
                int distance = (row[x] & 0xff) - centre;
                row[x] = (byte) (centre + (distance * gain[y * row.length + x] + GAIN_ONE / 2 >> 16));
            }
        });
    }

    /** Computes the gains once for a size; one composer shows one size. */
    private void prepare(PictureFormat format) {
        PixelFormat pixels = format.pixelFormat();
        int chroma = pixels.rowBytes(1, format.widthPx()) * pixels.rows(1, format.heightPx());
        if (gainsWidth == format.widthPx() && gainsHeight == format.heightPx() && gains[1].length == chroma) {
            return;
        }
        gainsWidth = format.widthPx();
        gainsHeight = format.heightPx();
        gains[0] = gains(gainsWidth, gainsHeight);
        gains[1] = gains(pixels.rowBytes(1, gainsWidth), pixels.rows(1, gainsHeight));
        gains[2] = gains[1];
    }

    private int[] gains(int width, int height) {
        double strength = number("strength");
        int[] made = new int[width * height];
        double corner = Math.hypot(width / 2.0, height / 2.0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = Math.hypot(x + 0.5 - width / 2.0, y + 0.5 - height / 2.0) / corner;
                double dark = Math.clamp((distance - CLEAR) / (1 - CLEAR), 0.0, 1.0);
                made[y * width + x] = (int) Math.round(GAIN_ONE * (1 - strength * dark * dark * (3 - 2 * dark)));
            }
        }
        return made;
    }
}
