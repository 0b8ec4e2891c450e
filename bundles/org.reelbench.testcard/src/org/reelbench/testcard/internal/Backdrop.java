package org.reelbench.testcard.internal;

/** What lies behind everything: a slanted gradient of the source's colours with one of seven patterns. */
final class Backdrop {

    private static final double STRENGTH = 0.13;

    private final int source;
    private final Palette palette;
    private final Layout layout;
    private final double unit;

    Backdrop(int source, Palette palette, Layout layout) {
        this.source = source;
        this.palette = palette;
        this.layout = layout;
        unit = Math.min(layout.height(), layout.width()) / 9.0;
    }

    void paint(Raster raster) {
        double width = layout.width();
        double height = layout.height();
        raster.paintAll((plane, x, y) -> {
            double down = Math.clamp(0.15 + 0.25 * x / width + 0.6 * y / height - 0.1, 0, 1);
            double from = palette.sky().plane(plane);
            double value = from + (palette.ground().plane(plane) - from) * down;
            // A distance from the pattern's edge makes a soft edge of one pixel.
            double share = Math.clamp(0.5 - pattern(x, y), 0, 1) * STRENGTH * (1 - 0.5 * down);
            return value + (palette.pattern().plane(plane) - value) * share;
        });
    }

    private double pattern(double x, double y) {
        double dx = x - layout.dialX();
        double dy = y - layout.dialY();
        return switch (source % 7) {
        case 0 -> Math.sin(Math.atan2(dy, dx) * 14) * Math.sqrt(dx * dx + dy * dy) / 14;
        case 1 -> band(x + y, 2 * unit);
        case 2 -> band(Math.sqrt(dx * dx + dy * dy), 1.6 * unit);
        case 3 -> dots(x, y);
        case 4 -> band(y + 0.45 * unit * Math.sin(x / unit * 1.2), 1.5 * unit);
        case 5 -> band(y + Math.abs(wrap(x, 3 * unit)) * 0.8, 1.8 * unit);
        default -> Math.max(band(x + y, 2.4 * unit), band(x - y, 2.4 * unit));
        };
    }

    private double dots(double x, double y) {
        double row = Math.floor(y / unit);
        double cx = wrap(x + (row % 2) * unit / 2, unit);
        double cy = wrap(y - unit / 2, unit);
        return Math.sqrt(cx * cx + cy * cy) - unit * (0.12 + 0.26 * y / layout.height());
    }

    /** Distance from stripes half as wide as their period. */
    private static double band(double along, double period) {
        return Math.abs(wrap(along, period)) - period / 4;
    }

    /** Returns how far a point is from the nearest multiple of the period. */
    private static double wrap(double along, double period) {
        return along - period * Math.round(along / period);
    }
}
