package org.reelbench.media.ffmpeg.internal.paint;

import java.util.Arrays;
import java.util.List;

/**
 * A picture turned by any angle. It is scaled first where it becomes smaller, then sampled by a cubic of four by four samples;
 * its sides are soft over one pixel.
 */
final class TurnedSampler implements Sampler {

    private static final int PHASES = 512;
    private static final int TAPS = 4;
    private static final int PHASE_SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(PHASES);
    private static final double ONE = 1L << Integer.SIZE;
    private static final float[] WEIGHTS = weights();

    private static final Image NONE = new Image(new float[0], 0, 0, 0, 0, 0, 0);

    private final Place place;
    private final Target target;
    private final double cosine;
    private final double sine;
    private final List<Channel> channels;
    private final Image[] images;

    /**
     * A channel in memory, and how the pixels of the picture's rectangle on the canvas, before it is turned, are found in it.
     */
    private record Image(float[] samples, int width, int height, double perX, double offsetX, double perY, double offsetY) {
    }

    /**
     * Creates a sampler.
     *
     * @param channels the picture's channels, by their numbers
     * @param place where the picture lies
     * @param target what is painted
     */
    TurnedSampler(List<Channel> channels, Place place, Target target) {
        this.place = place;
        this.target = target;
        this.cosine = Math.cos(place.radians());
        this.sine = Math.sin(place.radians());
        this.channels = channels;
        this.images = channels.stream().map(channel -> channel.isOpaque() ? NONE : image(channel, place)).toArray(Image[]::new);
    }

    private static Image image(Channel channel, Place place) {
        Grid grid = channel.grid();
        // Samples of the image lie as far apart as pixels of the canvas, or as those of the picture where these are fewer.
        double stepX = Math.max(1, place.perPixelX() / (1 << grid.shiftX()));
        double stepY = Math.max(1, place.perPixelY() / (1 << grid.shiftY()));
        double firstX = place.cropX() / (1 << grid.shiftX());
        double firstY = place.cropY() / (1 << grid.shiftY());
        double lengthX = place.cropWidth() / (1 << grid.shiftX());
        double lengthY = place.cropHeight() / (1 << grid.shiftY());
        int leastX = (int) Math.clamp(Math.floor(firstX), 0, grid.width() - 1);
        int leastY = (int) Math.clamp(Math.floor(firstY), 0, grid.height() - 1);
        int mostX = (int) Math.clamp(Math.ceil(firstX + lengthX) - 1, leastX, grid.width() - 1);
        int mostY = (int) Math.clamp(Math.ceil(firstY + lengthY) - 1, leastY, grid.height() - 1);
        int width = (int) Math.ceil((mostX - leastX + 1) / stepX);
        int height = (int) Math.ceil((mostY - leastY + 1) / stepY);
        double startX = leastX + (stepX - 1) / 2;
        double startY = leastY + (stepY - 1) / 2;
        Scaling scaling = new Scaling(channel, Taps.of(width, startX, stepX, leastX, mostX),
                Taps.of(height, startY, stepY, leastY, mostY));
        float[] samples = new float[width * height];
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            scaling.read(y, row);
            System.arraycopy(row, 0, samples, y * width, width);
        }
        double scaleX = (1 << grid.shiftX()) * stepX;
        double scaleY = (1 << grid.shiftY()) * stepY;
        return new Image(samples, width, height, place.perPixelX() / scaleX,
                (place.cropX() - grid.pixelX(startX)) / scaleX, place.perPixelY() / scaleY,
                (place.cropY() - grid.pixelY(startY)) / scaleY);
    }

    private static float[] weights() {
        float[] weights = new float[PHASES * TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            for (int k = 0; k < TAPS; k++) {
                weights[phase * TAPS + k] = (float) Cubic.weight(k - 1 - (double) phase / PHASES);
            }
        }
        return weights;
    }

    @Override
    public void cover(int row, float[] into) {
        double dy = target.y() + row + Grid.HALF - place.centreY();
        for (int x = 0; x < target.width(); x++) {
            double dx = target.x() + x + Grid.HALF - place.centreX();
            double u = dx * cosine + dy * sine + place.width() / 2;
            double v = dy * cosine - dx * sine + place.height() / 2;
            into[x] = (float) (inside(u, place.width()) * inside(v, place.height()));
        }
    }

    private static double inside(double distance, double length) {
        return Math.max(0, Math.min(distance + Grid.HALF, length) - Math.max(distance - Grid.HALF, 0));
    }

    @Override
    public void read(int channel, int row, float[] into) {
        if (channels.get(channel).isOpaque()) {
            Arrays.fill(into, 1);
            return;
        }
        boolean perPixel = channel == LIGHT || channel == ALPHA;
        int step = perPixel ? 1 : 1 << target.shift();
        double dx = (perPixel ? target.x() + Grid.HALF : target.colorX(0)) - place.centreX();
        double dy = (perPixel ? target.y() + row + Grid.HALF : target.colorY(row)) - place.centreY();
        Image image = images[channel];
        double u = dx * cosine + dy * sine + place.width() / 2;
        double v = dy * cosine - dx * sine + place.height() / 2;
        sample(image, u * image.perX + image.offsetX, step * cosine * image.perX, v * image.perY + image.offsetY,
                -step * sine * image.perY, target.width() / step, into);
    }

    private static void sample(Image image, double firstX, double stepX, double firstY, double stepY, int count, float[] into) {
        int width = image.width;
        int height = image.height;
        float[] samples = image.samples;
        // Whole samples in the upper 32 bits, parts in the lower; half a phase more rounds to the nearest one.
        long x = Math.round((firstX + Grid.HALF / PHASES) * ONE);
        long y = Math.round((firstY + Grid.HALF / PHASES) * ONE);
        long dx = Math.round(stepX * ONE);
        long dy = Math.round(stepY * ONE);
        for (int i = 0; i < count; i++) {
            int column = (int) (x >> Integer.SIZE);
            int line = (int) (y >> Integer.SIZE);
            int weightX = ((int) x >>> PHASE_SHIFT) * TAPS;
            int weightY = ((int) y >>> PHASE_SHIFT) * TAPS;
            if (column >= 1 && line >= 1 && column < width - 2 && line < height - 2) {
                into[i] = inner(samples, width, (line - 1) * width + column - 1, weightX, weightY);
            } else {
                // Far beside the picture nothing is covered, whatever is sampled.
                boolean near = column >= -TAPS && line >= -TAPS && column < width + TAPS && line < height + TAPS;
                into[i] = near ? outer(samples, width, height, column - 1, line - 1, weightX, weightY) : 0;
            }
            x += dx;
            y += dy;
        }
    }

    private static float inner(float[] samples, int width, int start, int weightX, int weightY) {
        float a = WEIGHTS[weightX];
        float b = WEIGHTS[weightX + 1];
        float c = WEIGHTS[weightX + 2];
        float d = WEIGHTS[weightX + 3];
        int second = start + width;
        int third = second + width;
        int fourth = third + width;
        return (samples[start] * a + samples[start + 1] * b + samples[start + 2] * c + samples[start + 3] * d) * WEIGHTS[weightY]
                + (samples[second] * a + samples[second + 1] * b + samples[second + 2] * c + samples[second + 3] * d)
                        * WEIGHTS[weightY + 1]
                + (samples[third] * a + samples[third + 1] * b + samples[third + 2] * c + samples[third + 3] * d)
                        * WEIGHTS[weightY + 2]
                + (samples[fourth] * a + samples[fourth + 1] * b + samples[fourth + 2] * c + samples[fourth + 3] * d)
                        * WEIGHTS[weightY + 3];
    }

    private static float outer(float[] samples, int width, int height, int column, int line, int weightX, int weightY) {
        float sum = 0;
        for (int k = 0; k < TAPS; k++) {
            int row = Math.clamp(line + k, 0, height - 1) * width;
            float part = 0;
            for (int j = 0; j < TAPS; j++) {
                part += samples[row + Math.clamp(column + j, 0, width - 1)] * WEIGHTS[weightX + j];
            }
            sum += part * WEIGHTS[weightY + k];
        }
        return sum;
    }
}
