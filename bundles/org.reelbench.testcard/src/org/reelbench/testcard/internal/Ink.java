package org.reelbench.testcard.internal;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Range;

/** A colour as the numbers a frame's planes want. */
record Ink(int y, int u, int v) {

    /**
     * Converts a colour of the Oklab space (Björn Ottosson, 2020) in polar form: there, hues of one lightness look equally light,
     * so that every source's card has the same weight.
     *
     * @param lightness 0 (black) to 1 (white)
     * @param chroma 0 (grey) to about 0.3
     * @param hue in degrees
     * @param color what the frame's numbers mean
     */
    static Ink of(double lightness, double chroma, double hue, ColorDescription color) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return ofRgb(gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), color);
    }

    /** Converts red, green and blue of 0 to 1, as they are shown (not linear light). */
    static Ink ofRgb(double red, double green, double blue, ColorDescription color) {
        double kr;
        double kb;
        switch (color.matrix()) {
        case BT601 -> {
            kr = 0.299;
            kb = 0.114;
        }
        case BT709 -> {
            kr = 0.2126;
            kb = 0.0722;
        }
        case BT2020 -> {
            kr = 0.2627;
            kb = 0.0593;
        }
        case RGB -> throw new IllegalArgumentException("planes of red, green and blue are not drawn into");
        default -> throw new IllegalStateException(color.toString());
        }
        boolean limited = color.range() == Range.LIMITED;
        double luma = kr * red + (1 - kr - kb) * green + kb * blue;
        double chroma = limited ? 224 : 255;
        return new Ink(clamp(limited ? 16 + 219 * luma : 255 * luma), clamp(128 + chroma * (blue - luma) / (2 * (1 - kb))),
                clamp(128 + chroma * (red - luma) / (2 * (1 - kr))));
    }

    /** Mixes in another colour; 0 leaves this one, 1 gives the other. */
    Ink mix(Ink other, double share) {
        return new Ink(clamp(y + (other.y - y) * share), clamp(u + (other.u - u) * share), clamp(v + (other.v - v) * share));
    }

    int plane(int plane) {
        return switch (plane) {
        case 0 -> y;
        case 1 -> u;
        case 2 -> v;
        default -> 255;
        };
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double gamma(double linear) {
        double light = Math.clamp(linear, 0, 1);
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
