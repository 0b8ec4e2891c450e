package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.solid;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.Alpha;
import org.reelbench.media.Canvas;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.Fixtures;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Files as cameras and editors write them, read and composed: what their pictures say of themselves must be seen. */
class RealPicturesTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @ParameterizedTest
    @ValueSource(strings = { "odd.mkv -vf scale=161:91 -c:v ffv1", "odd420.mkv -vf scale=161:91,format=yuv420p -c:v ffv1",
            "ten.mkv -c:v libx264 -pix_fmt yuv420p10le -qp 10", "422.mkv -c:v libx264 -pix_fmt yuv422p -qp 10",
            "422ten.mov -c:v prores_ks", "444.mkv -c:v libx264 -pix_fmt yuv444p -qp 10",
            "444twelve.mov -c:v prores_ks -pix_fmt yuva444p10le", "rgb.mkv -c:v ffv1 -pix_fmt gbrp",
            "rgb16.mov -c:v png -pix_fmt rgb48be", "grey.mkv -c:v ffv1 -pix_fmt gray", "pal.avi -c:v rawvideo -pix_fmt yuyv422",
            "jpeg.avi -c:v mjpeg -q:v 2 -pix_fmt yuvj422p", "411.mkv -c:v ffv1 -pix_fmt yuv411p",
            "440.mkv -c:v ffv1 -pix_fmt yuv440p" })
    void everySamplingAndDepthIsRead(String how) throws Exception {
        List<String> words = new ArrayList<>(List.of(how.split(" ")));
        Path file = TestMedia.pictures(words.removeFirst(), 9, "25", 6, words);
        try (Film film = Film.open(file)) {
            for (Placement place : List.of(Placement.at(0, 0, 160, 90), Placement.at(0.4, 0.3, 160.5, 89.5))) {
                try (VideoFrame composed = film.composed(Pictures.CANVAS.rate().timeOf(4), null,
                        layer -> new LayerSpec(layer.input(), place, false, List.of()))) {
                    Reading reading = TestCard.read(composed, 0, 0, 160, 90);
                    assertTrue(reading.valid(), how + " " + place);
                    assertEquals(4, reading.frameNumber(), how + " " + place);
                    assertEquals(9, reading.source());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "prores.mov, -c:v prores_ks -pix_fmt yuva444p10le", "vp9.webm, -c:v libvpx-vp9 -pix_fmt yuva420p -crf 8",
            "vp8.webm, -c:v libvpx -pix_fmt yuva420p -auto-alt-ref 0 -b:v 2M", "alpha.png, -c:v png",
            "png.mov, -c:v png -pix_fmt rgba64be", "ffv1.mkv, -c:v ffv1 -pix_fmt yuva422p10le",
            "rle.mov, -c:v qtrle -pix_fmt argb" })
    void transparencyIsSeenThrough(String name, String encoding) throws Exception {
        // Three columns: clear with a bright colour that must not be seen, half transparent, opaque.
        List<String> command = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "rgba", "-s", WIDTH + "x" + HEIGHT, "-r",
                "25", "-i", "-"));
        command.addAll(List.of(encoding.split(" ")));
        Path file = Fixtures.ffmpeg(name, command, "three columns of alpha", RealPicturesTest::columns);
        try (Film film = Film.open(file);
                MemoryFrame below = solid(Pictures.format(WIDTH, HEIGHT, PixelFormat.YUV420P), 40, 128, 128)) {
            for (Placement place : List.of(Placement.at(0, 0, WIDTH, HEIGHT), Placement.at(0.25, 0.25, WIDTH, HEIGHT))) {
                try (VideoFrame composed = film.composed(RationalTime.ZERO, below,
                        layer -> new LayerSpec(layer.input(), place, false, List.of()))) {
                    double white = 16 + 219 * 200 / 255.0;
                    assertEquals(40, at(composed, 0, 10, 24), 2, name + " clear");
                    assertEquals(128, at(composed, 1, 5, 12), 2, name + " clear");
                    assertEquals((40 + white) / 2, at(composed, 0, 32, 24), 3, name + " half");
                    assertEquals(white, at(composed, 0, 54, 24), 3, name + " opaque");
                    assertEquals(128, at(composed, 2, 27, 12), 3, name);
                }
            }
        }
    }

    private static void columns(OutputStream target) throws IOException {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean clear = x < 22;
                target.write(clear ? 255 : 200);
                target.write(clear ? 0 : 200);
                target.write(clear ? 255 : 200);
                target.write(clear ? 0 : x < 42 ? 128 : 255);
            }
        }
    }

    @Test
    void colorsThatWereMultipliedByAlphaAreSeenAsStraightOnesAre() throws Exception {
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.YUVA420P, PixelFormat.YUVA444P }) {
            PictureFormat format = Pictures.format(WIDTH, HEIGHT, pixels);
            try (FfmpegFrame multiplied = FfmpegFrame.allocate(format, RationalTime.ZERO);
                    MemoryFrame below = solid(Pictures.format(WIDTH, HEIGHT, PixelFormat.YUV420P), 40, 128, 128)) {
                // Half of (200, 90, 180): light counts from black, colour from grey.
                int[] samples = { 16 + 184 / 2, 128 - 38 / 2, 128 + 52 / 2, 128 };
                for (int plane = 0; plane < 4; plane++) {
                    MemorySegment memory = multiplied.plane(plane);
                    memory.fill((byte) samples[plane]);
                }
                multiplied.avFrame().alpha_mode(avutil.AVALPHA_MODE_PREMULTIPLIED);
                Canvas canvas = new Canvas(WIDTH, HEIGHT, Pictures.CANVAS.rate(), Pictures.CANVAS.color());
                Placement whole = Placement.at(0, 0, WIDTH, HEIGHT);
                try (Composer composer = new FfmpegComposers().open(new Composition(canvas,
                        List.of(LayerSpec.opaque(below.format(), whole), LayerSpec.opaque(format, whole))));
                        VideoFrame composed = composer.compose(0,
                                List.of(Pictures.input(below), Pictures.input(multiplied)))) {
                    assertEquals((40 + 200) / 2, at(composed, 0, 30, 30), 2);
                    assertEquals((128 + 90) / 2, at(composed, 1, 15, 15), 2);
                    assertEquals((128 + 180) / 2, at(composed, 2, 15, 15), 2);
                }
            }
        }
    }

    /** Half of (200, 100, 50), on black: what is told of the colours counts, not what the file says. */
    @ParameterizedTest
    @CsvSource({ "told.png, -c:v png -pix_fmt rgba", "told16.png, -c:v png -pix_fmt rgba64be",
            "told.mov, -c:v prores_ks -pix_fmt yuva444p10le", "told.mkv, -c:v ffv1 -pix_fmt gbrap10le",
            "toldrle.mov, -c:v qtrle -pix_fmt argb" })
    void colorsAreTakenForWhatTheyAreSaidToBe(String name, String encoding) throws Exception {
        List<String> command = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "rgba", "-s", WIDTH + "x" + HEIGHT, "-r",
                "25", "-i", "-"));
        command.addAll(List.of(encoding.split(" ")));
        Path file = Fixtures.ffmpeg(name, command, "one colour, half transparent", target -> {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                target.write(new byte[] { 100, 50, 25, (byte) 128 });
            }
        });
        try (Film film = Film.open(file);
                MemoryFrame below = solid(Pictures.format(WIDTH, HEIGHT, PixelFormat.YUV420P), 16, 128, 128)) {
            for (Alpha alpha : Alpha.values()) {
                try (VideoFrame composed = film.composed(RationalTime.ZERO, below,
                        layer -> layer.withAlpha(alpha))) {
                    double luma = (0.2126 * 100 + 0.7152 * 50 + 0.0722 * 25) * 219 / 255;
                    assertEquals(16 + (alpha == Alpha.PREMULTIPLIED ? luma : luma / 2), at(composed, 0, 32, 24), 2,
                            name + " " + alpha);
                }
            }
        }
    }

    @Test
    void aDiscMovedByTenthsOfPixelsIsWhereItShouldBe() throws Exception {
        Path file = Fixtures.ffmpeg("disc.png", List.of("-f", "rawvideo", "-pix_fmt", "gray", "-s", "64x48", "-i", "-"),
                "a disc of 12 pixels around 32, 24", stdin -> {
                    for (int i = 0; i < 64 * 48; i++) {
                        double fromCentre = Math.hypot(i % 64 + 0.5 - 32, i / 64 + 0.5 - 24);
                        stdin.write((int) Math.round(255 * Math.clamp(12.5 - fromCentre, 0, 1)));
                    }
                });
        try (Film film = Film.open(file); VideoFrame disc = film.frameAt(RationalTime.ZERO)) {
            LayerSpec layer = LayerSpec.opaque(disc.format(), Placement.at(0, 0, 64, 48)).withMotion(Motion.PLACE);
            try (Composer composer = new FfmpegComposers()
                    .open(new Composition(Pictures.CANVAS, List.of(layer)))) {
                for (int frame = 0; frame < 60; frame++) {
                    double x = 90 + frame * 0.1;
                    double y = 60 + frame * 0.07;
                    // Steady, turning about its middle, and growing by a thousandth a frame.
                    double scale = 1.5 + frame * 0.001;
                    Placement place = new Placement(0, 0, 0, 0, x - 32 * scale, y - 24 * scale, 64 * scale, 48 * scale,
                            frame < 30 ? 0 : frame * 2);
                    try (VideoFrame composed = composer.compose(frame,
                            List.of(new ComposerInput(disc, 1, RationalTime.ZERO, place)))) {
                        double[] found = centroid(composed);
                        assertEquals(0, Math.hypot(found[0] - x, found[1] - y), 0.05, "frame " + frame);
                    }
                }
            }
        }
    }

    private static double[] centroid(VideoFrame picture) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < Pictures.HEIGHT; row++) {
            for (int column = 0; column < Pictures.WIDTH; column++) {
                double light = at(picture, 0, column, row) - 16;
                sum += light;
                x += light * (column + 0.5);
                y += light * (row + 0.5);
            }
        }
        return new double[] { x / sum, y / sum };
    }

    @Test
    void pixelAspectsAreReadFromContainerAndCodec() throws Exception {
        assertEquals(Rational.of(3, 4), aspect("dvd.mpg -vf setdar=4/3 -c:v mpeg2video"), "the codec knows that of the screen");
        assertEquals(Rational.of(4, 3), aspect("hdv.mp4 -vf setsar=4/3 -c:v libx264"));
        assertEquals(Rational.of(12, 11), aspect("pal.mkv -vf setsar=12/11 -c:v libx264"));
        assertEquals(Rational.ONE, aspect("square.mkv -c:v libx264"));
        assertEquals(Rational.ONE, aspect("absurd.mkv -vf setsar=100/1 -c:v ffv1"));
    }

    private static Rational aspect(String how) throws Exception {
        List<String> words = new ArrayList<>(List.of(how.split(" ")));
        try (Film film = Film.open(TestMedia.pictures(words.removeFirst(), 1, "25", 3, words))) {
            return film.stream().pixelAspect();
        }
    }
}
