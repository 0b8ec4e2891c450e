package org.reelbench.render.internal.slate;

import java.lang.foreign.ValueLayout;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PaintColor;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Stencil;
import org.reelbench.media.TextBlock;
import org.reelbench.media.Typeface;
import org.reelbench.time.RationalTime;

/** Draws a slate: what is wrong, the file's name as large as it fits, and why, on a ground that no film is mistaken for. */
final class SlatePicture {

    private static final PaintColor GROUND = new PaintColor(0x28, 0x2c, 0x34);
    private static final PaintColor STRIPE = new PaintColor(0x3a, 0x40, 0x4a);
    private static final PaintColor EDGE = new PaintColor(0xff, 0xb0, 0x20);
    private static final String TITLE = "Medium offline";
    private static final int QUARTER_TURN_DEGREES = 90;
    private static final int HALF_TURN_DEGREES = 180;
    /** Shares of the smaller side, or of the height. */
    private static final double TITLE_SIZE = 0.09;
    private static final double NAME_SIZE = 0.12;
    private static final double REASON_SIZE = 0.055;
    private static final double MARGIN = 0.06;
    /** How wide a letter is on the average, as a share of the font's size. */
    private static final double LETTER_WIDTH = 0.62;
    /** Smaller pictures have no room for letters. */
    private static final int LEAST_TEXT_PX = 5;

    private SlatePicture() {
    }

    /** Draws the slate of a medium at the size of its pictures; the caller closes it. */
    static MemoryFrame draw(MediaException why, int widthPx, int heightPx) {
        MemoryFrame frame = MemoryFrame.allocate(
                PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED), RationalTime.ZERO);
        ground(frame);
        double side = Math.min(heightPx, widthPx * 0.75);
        String name = fileName(why.medium());
        double room = widthPx * (1 - 2 * MARGIN);
        double leastSize = Math.max(LEAST_TEXT_PX, side * REASON_SIZE);
        String shown = shortened(name, (int) (room / (leastSize * LETTER_WIDTH)));
        double nameSize = Math.min(side * NAME_SIZE, room / (Math.max(1, shown.length()) * LETTER_WIDTH));
        write(frame, TITLE, Typeface.SANS_BOLD, side * TITLE_SIZE, heightPx * 0.28, room, EDGE);
        write(frame, shown, Typeface.SANS_BOLD, nameSize, heightPx * 0.5, room, PaintColor.WHITE);
        write(frame, why.explanation(), Typeface.SANS, side * REASON_SIZE, heightPx * 0.72, room, PaintColor.WHITE);
        return frame;
    }

    /** Draws the slate of a medium whose pictures are turned clockwise where they are shown; the caller closes it. */
    static MemoryFrame draw(MediaException why, int widthPx, int heightPx, int turnDegrees) {
        boolean onItsSide = turnDegrees % HALF_TURN_DEGREES != 0;
        MemoryFrame upright = draw(why, onItsSide ? heightPx : widthPx, onItsSide ? widthPx : heightPx);
        if (turnDegrees == 0) {
            return upright;
        }
        try (upright) {
            MemoryFrame stored = MemoryFrame.allocate(
                    PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED), RationalTime.ZERO);
            for (int plane = 0; plane < stored.format().pixelFormat().planes(); plane++) {
                turnBack(upright, stored, plane, turnDegrees);
            }
            return stored;
        }
    }

    private static void turnBack(MemoryFrame upright, MemoryFrame stored, int plane, int turnDegrees) {
        int width = stored.format().pixelFormat().rowBytes(plane, stored.format().widthPx());
        int height = stored.format().pixelFormat().rows(plane, stored.format().heightPx());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = switch (turnDegrees) {
                case QUARTER_TURN_DEGREES -> height - 1 - y;
                case HALF_TURN_DEGREES -> width - 1 - x;
                default -> y;
                };
                int fromY = switch (turnDegrees) {
                case QUARTER_TURN_DEGREES -> x;
                case HALF_TURN_DEGREES -> height - 1 - y;
                default -> width - 1 - x;
                };
                byte sample = upright.plane(plane).get(ValueLayout.JAVA_BYTE, (long) fromY * upright.strideBytes(plane) + fromX);
                stored.plane(plane).set(ValueLayout.JAVA_BYTE, (long) y * stored.strideBytes(plane) + x, sample);
            }
        }
    }

    private static void write(MemoryFrame frame, String text, Typeface typeface, double sizePx, double yPx, double roomPx,
            PaintColor color) {
        if (sizePx >= LEAST_TEXT_PX && !text.isBlank()) {
            int width = frame.format().widthPx();
            new TextBlock(text, typeface, sizePx, TextBlock.Align.CENTER, width / 2.0, yPx, roomPx)
                    .draw(width, frame.format().heightPx()).paint(frame, color, 1);
        }
    }

    private static void ground(MemoryFrame frame) {
        int width = frame.format().widthPx();
        int height = frame.format().heightPx();
        int[] samples = GROUND.samples(frame.format());
        for (int plane = 0; plane < 3; plane++) {
            frame.plane(plane).fill((byte) samples[plane]);
        }
        int step = Math.max(8, Math.min(width, height) / 8);
        int edge = Math.max(1, Math.min(width, height) / 60);
        byte[] stripes = new byte[width * height];
        byte[] edges = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean outside = x < edge || y < edge || x >= width - edge || y >= height - edge;
                stripes[y * width + x] = (byte) ((x + y) / step % 2 == 0 ? 255 : 0);
                edges[y * width + x] = (byte) (outside ? 255 : 0);
            }
        }
        new Stencil(0, 0, width, height, stripes).paint(frame, STRIPE, 1);
        new Stencil(0, 0, width, height, edges).paint(frame, EDGE, 1);
    }

    /** Names differ at their ends as a rule, so letters are left out in the middle. */
    static String shortened(String name, int most) {
        if (name.length() <= most || most < 3) {
            return name;
        }
        int tail = (most - 1) / 2;
        return name.substring(0, most - 1 - tail) + "…" + name.substring(name.length() - tail);
    }

    /** The last part of a path or an address, without what may be secret behind a question mark. */
    static String fileName(String medium) {
        String path = medium.matches("(?i)[a-z][a-z0-9+.-]+://.*") ? medium.replaceFirst("[?#].*", "") : medium;
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.isBlank() ? path : name;
    }
}
