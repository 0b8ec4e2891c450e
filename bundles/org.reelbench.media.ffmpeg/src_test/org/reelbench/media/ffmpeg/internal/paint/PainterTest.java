package org.reelbench.media.ffmpeg.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelbench.media.Blend;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.ffmpeg.internal.Natives;

/** Painted samples against what geometry and arithmetic say. */
class PainterTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;

    @BeforeAll
    static void loadNatives() throws Exception {
        Natives.load();
    }

    private static Sheet grey() {
        return Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 100, 128, 128);
    }

    private static Sheet noise(int width, int height, PixelFormat pixels, int seed) {
        Random random = new Random(seed);
        return Sheet.of(width, height, pixels, (_, _, _) -> 16 + random.nextInt(220));
    }

    @Test
    void aPictureOnWholePixelsIsCopiedExactly() {
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.YUV420P, PixelFormat.YUV422P, PixelFormat.YUV444P }) {
            try (Sheet canvas = grey(); Sheet above = noise(20, 10, pixels, 1)) {
                canvas.paint(above, Placement.at(6, 8, 20, 10), 1, Blend.NORMAL);
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        boolean inside = x >= 6 && x < 26 && y >= 8 && y < 18;
                        assertEquals(inside ? above.at(0, x - 6, y - 8) : 100, canvas.at(0, x, y), pixels + " " + x + "," + y);
                    }
                }
                if (pixels == PixelFormat.YUV420P) {
                    assertEquals(above.at(1, 0, 0), canvas.at(1, 3, 4));
                    assertEquals(above.at(2, 9, 4), canvas.at(2, 12, 8));
                }
                assertEquals(128, canvas.at(1, 2, 4));
                assertEquals(128, canvas.at(2, 13, 8));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "1", "2", "3", "-1" })
    void quarterTurnsAreExact(int quarters) {
        try (Sheet canvas = grey(); Sheet above = noise(20, 10, PixelFormat.YUV420P, 2)) {
            // The centre is (30, 30): a quarter turn covers 25 to 35 by 20 to 40.
            canvas.paint(above, new Placement(0, 0, 0, 0, 20, 25, 20, 10, 90 * quarters), 1, Blend.NORMAL);
            for (int y = 0; y < 10; y++) {
                for (int x = 0; x < 20; x++) {
                    int shownX = switch (quarters) {
                    case 1 -> 34 - y;
                    case 2 -> 39 - x;
                    default -> 25 + y;
                    };
                    int shownY = switch (quarters) {
                    case 1 -> 20 + x;
                    case 2 -> 34 - y;
                    default -> 39 - x;
                    };
                    assertEquals(above.at(0, x, y), canvas.at(0, shownX, shownY), x + "," + y);
                }
            }
        }
    }

    @Test
    void sidesBetweenPixelsCoverPartOfThem() {
        try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 0, 128, 128);
                Sheet white = Sheet.solid(10, 10, PixelFormat.YUV420P, 200, 90, 160)) {
            canvas.paint(white, Placement.at(10.25, 20.5, 8.5, 6), 1, Blend.NORMAL);
            assertEquals(150, canvas.at(0, 10, 23), 1);
            assertEquals(200, canvas.at(0, 11, 23));
            assertEquals(150, canvas.at(0, 18, 23), 1);
            assertEquals(0, canvas.at(0, 19, 23));
            assertEquals(100, canvas.at(0, 14, 20), 1);
            assertEquals(100, canvas.at(0, 14, 26), 1);
            assertEquals(75, canvas.at(0, 10, 20), 1);
            assertEquals(0, canvas.at(0, 14, 19));
        }
    }

    @Test
    void aPictureThinnerThanAPixelIsSeenAsFaintly() {
        try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 0, 128, 128);
                Sheet white = Sheet.solid(50, 10, PixelFormat.YUV420P, 200, 128, 128)) {
            canvas.paint(white, Placement.at(10.3, 20, 0.25, 10), 1, Blend.NORMAL);
            assertEquals(50, canvas.at(0, 10, 25), 1);
            assertEquals(0, canvas.at(0, 11, 25));
            canvas.paint(white, new Placement(0, 0, 0, 0, 40.3, 20, 0.25, 10, 30), 1, Blend.NORMAL);
            assertTrue(canvas.at(0, 40, 25) > 20, "turned: " + canvas.at(0, 40, 25));
        }
    }

    /** The middle of what is brighter than its surroundings. */
    private static double[] centroid(Sheet sheet, int black) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double light = sheet.at(0, column, row) - black;
                sum += light;
                x += light * (column + 0.5);
                y += light * (row + 0.5);
            }
        }
        return new double[] { x / sum, y / sum };
    }

    /** A disc around (30, 20) of a picture of 60 by 40, with a soft edge of one pixel. */
    private static Sheet disc(PixelFormat pixels) {
        return Sheet.of(60, 40, pixels, (plane, x, y) -> plane == 1 || plane == 2
                ? 128
                : plane == 3 ? 255 : 16 + 200 * Math.clamp(12.5 - Math.hypot(x + 0.5 - 30, y + 0.5 - 20), 0, 1));
    }

    @Test
    void aDiscMovedByTenthsOfPixelsIsWhereItShouldBe() {
        try (Sheet disc = disc(PixelFormat.YUV420P)) {
            for (int frame = 0; frame <= 25; frame++) {
                for (double angle : new double[] { 0, 90, 17 }) {
                    for (double scale : new double[] { 1, 0.37, 1.4 }) {
                        try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 16, 128, 128)) {
                            double x = 43 + frame * 0.1;
                            double y = 32 - frame * 0.03;
                            canvas.paint(disc, new Placement(0, 0, 0, 0, x - 30 * scale, y - 20 * scale, 60 * scale, 40 * scale,
                                    angle), 1, Blend.NORMAL);
                            double[] found = centroid(canvas, 16);
                            assertEquals(0, Math.hypot(found[0] - x, found[1] - y), 0.05,
                                    "frame " + frame + " turned " + angle + " scaled " + scale);
                        }
                    }
                }
            }
        }
    }

    @Test
    void fineLinesBecomeGreyAndNoPatternWhenAPictureShrinks() {
        try (Sheet lines = Sheet.of(400, 200, PixelFormat.YUV420P, (plane, x, _) -> plane == 0 ? x % 2 == 0 ? 20 : 220 : 128)) {
            for (double angle : new double[] { 0, 90, 30 }) {
                try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 120, 128, 128)) {
                    canvas.paint(lines, new Placement(0, 0, 0, 0, 10.3, 10.3, 73.7, 36.1, angle), 1, Blend.NORMAL);
                    for (int x = 40; x < 54; x++) {
                        for (int y = 22; y < 34; y++) {
                            assertEquals(120, canvas.at(0, x, y), 4, angle + ": " + x + "," + y);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aCropCountsInPartsOfPixels() {
        try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 0, 128, 128);
                Sheet halves = Sheet.of(40, 40, PixelFormat.YUV420P, (plane, x, _) -> plane > 0 ? 128 : x < 20 ? 40 : 200)) {
            // Half of a column is left out on the left, and the rest keeps its place and size.
            canvas.paint(halves, new Placement(4.5, 0, 0, 10, 14.5, 10, 35.5, 30, 0), 1, Blend.NORMAL);
            assertEquals(0, canvas.at(0, 13, 20));
            assertEquals(20, canvas.at(0, 14, 20), 1);
            assertEquals(40, canvas.at(0, 15, 20));
            assertEquals(40, canvas.at(0, 27, 20), 3);
            assertEquals(200, canvas.at(0, 32, 20), 3);
            assertEquals(200, canvas.at(0, 49, 39));
            assertEquals(0, canvas.at(0, 49, 40));
        }
    }

    @Test
    void tenBitsAreSampledAndRoundedNotCut() {
        for (int format : new int[] { avutil.AV_PIX_FMT_YUV420P10LE, avutil.AV_PIX_FMT_YUVA444P10LE }) {
            try (Sheet canvas = grey();
                    Sheet deep = Sheet.deep(40, 20, format, (plane, _, _) -> plane == 3 ? 256 : plane == 0 ? 60.75 : 90.5)) {
                canvas.paint(deep, Placement.at(10.4, 10.4, 40, 20), 1, Blend.NORMAL);
                assertEquals(61, canvas.at(0, 20, 20));
                assertEquals(91, canvas.at(1, 10, 10), "format " + format);
            }
        }
    }

    @Test
    void theColorOfWhatIsClearDoesNotRunIntoWhatIsSeen() {
        // The right half is clear and bright, the left half seen and dark.
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.YUVA420P, PixelFormat.YUVA444P }) {
            try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 30, 128, 128);
                    Sheet half = Sheet.of(40, 20, pixels, (plane, x, _) -> {
                        boolean left = plane == 0 || plane == 3 || pixels == PixelFormat.YUVA444P ? x < 20 : x < 10;
                        return plane == 3 ? left ? 255 : 0 : plane == 0 ? left ? 30 : 235 : left ? 128 : 220;
                    })) {
                canvas.paint(half, new Placement(0, 0, 0, 0, 20.4, 20.7, 33.3, 17.7, 9), 1, Blend.NORMAL);
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        assertEquals(30, canvas.at(0, x, y), 1, pixels + " " + x + "," + y);
                        assertEquals(128, canvas.at(1, x / 2, y / 2), 1);
                    }
                }
            }
        }
    }

    @Test
    void alphaOpacityAndBlendingOfAlphaMultiply() {
        try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUV420P, 40, 128, 128);
                Sheet half = Sheet.solid(40, 20, PixelFormat.YUVA420P, 200, 128, 128, 128)) {
            canvas.paint(half, Placement.at(10.5, 10, 40, 20), 0.5, Blend.NORMAL);
            assertEquals(40 * 0.75 + 200 * 0.25, canvas.at(0, 30, 20), 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Blend.class)
    void blendModesFollowTheirFormulas(Blend blend) {
        ColorMatrix matrix = new ColorMatrix(ColorDescription.BT709_LIMITED);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] below = { random.nextDouble(), random.nextDouble(), random.nextDouble() };
            double[] above = { random.nextDouble(), random.nextDouble(), random.nextDouble() };
            double opacity = round % 2 == 0 ? 1 : random.nextDouble();
            double[] mixed = new double[3];
            for (int i = 0; i < 3; i++) {
                mixed[i] = below[i] + opacity * (formula(blend, below[i], above[i]) - below[i]);
            }
            int[] belowYuv = coded(matrix, below);
            try (Sheet canvas = Sheet.solid(8, 8, PixelFormat.YUV420P, belowYuv);
                    Sheet layer = Sheet.solid(8, 8, PixelFormat.YUV444P, coded(matrix, above))) {
                canvas.paint(layer, Placement.at(0, 0, 8, 8), opacity, blend);
                int[] expected = coded(matrix, mixed);
                for (int plane = 0; plane < 3; plane++) {
                    assertEquals(expected[plane], canvas.at(plane, 2, 2), 3, blend + " plane " + plane + " round " + round);
                }
            }
        }
    }

    private static double formula(Blend blend, double b, double s) {
        return switch (blend) {
        case NORMAL -> s;
        case ADD -> Math.min(1, b + s);
        case MULTIPLY -> b * s;
        case SCREEN -> 1 - (1 - b) * (1 - s);
        case OVERLAY -> b < 0.5 ? 2 * b * s : 1 - 2 * (1 - b) * (1 - s);
        case DARKEN -> Math.min(b, s);
        case LIGHTEN -> Math.max(b, s);
        case DIFFERENCE -> Math.abs(b - s);
        };
    }

    private static int[] coded(ColorMatrix matrix, double[] rgb) {
        double[] yuv = new double[3];
        matrix.toYuv(rgb, yuv);
        return new int[] { (int) Math.round(yuv[0]), (int) Math.round(yuv[1]), (int) Math.round(yuv[2]) };
    }

    @Test
    void blendingLeavesWhatTheLayerDoesNotTouchToTheBit() {
        try (Sheet canvas = noise(WIDTH, HEIGHT, PixelFormat.YUV420P, 3);
                Sheet before = noise(WIDTH, HEIGHT, PixelFormat.YUV420P, 3);
                Sheet clear = Sheet.solid(40, 20, PixelFormat.YUVA420P, 200, 40, 40, 0);
                Sheet black = Sheet.solid(40, 20, PixelFormat.YUV420P, 16, 128, 128)) {
            canvas.paint(clear, Placement.at(10.3, 10, 40, 20), 1, Blend.MULTIPLY);
            canvas.paint(black, Placement.at(31, 11, 40, 20), 1, Blend.ADD);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    boolean black2 = x >= 30 && x < 72 && y >= 10 && y < 32;
                    // Adding black changes nothing but the colours that no screen can show.
                    if (!black2) {
                        assertEquals(before.at(0, x, y), canvas.at(0, x, y), x + "," + y);
                        assertEquals(before.at(1, x / 2, y / 2), canvas.at(1, x / 2, y / 2));
                    }
                }
            }
        }
    }

    @Test
    void theSidesOfADissolveAddUpWhateverTheyCover() {
        // What lies below is hidden as far as the sides hide it: half where only one is, wholly where both are.
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.YUV420P, PixelFormat.YUVA444P }) {
            for (double risen : new double[] { 0.25, 0.5, 0.75 }) {
                try (Sheet below = Sheet.solid(WIDTH, HEIGHT, pixels, 16, 128, 128, 255);
                        Sheet canvas = Sheet.solid(WIDTH, HEIGHT, pixels, 16, 128, 128, 255);
                        Sheet left = Sheet.solid(40, 40, PixelFormat.YUV420P, 216, 128, 128);
                        Sheet right = Sheet.solid(40, 40, PixelFormat.YUV420P, 216, 128, 128)) {
                    canvas.paint(left, Placement.at(10, 10, 40, 40), 1 - risen, Blend.NORMAL);
                    canvas.paint(below, right, Placement.at(30, 10, 40, 40), risen, Blend.NORMAL);
                    assertEquals(16 + 200 * (1 - risen), canvas.at(0, 20, 20), 1);
                    assertEquals(216, canvas.at(0, 40, 20), 1, "both");
                    assertEquals(16 + 200 * risen, canvas.at(0, 60, 20), 1);
                    assertEquals(16, canvas.at(0, 5, 5));
                }
            }
        }
    }

    @Test
    void aTransparentCanvasKeepsColorsStraight() {
        try (Sheet canvas = Sheet.solid(WIDTH, HEIGHT, PixelFormat.YUVA444P, 16, 128, 128, 0);
                Sheet above = Sheet.solid(40, 40, PixelFormat.YUV420P, 180, 90, 200)) {
            canvas.paint(above, Placement.at(10, 10, 40, 40), 0.4, Blend.NORMAL);
            assertEquals(0, canvas.at(3, 5, 5));
            assertEquals(102, canvas.at(3, 20, 20));
            assertEquals(180, canvas.at(0, 20, 20), 1);
            assertEquals(90, canvas.at(1, 20, 20), 1);
            assertEquals(200, canvas.at(2, 20, 20), 1);
            canvas.paint(above, Placement.at(30, 10, 40, 40), 0.5, Blend.MULTIPLY);
            assertEquals(Math.round(255 * 0.7), canvas.at(3, 40, 20), 1);
        }
    }

    @Test
    void absurdPlacesAreHarmless() {
        try (Sheet canvas = grey(); Sheet above = noise(40, 30, PixelFormat.YUVA420P, 4)) {
            for (double size : new double[] { 1e-9, 1e-3, 1e5, 1e12 }) {
                for (double at : new double[] { -1e12, -1000, 0, 1000, 1e12 }) {
                    for (double angle : new double[] { 0, 45, 90 }) {
                        canvas.paint(above, new Placement(0, 0, 0, 0, at, at, size, size, angle), 0.5, Blend.NORMAL);
                        canvas.paint(above, new Placement(500, 0, 500, 1e9, at, at, size, size, angle), 0.5, Blend.SCREEN);
                    }
                }
            }
        }
    }
}
