package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;

import java.nio.file.Path;
import java.util.List;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.Fixtures;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;

/** Patches of known light, coded in every way films are, read and composed: what is seen, against what was meant. */
class ColorManagedTest {

    private static final int PATCH_PX = 16;
    private static final int COLUMNS = 5;
    private static final int ROWS = 4;
    private static final double WHITE_NITS = 203;

    /** Red, green and blue light of BT.709, 1 being the screen's white. */
    private static final double[][] LIGHTS = { { 0, 0, 0 }, { 0.02, 0.02, 0.02 }, { 0.18, 0.18, 0.18 }, { 0.4, 0.4, 0.4 },
            { 0.4, 0.02, 0.02 }, { 0.02, 0.4, 0.02 }, { 0.03, 0.03, 0.35 }, { 0.35, 0.3, 0.05 }, { 0.05, 0.3, 0.35 },
            { 0.3, 0.05, 0.3 }, { 0.40, 0.27, 0.22 }, { 0.13, 0.09, 0.07 }, { 0.10, 0.16, 0.30 }, { 0.12, 0.20, 0.06 },
            { 0.25, 0.24, 0.40 }, { 0.11, 0.38, 0.30 }, { 0.36, 0.20, 0.04 }, { 0.06, 0.08, 0.30 }, { 0.3, 0.07, 0.1 },
            { 0.07, 0.04, 0.1 } };

    /** Rows of the conversion from XYZ of D65 to BT.709, BT.601 with 525 and 625 lines, BT.2020 and Display P3, as published. */
    private static final double[][] TO_709 = { { 3.2404542, -1.5371385, -0.4985314 }, { -0.9692660, 1.8760108, 0.0415560 },
            { 0.0556434, -0.2040259, 1.0572252 } };
    private static final double[][] TO_525 = { { 3.5053960, -1.7394894, -0.5439640 }, { -1.0690722, 1.9778245, 0.0351722 },
            { 0.0563200, -0.1970226, 1.0502026 } };
    private static final double[][] TO_625 = { { 3.0628971, -1.3931791, -0.4757517 }, { -0.9692660, 1.8760108, 0.0415560 },
            { 0.0678775, -0.2288548, 1.0693490 } };
    private static final double[][] TO_2020 = { { 1.7166512, -0.3556708, -0.2533663 }, { -0.6666844, 1.6164812, 0.0157685 },
            { 0.0176399, -0.0427706, 0.9421031 } };
    private static final double[][] TO_P3 = { { 2.4934969, -0.9313836, -0.4027108 }, { -0.8294890, 1.7626641, 0.0236247 },
            { 0.0358458, -0.0761724, 0.9568845 } };
    private static final double[][] FROM_709 = { { 0.4124564, 0.3575761, 0.1804375 }, { 0.2126729, 0.7151522, 0.0721750 },
            { 0.0193339, 0.1191920, 0.9503041 } };

    @ParameterizedTest
    @CsvSource({ "smpte170m, tv, smpte170m, smpte170m", "bt470bg, tv, bt470bg, bt470bg", "smpte170m, pc, smpte170m, smpte170m",
            "bt709, tv, bt709, bt709", "bt709, pc, bt709, bt709", "bt2020nc, tv, bt2020, bt2020-10",
            "bt709, tv, smpte432, bt709", "bt2020nc, tv, bt2020, arib-std-b67", "bt2020nc, pc, bt2020, arib-std-b67",
            "bt2020nc, tv, bt2020, smpte2084" })
    void patchesAreSeenAsTheyWereMeant(String matrix, String range, String primaries, String transfer) throws Exception {
        Path file = film(matrix, range, primaries, transfer, LIGHTS);
        try (Film film = Film.open(file); VideoFrame composed = film.composed(RationalTime.ZERO)) {
            assertEquals(avutil.AVCOL_PRI_BT709, ((FfmpegFrame) composed).avFrame().color_primaries());
            assertEquals(avutil.AVCOL_TRC_BT709, ((FfmpegFrame) composed).avFrame().color_trc());
            for (int i = 0; i < LIGHTS.length; i++) {
                double deltaE = distance(lab(LIGHTS[i]), lab(light(composed, i)));
                assertTrue(deltaE <= 3, "patch " + i + " is off by ΔE " + deltaE + ": "
                        + java.util.Arrays.toString(LIGHTS[i]) + " is seen as " + java.util.Arrays.toString(light(composed, i)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "arib-std-b67", "smpte2084" })
    void highlightsArePressedTogetherInTheirOrder(String transfer) throws Exception {
        double[][] greys = new double[COLUMNS * ROWS][];
        for (int i = 0; i < greys.length; i++) {
            double nits = 20 * Math.pow(50, i / (greys.length - 1.0));
            greys[i] = new double[] { nits / WHITE_NITS, nits / WHITE_NITS, nits / WHITE_NITS };
        }
        try (Film film = Film.open(film("bt2020nc", "tv", "bt2020", transfer, greys));
                VideoFrame composed = film.composed(RationalTime.ZERO)) {
            double before = 0;
            for (int i = 0; i < greys.length; i++) {
                double[] seen = light(composed, i);
                // The brightest are so near each other that steps of 8 bits cannot tell them apart.
                assertTrue(i < 14 ? seen[0] > before : seen[0] >= before, "grey " + i);
                assertEquals(seen[0], seen[1], 0.02);
                assertEquals(seen[0], seen[2], 0.02);
                before = seen[0];
            }
            assertEquals(1, before, 0.01, "1,000 cd/m² are white");
        }
    }

    @Test
    void lightThatNoScreenShowsKeepsItsHue() throws Exception {
        // The greens and reds of BT.2020 itself lie outside of what BT.709 holds.
        double[][] wild = new double[COLUMNS * ROWS][];
        for (int i = 0; i < wild.length; i++) {
            wild[i] = new double[] { 0.1, 0.1, 0.1 };
        }
        wild[0] = new double[] { -0.15, 0.4, -0.02 };
        wild[1] = new double[] { 0.5, -0.03, -0.005 };
        try (Film film = Film.open(film("bt2020nc", "tv", "bt2020", "arib-std-b67", wild));
                VideoFrame composed = film.composed(RationalTime.ZERO)) {
            double[] green = light(composed, 0);
            double[] red = light(composed, 1);
            assertTrue(green[1] > 4 * green[0] && green[1] > 4 * green[2], java.util.Arrays.toString(green));
            assertTrue(red[0] > 4 * red[1] && red[0] > 4 * red[2], java.util.Arrays.toString(red));
        }
    }

    /** A film of patches without loss, in 10 bits. */
    private static Path film(String matrix, String range, String primaries, String transfer, double[][] lights) {
        int width = COLUMNS * PATCH_PX;
        int height = ROWS * PATCH_PX;
        List<String> command = List.of("-f", "rawvideo", "-pix_fmt", "yuv420p10le", "-s", width + "x" + height, "-r", "25", "-i",
                "-", "-vf", "setparams=colorspace=" + matrix + ":range=" + range + ":color_primaries=" + primaries + ":color_trc="
                        + transfer,
                "-c:v", "ffv1");
        return Fixtures.ffmpeg("patches.mkv", command, "patches of light " + java.util.Arrays.deepToString(lights), stdin -> {
            int[][] codes = new int[lights.length][];
            for (int i = 0; i < lights.length; i++) {
                codes[i] = coded(lights[i], matrix, range, primaries, transfer);
            }
            for (int plane = 0; plane < 3; plane++) {
                int size = plane == 0 ? PATCH_PX : PATCH_PX / 2;
                for (int y = 0; y < size * ROWS; y++) {
                    for (int x = 0; x < size * COLUMNS; x++) {
                        int code = codes[y / size * COLUMNS + x / size][plane];
                        stdin.write(code & 0xff);
                        stdin.write(code >> 8);
                    }
                }
            }
        });
    }

    private static int[] coded(double[] light, String matrix, String range, String primaries, String transfer) {
        double[][] toPrimaries = switch (primaries) {
        case "smpte170m" -> TO_525;
        case "bt470bg" -> TO_625;
        case "bt2020" -> TO_2020;
        case "smpte432" -> TO_P3;
        default -> TO_709;
        };
        double[] linear = times(toPrimaries, times(FROM_709, light));
        double[] rgb = new double[3];
        double luminance = 0.2627 * linear[0] + 0.6780 * linear[1] + 0.0593 * linear[2];
        for (int i = 0; i < 3; i++) {
            double nits = Math.max(0, linear[i]) * WHITE_NITS;
            rgb[i] = switch (transfer) {
            // The inverse of the display's gamma of 1.2 at 1,000 cd/m², then the curve of BT.2100.
            case "arib-std-b67" -> hlg(
                    luminance <= 0 ? 0 : nits / 1000 * Math.pow(luminance * WHITE_NITS / 1000, 1 / 1.2 - 1));
            case "smpte2084" -> pq(nits);
            default -> Math.pow(Math.max(0, linear[i]), 1 / 2.4);
            };
        }
        double kr = matrix.startsWith("bt2020") ? 0.2627 : matrix.equals("bt709") ? 0.2126 : 0.299;
        double kb = matrix.startsWith("bt2020") ? 0.0593 : matrix.equals("bt709") ? 0.0722 : 0.114;
        double y = kr * rgb[0] + (1 - kr - kb) * rgb[1] + kb * rgb[2];
        double cb = (rgb[2] - y) / 2 / (1 - kb);
        double cr = (rgb[0] - y) / 2 / (1 - kr);
        return range.equals("pc")
                ? new int[] { (int) Math.round(1023 * y), (int) Math.round(512 + 1023 * cb), (int) Math.round(512 + 1023 * cr) }
                : new int[] { (int) Math.round(64 + 876 * y), (int) Math.round(512 + 896 * cb),
                        (int) Math.round(512 + 896 * cr) };
    }

    private static double hlg(double scene) {
        double a = 0.17883277;
        return scene <= 1 / 12.0 ? Math.sqrt(3 * scene) : a * Math.log(12 * scene - 0.28466892) + 0.55991073;
    }

    private static double pq(double nits) {
        double p = Math.pow(nits / 10_000, 0.1593017578125);
        return Math.pow((0.8359375 + 18.8515625 * p) / (1 + 18.6875 * p), 78.84375);
    }

    /** The light a screen shows for a patch. */
    private static double[] light(VideoFrame composed, int patch) {
        int x = patch % COLUMNS * PATCH_PX + PATCH_PX / 2;
        int y = patch / COLUMNS * PATCH_PX + PATCH_PX / 2;
        double luma = (at(composed, 0, x, y) - 16) / 219.0;
        double cb = (at(composed, 1, x / 2, y / 2) - 128) / 224.0;
        double cr = (at(composed, 2, x / 2, y / 2) - 128) / 224.0;
        double r = luma + cr * 2 * (1 - 0.2126);
        double b = luma + cb * 2 * (1 - 0.0722);
        double g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152;
        return new double[] { Math.pow(Math.max(0, r), 2.4), Math.pow(Math.max(0, g), 2.4), Math.pow(Math.max(0, b), 2.4) };
    }

    /** CIE L*a*b* of light of BT.709. */
    private static double[] lab(double[] light) {
        double[] xyz = times(FROM_709, light);
        double x = curve(xyz[0] / 0.95047);
        double y = curve(xyz[1]);
        double z = curve(xyz[2] / 1.08883);
        return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
    }

    private static double curve(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** The distance of CIE 1976. */
    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return result;
    }
}
