package org.reelbench.testcard;

import java.util.Random;

/** Luma to be damaged in the ways cameras, coders and editors do. Each damage returns a new picture. */
final class Picture {

    private final int width;
    private final int height;
    private final double[] samples;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        samples = new double[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double at(int x, int y) {
        return samples[y * width + x];
    }

    void set(int x, int y, double value) {
        samples[y * width + x] = value;
    }

    /** Gives each sample of the result. */
    @FunctionalInterface
    interface Rule {
        double value(int x, int y);
    }

    static Picture of(int width, int height, Rule rule) {
        Picture picture = new Picture(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.set(x, y, rule.value(x, y));
            }
        }
        return picture;
    }

    Picture noisy(Random random, double deviation) {
        return of(width, height, (x, y) -> at(x, y) + deviation * random.nextGaussian());
    }

    /** Changes contrast around middle grey, then brightness, and cuts off what does not fit into a byte. */
    Picture graded(double contrast, double brightness) {
        return of(width, height, (x, y) -> Math.clamp(128 + (at(x, y) - 128) * contrast + brightness, 0, 255));
    }

    Picture dissolved(Picture other, double share) {
        return of(width, height, (x, y) -> at(x, y) * (1 - share) + other.at(x, y) * share);
    }

    /** Shows another picture right of an edge. */
    Picture wiped(Picture other, int edge) {
        return of(width, height, (x, y) -> x < edge ? at(x, y) : other.at(x, y));
    }

    Picture blurred(int radius) {
        return of(width, height, (x, y) -> mean(x - radius, y - radius, x + radius + 1, y + radius + 1));
    }

    /** Scales by the mean of the area each new sample covers; enlarges by repeating samples. */
    Picture scaled(int newWidth, int newHeight) {
        double sx = (double) width / newWidth;
        double sy = (double) height / newHeight;
        return of(newWidth, newHeight, (x, y) -> mean(x * sx, y * sy, (x + 1) * sx, (y + 1) * sy));
    }

    /** Moves the picture; its edge samples fill what becomes free. */
    Picture moved(int dx, int dy) {
        return of(width, height, (x, y) -> at(Math.clamp(x - dx, 0, width - 1), Math.clamp(y - dy, 0, height - 1)));
    }

    /** Returns a part of the picture. */
    Picture cropped(int left, int top, int newWidth, int newHeight) {
        return of(newWidth, newHeight, (x, y) -> at(x + left, y + top));
    }

    /** Lays another picture over this one. */
    Picture withInset(Picture inset, int left, int top) {
        return of(width, height, (x, y) -> {
            boolean inside = x >= left && x < left + inset.width && y >= top && y < top + inset.height;
            return inside ? inset.at(x - left, y - top) : at(x, y);
        });
    }

    private double mean(double x0, double y0, double x1, double y1) {
        double left = Math.max(0, x0);
        double top = Math.max(0, y0);
        double right = Math.min(width, x1);
        double bottom = Math.min(height, y1);
        double sum = 0;
        for (int y = (int) top; y < bottom; y++) {
            double rows = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < right; x++) {
                sum += at(x, y) * rows * (Math.min(right, x + 1) - Math.max(left, x));
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
