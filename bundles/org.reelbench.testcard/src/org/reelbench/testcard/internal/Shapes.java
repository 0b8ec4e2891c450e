package org.reelbench.testcard.internal;

/** The shapes the card is made of, painted where they belong. */
final class Shapes {

    private final Raster raster;

    Shapes(Raster raster) {
        this.raster = raster;
    }

    void disc(double cx, double cy, double radius, Ink ink, double opacity) {
        raster.shape(cx - radius, cy - radius, cx + radius, cy + radius,
                (x, y, px) -> edge(length(x - cx, y - cy) - radius, px), ink, opacity);
    }

    void ellipse(double cx, double cy, double rx, double ry, Ink ink, double opacity) {
        double flat = Math.min(rx, ry);
        raster.shape(cx - rx, cy - ry, cx + rx, cy + ry,
                (x, y, px) -> edge((length((x - cx) / rx, (y - cy) / ry) - 1) * flat, px), ink, opacity);
    }

    void ring(double cx, double cy, double radius, double thickness, Ink ink, double opacity) {
        double half = thickness / 2;
        double outer = radius + half;
        raster.shape(cx - outer, cy - outer, cx + outer, cy + outer,
                (x, y, px) -> edge(Math.abs(length(x - cx, y - cy) - radius) - half, px), ink, opacity);
    }

    /** A line with round ends. */
    void line(double x0, double y0, double x1, double y1, double thickness, Ink ink, double opacity) {
        double half = thickness / 2;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = Math.max(1e-9, dx * dx + dy * dy);
        raster.shape(Math.min(x0, x1) - half, Math.min(y0, y1) - half, Math.max(x0, x1) + half, Math.max(y0, y1) + half,
                (x, y, px) -> {
                    double along = Math.clamp(((x - x0) * dx + (y - y0) * dy) / squared, 0, 1);
                    return edge(length(x - x0 - along * dx, y - y0 - along * dy) - half, px);
                }, ink, opacity);
    }

    void roundedRectangle(double x0, double y0, double x1, double y1, double radius, Ink ink, double opacity) {
        double cx = (x0 + x1) / 2;
        double cy = (y0 + y1) / 2;
        double halfWidth = (x1 - x0) / 2 - radius;
        double halfHeight = (y1 - y0) / 2 - radius;
        raster.shape(x0, y0, x1, y1, (x, y, px) -> {
            double dx = Math.abs(x - cx) - halfWidth;
            double dy = Math.abs(y - cy) - halfHeight;
            return edge(length(Math.max(0, dx), Math.max(0, dy)) + Math.min(0, Math.max(dx, dy)) - radius, px);
        }, ink, opacity);
    }

    /** Text in the block font: its upper left corner, and how large one dot of the font is. */
    void text(double left, double top, double dot, String text, Ink ink, double opacity) {
        for (int i = 0; i < text.length(); i++) {
            BlockFont.Glyph glyph = BlockFont.glyph(text.charAt(i));
            double x0 = left + i * BlockFont.ADVANCE * dot;
            raster.shape(x0, top, x0 + BlockFont.WIDTH * dot, top + BlockFont.HEIGHT * dot,
                    (x, y, px) -> glyph.coverage((x - x0) / dot, (y - top) / dot, px / dot), ink, opacity);
        }
    }

    /** Turns the distance from a shape's edge into coverage: an edge is one sample wide. */
    private static double edge(double distance, double samplePx) {
        return 0.5 - distance / samplePx;
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
