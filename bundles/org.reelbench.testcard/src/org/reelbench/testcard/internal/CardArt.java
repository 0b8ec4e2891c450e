package org.reelbench.testcard.internal;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;

/** The unmoving parts of one source's card in one format, painted once. */
final class CardArt {

    /** White, yellow, cyan, green, magenta, red and blue at three quarters, as on any test picture. */
    private static final int COLOR_BARS = 7;
    private static final int GREY_BARS = 8;

    /** The whole card without what moves. */
    final Raster base;
    /** The dial's square again, with its face lit. */
    final Raster litDial;
    final int litX;
    final int litY;
    /** The digits 0 to 9, on the colour of the counter's tiles. */
    final Raster[] digits = new Raster[10];
    final Palette palette;
    private final Layout layout;

    CardArt(PictureFormat format, int source, Layout layout) {
        this.layout = layout;
        palette = new Palette(source, format.color());
        base = Raster.allocate(format);
        new Backdrop(source, palette, layout).paint(base);
        Shapes shapes = new Shapes(base);
        paintStripPanel(shapes, format.color());
        paintHeader(shapes, source);
        paintCounter(shapes);
        paintBars(format.color());
        paintCorners(shapes);
        paintDialRim(shapes);

        double reach = layout.dialRadius();
        litX = Math.max(0, Layout.even(layout.dialX() - reach) - 2);
        litY = Math.max(0, Layout.even(layout.dialY() - reach) - 2);
        int litWidth = Math.min(format.widthPx() - litX, Layout.even(2 * reach) + 4);
        int litHeight = Math.min(format.heightPx() - litY, Layout.even(2 * reach) + 4);
        Raster unlit = base.cut(litX, litY, litWidth, litHeight);
        paintFace(shapes, palette.lit(), source);
        litDial = base.cut(litX, litY, litWidth, litHeight);
        base.paste(unlit, litX, litY);
        paintFace(shapes, palette.face(), source);
        paintDigits(format);
    }

    long bytes() {
        return base.bytes() + litDial.bytes() + digits.length * digits[0].bytes();
    }

    private void paintStripPanel(Shapes shapes, ColorDescription color) {
        double left = layout.width() * CodeStrip.LEFT;
        double top = layout.height() * CodeStrip.TOP;
        double right = layout.width() - left;
        double bottom = top + layout.height() * CodeStrip.BLOCK_HEIGHT * CodeStrip.ROWS;
        double border = layout.shortSide() * 0.014;
        shapes.roundedRectangle(left - border, top - border, right + border, bottom + border, border, palette.tile(), 1);
        // Grey below the blocks keeps chroma neutral there; their luma is painted for each frame.
        base.fill(left, top, right, bottom, Ink.ofRgb(0.5, 0.5, 0.5, color));
    }

    private void paintHeader(Shapes shapes, int source) {
        double dot = layout.labelDot();
        double top = layout.height() * 0.052 - dot * BlockFont.HEIGHT / 2;
        double left = layout.width() * CodeStrip.LEFT;
        String size = layout.width() + "X" + layout.height();
        shapes.text(left, top, dot, "REELBENCH", palette.paper(), 1);
        shapes.text(layout.width() - left - BlockFont.dots(size) * dot, top, dot, size, palette.paper(), 0.8);
        double labelTop = layout.counterTop() - dot * (BlockFont.HEIGHT + 4.5);
        shapes.text(layout.counterLeft(), labelTop, dot, "FRAME", palette.paper(), 0.8);
        String name = "SOURCE " + source;
        shapes.text(layout.counterRight() - BlockFont.dots(name) * dot, labelTop, dot, name, palette.paper(), 1);
    }

    private void paintCounter(Shapes shapes) {
        double radius = layout.tileGap();
        for (int digit = 0; digit < layout.digits(); digit++) {
            double x = layout.tileLeft(digit);
            shapes.roundedRectangle(x, layout.counterTop(), x + layout.tileWidth(), layout.counterBottom(), radius,
                    palette.tile(), 1);
        }
        shapes.line(layout.counterLeft(), layout.floor(), layout.counterRight(), layout.floor(), layout.shortSide() * 0.004,
                palette.paper(), 0.7);
    }

    private void paintDigits(PictureFormat format) {
        PictureFormat tile = PictureFormat.of(layout.digitWidth(), layout.digitHeight(), format.pixelFormat(), format.color());
        double dot = layout.digitDot();
        for (int digit = 0; digit < digits.length; digit++) {
            digits[digit] = Raster.allocate(tile);
            digits[digit].fill(0, 0, tile.widthPx(), tile.heightPx(), palette.tile());
            new Shapes(digits[digit]).text((tile.widthPx() - dot * BlockFont.WIDTH) / 2,
                    (tile.heightPx() - dot * BlockFont.HEIGHT) / 2, dot, Integer.toString(digit), palette.paper(), 1);
        }
    }

    private void paintBars(ColorDescription color) {
        double left = layout.width() * CodeStrip.LEFT;
        double each = (layout.width() - 2 * left) / (COLOR_BARS + GREY_BARS);
        for (int i = 0; i < COLOR_BARS; i++) {
            int bits = 7 - i;
            Ink bar = Ink.ofRgb((bits >> 1 & 1) * 0.75, (bits >> 2 & 1) * 0.75, (bits & 1) * 0.75, color);
            fillBar(left + i * each, left + (i + 1) * each, bar);
        }
        for (int i = 0; i < GREY_BARS; i++) {
            double grey = i / (GREY_BARS - 1.0);
            double x = left + (COLOR_BARS + i) * each;
            fillBar(x, x + each, Ink.ofRgb(grey, grey, grey, color));
        }
    }

    /** Even edges keep a bar's colour from showing beside its luma. */
    private void fillBar(double left, double right, Ink ink) {
        base.fill(Layout.even(left), layout.height() * 0.905, Layout.even(right), layout.height() * 0.955, ink);
    }

    private void paintCorners(Shapes shapes) {
        double inset = layout.shortSide() * 0.025;
        double length = layout.shortSide() * 0.05;
        double thickness = layout.shortSide() * 0.005;
        for (int corner = 0; corner < 4; corner++) {
            boolean right = corner % 2 == 1;
            boolean low = corner / 2 == 1;
            double x = right ? layout.width() - inset : inset;
            double y = low ? layout.height() - inset : inset;
            shapes.line(x, y, x + (right ? -length : length), y, thickness, palette.paper(), 0.9);
            shapes.line(x, y, x, y + (low ? -length : length), thickness, palette.paper(), 0.9);
        }
    }

    private void paintDialRim(Shapes shapes) {
        double x = layout.dialX();
        double y = layout.dialY();
        double radius = layout.dialRadius();
        shapes.disc(x, y + radius * 0.04, radius * 1.05, palette.tile(), 0.35);
        shapes.disc(x, y, radius, palette.tile(), 1);
        shapes.ring(x, y, radius * 0.985, radius * 0.03, palette.paper(), 1);
    }

    private void paintFace(Shapes shapes, Ink face, int source) {
        double x = layout.dialX();
        double y = layout.dialY();
        double radius = layout.faceRadius();
        shapes.disc(x, y, radius, face, 1);
        shapes.line(x - radius, y, x + radius, y, radius * 0.012, palette.paper(), 0.35);
        shapes.line(x, y - radius, x, y + radius, radius * 0.012, palette.paper(), 0.35);
        shapes.ring(x, y, radius * 0.62, radius * 0.02, palette.paper(), 0.9);
        for (int tick = 0; tick < 50; tick++) {
            double angle = tick * Math.PI / 25;
            boolean tenth = tick % 5 == 0;
            double inner = radius * (tenth ? 0.86 : 0.93);
            double outer = radius * 0.97;
            shapes.line(x + Math.sin(angle) * inner, y - Math.cos(angle) * inner, x + Math.sin(angle) * outer,
                    y - Math.cos(angle) * outer, radius * (tenth ? 0.028 : 0.014), palette.paper(), tenth ? 1 : 0.7);
        }
        String name = Integer.toString(source);
        double dot = radius * (name.length() == 1 ? 0.105 : name.length() == 2 ? 0.083 : 0.058);
        shapes.disc(x, y, radius * 0.56, palette.tile(), 1);
        shapes.text(x - BlockFont.dots(name) * dot / 2, y - BlockFont.HEIGHT * dot / 2, dot, name, palette.paper(), 1);
    }
}
