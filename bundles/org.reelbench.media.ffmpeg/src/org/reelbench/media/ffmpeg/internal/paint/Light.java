package org.reelbench.media.ffmpeg.internal.paint;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Primaries;

/**
 * Red, green and blue as coded by one description to those of another, by the light that they mean. High dynamic range is shown on
 * a screen whose white is the white of diffuse reflection, 203 cd/m²: what is darker than half of that stays as bright as it was,
 * what is brighter is pressed together up to the brightest light of the source, taken to be 1,000 cd/m².
 * <p>
 * Source: ITU-R BT.2100 (hybrid log-gamma, perceptual quantisation), BT.2390 (the roll-off), BT.2408 (203 cd/m²), BT.1886.
 */
final class Light {

    private static final double WHITE_NITS = 203;
    private static final double SOURCE_PEAK_NITS = 1000;
    private static final double PQ_PEAK_NITS = 10_000;
    private static final double SCREEN_GAMMA = 2.4;
    private static final double HLG_SYSTEM_GAMMA = 1.2;
    private static final double HLG_A = 0.17883277;
    private static final double HLG_B = 1 - 4 * HLG_A;
    private static final double HLG_C = 0.5 - HLG_A * Math.log(4 * HLG_A);
    private static final double PQ_M1 = 2610.0 / 16384;
    private static final double PQ_M2 = 2523.0 / 4096 * 128;
    private static final double PQ_C1 = 3424.0 / 4096;
    private static final double PQ_C2 = 2413.0 / 4096 * 32;
    private static final double PQ_C3 = 2392.0 / 4096 * 32;

    private final ColorDescription from;
    private final double[][] gamut;
    private final double[] luminanceFrom;
    private final double[] luminanceTo;

    /**
     * Creates a conversion.
     *
     * @param from what the numbers mean
     * @param to the primaries they are to be of, in standard dynamic range
     */
    Light(ColorDescription from, Primaries to) {
        this.from = from;
        this.gamut = Gamut.matrix(from.primaries(), to);
        this.luminanceFrom = Gamut.luminance(from.primaries());
        this.luminanceTo = Gamut.luminance(to);
    }

    /** Converts a colour, coded from 0 to 1, to another one coded so. */
    double[] convert(double red, double green, double blue) {
        double[] light = switch (from.transfer()) {
        case SDR -> new double[] { Math.pow(red, SCREEN_GAMMA), Math.pow(green, SCREEN_GAMMA), Math.pow(blue, SCREEN_GAMMA) };
        case HLG -> pressed(hlg(red, green, blue));
        case PQ -> pressed(new double[] { fromPq(red), fromPq(green), fromPq(blue) });
        };
        double[] shown = inside(Gamut.apply(gamut, light));
        for (int i = 0; i < shown.length; i++) {
            shown[i] = Math.pow(shown[i], 1 / SCREEN_GAMMA);
        }
        return shown;
    }

    private double[] hlg(double red, double green, double blue) {
        double[] scene = { fromHlg(red), fromHlg(green), fromHlg(blue) };
        double luminance = dot(luminanceFrom, scene);
        double factor = luminance <= 0 ? 0 : SOURCE_PEAK_NITS * Math.pow(luminance, HLG_SYSTEM_GAMMA - 1);
        return new double[] { scene[0] * factor, scene[1] * factor, scene[2] * factor };
    }

    private static double fromHlg(double coded) {
        return coded <= 0.5 ? coded * coded / 3 : (Math.exp((coded - HLG_C) / HLG_A) + HLG_B) / 12;
    }

    private static double fromPq(double coded) {
        double root = Math.pow(coded, 1 / PQ_M2);
        return PQ_PEAK_NITS * Math.pow(Math.max(0, root - PQ_C1) / (PQ_C2 - PQ_C3 * root), 1 / PQ_M1);
    }

    private static double toPq(double nits) {
        double power = Math.pow(Math.max(0, nits) / PQ_PEAK_NITS, PQ_M1);
        return Math.pow((PQ_C1 + PQ_C2 * power) / (1 + PQ_C3 * power), PQ_M2);
    }

    /** Light in cd/m² as parts of the screen's white, the hue kept. */
    private double[] pressed(double[] nits) {
        double luminance = dot(luminanceFrom, nits);
        if (luminance <= 0) {
            return new double[3];
        }
        double factor = rollOff(luminance) / luminance / WHITE_NITS;
        return new double[] { nits[0] * factor, nits[1] * factor, nits[2] * factor };
    }

    /** BT.2390: a spline in the numbers of perceptual quantisation. */
    private static double rollOff(double nits) {
        double peak = toPq(SOURCE_PEAK_NITS);
        double most = toPq(WHITE_NITS) / peak;
        double knee = 1.5 * most - 0.5;
        double coded = Math.min(1, toPq(nits) / peak);
        if (coded <= knee) {
            return nits;
        }
        double t = (coded - knee) / (1 - knee);
        double pressed = (2 * t * t * t - 3 * t * t + 1) * knee + (t * t * t - 2 * t * t + t) * (1 - knee)
                + (3 * t * t - 2 * t * t * t) * most;
        return fromPq(pressed * peak);
    }

    /** What no screen of these primaries can show is mixed with grey of the same luminance until it can. */
    private double[] inside(double[] light) {
        double grey = Math.clamp(dot(luminanceTo, light), 0, 1);
        double keep = 1;
        for (double channel : light) {
            if (channel > 1 && channel > grey) {
                keep = Math.min(keep, (1 - grey) / (channel - grey));
            } else if (channel < 0 && channel < grey) {
                keep = Math.min(keep, grey / (grey - channel));
            }
        }
        double[] inside = new double[3];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.clamp(grey + (light[i] - grey) * keep, 0, 1);
        }
        return inside;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
