package org.reelbench.testcard.internal;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;

/** Paints one frame of a card: copies what does not move and paints over it what does. */
public final class CardPainter {

    private static final CardShelf SHELF = new CardShelf(64L << 20);
    private static final double FULL_TURN = 2 * Math.PI;

    private final Raster raster;
    private final CardArt art;
    private final Layout layout;

    private CardPainter(Raster raster, CardArt art, Layout layout) {
        this.raster = raster;
        this.art = art;
        this.layout = layout;
    }

    /**
     * Paints a card.
     *
     * @param frame the frame to paint over
     * @param source the source id, within range
     * @param frameNumber the frame number, within range
     */
    public static void paint(VideoFrame frame, int source, long frameNumber) {
        PictureFormat format = frame.format();
        switch (format.pixelFormat()) {
        case YUV420P, YUVA420P, YUV422P, YUV444P, YUVA444P, GRAY8 -> {
            // These have a luma plane first.
        }
        default -> throw new IllegalArgumentException("a test card is not drawn into " + format.pixelFormat());
        }
        Layout layout = Layout.of(format.widthPx(), format.heightPx(), frameNumber);
        CardArt art = SHELF.get(format, source, layout);
        CardPainter painter = new CardPainter(Raster.of(frame), art, layout);
        painter.raster.take(art.base);
        painter.sweep(frameNumber);
        painter.count(frameNumber);
        painter.bounce(frameNumber);
        painter.code(source, frameNumber, format.color());
    }

    /** Lights the dial's face from the top clockwise up to the hand; row by row, as two straight edges bound it. */
    private void sweep(long frameNumber) {
        double turn = (double) (frameNumber % Layout.FRAMES_PER_TURN) / Layout.FRAMES_PER_TURN;
        double angle = turn * FULL_TURN;
        double x = layout.dialX();
        double y = layout.dialY();
        double radius = layout.faceRadius() + 1;
        double slope = Math.tan(angle);
        int bottom = (int) Math.min(layout.height(), y + radius);
        for (int row = (int) Math.max(0, y - radius); row < bottom; row++) {
            double dy = row + 0.5 - y;
            double edge = x - dy * slope;
            if (dy < 0) {
                if (turn > 0.75) {
                    lightRow(x - radius, edge, row);
                }
                lightRow(x, turn < 0.25 ? edge : x + radius, row);
            } else if (turn > 0.25) {
                lightRow(turn < 0.75 ? edge : x - radius, x + radius, row);
            }
        }
        Shapes shapes = new Shapes(raster);
        double inner = layout.faceRadius() * 0.6;
        double outer = layout.faceRadius() * 0.98;
        shapes.line(x + Math.sin(angle) * inner, y - Math.cos(angle) * inner, x + Math.sin(angle) * outer,
                y - Math.cos(angle) * outer, layout.faceRadius() * 0.045, art.palette.accent(), 1);
    }

    private void lightRow(double fromX, double toX, int row) {
        raster.takeRow(art.litDial, art.litX, art.litY, fromX, toX, row);
    }

    private void count(long frameNumber) {
        long rest = frameNumber;
        for (int digit = layout.digits() - 1; digit >= 0; digit--) {
            raster.paste(art.digits[(int) (rest % 10)], layout.digitX(digit), layout.digitY());
            rest /= 10;
        }
    }

    private void bounce(long frameNumber) {
        Shapes shapes = new Shapes(raster);
        double radius = layout.ballRadius();
        double x = layout.ballX(frameNumber);
        double y = layout.ballY(frameNumber);
        double near = 1 - (layout.floor() - y) / layout.height() * 4;
        shapes.ellipse(x, layout.floor(), radius * (0.5 + 0.5 * near), radius * 0.22, art.palette.tile(), 0.3 + 0.4 * near);
        for (int past = 3; past > 0; past--) {
            double then = Math.max(0, frameNumber - 1.5 * past);
            shapes.disc(layout.ballX(then), layout.ballY(then), radius * (1 - 0.12 * past), art.palette.accent(), 0.4 / past);
        }
        shapes.disc(x, y, radius, art.palette.accent(), 1);
        shapes.disc(x - radius * 0.3, y - radius * 0.35, radius * 0.28, art.palette.paper(), 0.85);
    }

    private void code(int source, long frameNumber, ColorDescription color) {
        int black = color.range() == Range.LIMITED ? 16 : 0;
        int white = color.range() == Range.LIMITED ? 235 : 255;
        boolean[][] blocks = CodeStrip.encode(source, frameNumber);
        double left = layout.width() * CodeStrip.LEFT;
        double top = layout.height() * CodeStrip.TOP;
        double blockWidth = layout.width() * CodeStrip.BLOCK_WIDTH;
        double blockHeight = layout.height() * CodeStrip.BLOCK_HEIGHT;
        for (int row = 0; row < CodeStrip.ROWS; row++) {
            double y = top + row * blockHeight;
            for (int column = 0; column < CodeStrip.COLUMNS; column++) {
                double x = left + column * blockWidth;
                raster.fillPlane(0, x, y, x + blockWidth, y + blockHeight, blocks[row][column] ? white : black);
            }
        }
    }
}
