package org.reelbench.media.ffmpeg.internal.paint;

import java.util.List;

/** A picture whose sides run along the rows and columns of the canvas. */
final class UprightSampler implements Sampler {

    private final Scaling[] scalings;
    private final float[] coverX;
    private final float[] coverY;

    /**
     * Creates a sampler.
     *
     * @param channels the picture's channels, by their numbers
     * @param place where the picture lies, not turned any more
     * @param target what is painted
     */
    UprightSampler(List<Channel> channels, Place place, Target target) {
        double left = place.centreX() - place.width() / 2;
        double top = place.centreY() - place.height() / 2;
        scalings = new Scaling[channels.size()];
        for (int i = 0; i < scalings.length; i++) {
            Grid grid = channels.get(i).grid();
            int shift = i == LIGHT || i == ALPHA ? 0 : target.shift();
            double firstX = shift == 0 ? target.x() + Grid.HALF : target.colorX(0);
            double firstY = shift == 0 ? target.y() + Grid.HALF : target.colorY(0);
            scalings[i] = new Scaling(channels.get(i),
                    taps(target.width() >> shift, firstX - left, place.perPixelX(), shift, place.cropX(), place.cropWidth(),
                            grid.offsetX(), grid.shiftX(), grid.width()),
                    taps(target.height() >> shift, firstY - top, place.perPixelY(), shift, place.cropY(), place.cropHeight(),
                            grid.offsetY(), grid.shiftY(), grid.height()));
        }
        coverX = cover(target.x(), target.width(), left, place.width());
        coverY = cover(target.y(), target.height(), top, place.height());
    }

    private static Taps taps(int count, double firstPx, double perPixel, int targetShift, double cropPx, double cropLengthPx,
            double offsetPx, int shift, int length) {
        double pixels = 1 << shift;
        double first = (cropPx + firstPx * perPixel - offsetPx) / pixels;
        double step = perPixel * (1 << targetShift) / pixels;
        int least = (int) Math.clamp(Math.floor(cropPx / pixels), 0, length - 1);
        int most = (int) Math.clamp(Math.ceil((cropPx + cropLengthPx) / pixels) - 1, least, length - 1);
        return Taps.of(count, first, step, least, most);
    }

    private static float[] cover(int start, int count, double side, double length) {
        float[] covered = new float[count];
        for (int i = 0; i < count; i++) {
            double pixel = start + i;
            covered[i] = (float) Math.max(0, Math.min(pixel + 1, side + length) - Math.max(pixel, side));
        }
        return covered;
    }

    @Override
    public void cover(int row, float[] into) {
        Taps.multiply(coverX, 0, coverY[row], into, 0, coverX.length);
    }

    @Override
    public void read(int channel, int row, float[] into) {
        scalings[channel].read(row, into);
    }
}
