package org.reelbench.media.internal.font;

import java.nio.ByteBuffer;

/** A shape of closed contours: unpacks its points and joins them by lines and curves. */
final class SimpleGlyph {

    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEATED = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private final int[] ends;
    private final byte[] flags;
    private final int[] x;
    private final int[] y;

    /**
     * Unpacks a shape.
     *
     * @param data the font
     * @param start where its contours begin
     * @param contours how many there are
     */
    SimpleGlyph(ByteBuffer data, int start, int contours) {
        ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = data.getShort(start + 2 * i) & 0xffff;
        }
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        int at = start + 2 * contours;
        // The instructions for coarse screens are not followed: shapes are drawn as they are designed.
        at += 2 + (data.getShort(at) & 0xffff);
        flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = data.get(at++);
            if ((flags[i] & REPEATED) != 0) {
                int times = data.get(at++) & 0xff;
                for (; times > 0; times--) {
                    flags[i + 1] = flags[i];
                    i++;
                }
            }
        }
        x = new int[points];
        at = coordinates(data, at, x, SHORT_X, SAME_X);
        y = new int[points];
        coordinates(data, at, y, SHORT_Y, SAME_Y);
    }

    private int coordinates(ByteBuffer data, int start, int[] values, int shortFlag, int sameFlag) {
        int at = start;
        int value = 0;
        for (int i = 0; i < values.length; i++) {
            boolean same = (flags[i] & sameFlag) != 0;
            if ((flags[i] & shortFlag) != 0) {
                int step = data.get(at++) & 0xff;
                value += same ? step : -step;
            } else if (!same) {
                value += data.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }

    /** Hands out the contours. Between two control points in a row the curve passes through their middle. */
    void outline(Outlines to) {
        int first = 0;
        for (int end : ends) {
            int count = end - first + 1;
            if (count > 1) {
                contour(first, count, to);
            }
            first = end + 1;
        }
    }

    private void contour(int first, int count, Outlines to) {
        boolean startsOn = isOn(first);
        double startX = startsOn
                ? x[first]
                : isOn(first + count - 1) ? x[first + count - 1] : middle(x, first, first + count - 1);
        double startY = startsOn
                ? y[first]
                : isOn(first + count - 1) ? y[first + count - 1] : middle(y, first, first + count - 1);
        double fromX = startX;
        double fromY = startY;
        for (int i = startsOn ? 1 : 0; i < count; i++) {
            int point = first + i;
            int next = first + (i + 1) % count;
            if (isOn(point)) {
                to.line(fromX, fromY, x[point], y[point]);
                fromX = x[point];
                fromY = y[point];
            } else {
                boolean last = i == count - 1;
                double toX = last ? startX : isOn(next) ? x[next] : middle(x, point, next);
                double toY = last ? startY : isOn(next) ? y[next] : middle(y, point, next);
                to.curve(fromX, fromY, x[point], y[point], toX, toY);
                fromX = toX;
                fromY = toY;
            }
        }
        to.line(fromX, fromY, startX, startY);
    }

    private boolean isOn(int point) {
        return (flags[point] & ON_CURVE) != 0;
    }

    private static double middle(int[] values, int one, int other) {
        return (values[one] + values[other]) / 2.0;
    }
}
