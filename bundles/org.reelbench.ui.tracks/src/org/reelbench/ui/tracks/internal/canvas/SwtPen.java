package org.reelbench.ui.tracks.internal.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.StillPicture;
import org.reelbench.ui.tracks.internal.paint.Pen;

/** Draws with a graphics context of SWT. */
final class SwtPen implements Pen {

    private static final String ELLIPSIS = "\u2026";
    private static final int OPAQUE = 255;
    private static final int BGRX_DEPTH = 32;
    private static final PaletteData BGRX = new PaletteData(0xff00, 0xff0000, 0xff000000);
    private static final int TEXT_STYLE = SWT.DRAW_TRANSPARENT;

    private final GC gc;
    private final Rectangle all;
    private final Font nameFont;
    private final ThumbnailImages pictures;

    SwtPen(GC gc, Font nameFont, ThumbnailImages pictures) {
        this.pictures = pictures;
        this.gc = gc;
        this.nameFont = nameFont;
        this.all = gc.getClipping();
        gc.setAntialias(SWT.OFF);
    }

    @Override
    public void fill(int x, int y, int width, int height, Color color) {
        gc.setBackground(color);
        gc.fillRectangle(x, y, width, height);
    }

    @Override
    public void tint(int x, int y, int width, int height, Color color, int alpha) {
        gc.setAlpha(alpha);
        fill(x, y, width, height, color);
        gc.setAlpha(OPAQUE);
    }

    @Override
    public void frame(int x, int y, int width, int height, Color color) {
        gc.setForeground(color);
        gc.drawRectangle(x, y, width - 1, height - 1);
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, Color color) {
        boolean slanted = x1 != x2 && y1 != y2;
        if (slanted) {
            gc.setAntialias(SWT.ON);
        }
        gc.setForeground(color);
        gc.drawLine(x1, y1, x2, y2);
        if (slanted) {
            gc.setAntialias(SWT.OFF);
        }
    }

    @Override
    public void polygon(int[] points, Color color) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(color);
        gc.fillPolygon(points);
        gc.setAntialias(SWT.OFF);
    }

    @Override
    public void text(String text, int x, int y, int maxWidth, Color color, Face face) {
        gc.setFont(font(face));
        gc.setForeground(color);
        gc.drawText(fitted(text, maxWidth), x, y, TEXT_STYLE);
    }

    /** As much of a text as there is room for; found by halving, because measuring costs. */
    private String fitted(String text, int maxWidth) {
        if (gc.textExtent(text, TEXT_STYLE).x <= maxWidth) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (gc.textExtent(text.substring(0, middle) + ELLIPSIS, TEXT_STYLE).x <= maxWidth) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }

    @Override
    public int width(String text, Face face) {
        gc.setFont(font(face));
        return gc.textExtent(text, TEXT_STYLE).x;
    }

    @Override
    public int lineHeight(Face face) {
        gc.setFont(font(face));
        return gc.getFontMetrics().getHeight();
    }

    private Font font(Face face) {
        return switch (face) {
        case NAME -> nameFont;
        case SMALL -> Theme.smallFont();
        case TIMECODE -> Theme.timecodeFont();
        };
    }

    @Override
    public void icon(String name, int x, int y) {
        gc.drawImage(Icons.image(name), x, y);
    }

    @Override
    public void picture(Thumbnail picture, int x, int y, int width, int height, int maxWidth) {
        int shown = Math.min(width, maxWidth);
        int seen = Math.max(1, picture.widthPx() * shown / Math.max(1, width));
        if (shown > 0) {
            gc.drawImage(pictures.of(picture), 0, 0, seen, picture.heightPx(), x, y, shown, height);
        }
    }

    /** A picture that is trimmed to is painted a few times and never again, so it is not kept. */
    @Override
    public void still(StillPicture picture, int x, int y, int width, int height) {
        Image image = new Image(gc.getDevice(), new ImageData(picture.widthPx(), picture.heightPx(), BGRX_DEPTH, BGRX,
                picture.widthPx() * BGRX_DEPTH / Byte.SIZE, picture.bgrx()));
        gc.drawImage(image, 0, 0, picture.widthPx(), picture.heightPx(), x, y, width, height);
        image.dispose();
    }

    @Override
    public void clip(int x, int y, int width, int height) {
        gc.setClipping(all.intersection(new Rectangle(x, y, width, height)));
    }

    @Override
    public void unclip() {
        gc.setClipping(all);
    }
}
