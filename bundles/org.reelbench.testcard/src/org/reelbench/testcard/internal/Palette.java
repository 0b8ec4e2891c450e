package org.reelbench.testcard.internal;

import org.reelbench.media.ColorDescription;

/** The colours of one source's card: hues that follow each other by the golden angle, so that neighbours never look alike. */
record Palette(Ink sky, Ink ground, Ink pattern, Ink tile, Ink face, Ink lit, Ink accent, Ink paper) {

    private static final double GOLDEN_ANGLE = 137.508;
    private static final double YELLOW = 95;

    Palette(int source, ColorDescription color) {
        this(254 + source * GOLDEN_ANGLE, color);
    }

    private Palette(double hue, ColorDescription color) {
        this(field(0.68, 0.15, hue, color), field(0.42, 0.15, hue + 38, color), Ink.of(0.94, 0.08, hue, color),
                Ink.of(0.20, 0.025, hue + 20, color), Ink.of(0.31, 0.06, hue + 20, color), field(0.58, 0.17, hue + 160, color),
                Ink.of(0.86, 0.17, hue + 160, color), Ink.of(0.97, 0.012, hue, color));
    }

    /** Yellow looks like mud unless it is lighter than the others. */
    private static Ink field(double lightness, double chroma, double hue, ColorDescription color) {
        double yellow = Math.max(0, Math.cos(Math.toRadians(hue - YELLOW)));
        return Ink.of(lightness + 0.12 * yellow * yellow, chroma, hue, color);
    }
}
