package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.CANVAS;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.HEIGHT;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WIDTH;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.input;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.solid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;

/**
 * Random stacks of plain layers against the simplest model there is: each layer lies over those below as far as it covers a
 * pixel.
 */
class ComposerProperties {

    private static final PixelFormat[] FORMATS = { PixelFormat.YUV420P, PixelFormat.YUV422P, PixelFormat.YUV444P,
            PixelFormat.YUVA420P, PixelFormat.YUVA444P, PixelFormat.GRAY8, PixelFormat.RGBA, PixelFormat.BGRA };

    /** A layer of one grey, so that colour conversion leaves its light alone but for the range. */
    private record Layer(LayerSpec spec, MemoryFrame frame, double luma, double opacity) {

        /** How much of a pixel the layer lies on. */
        double cover(int x, int y) {
            Placement place = spec.placement();
            boolean upright = Math.round(place.rotationDegrees() / 90) % 2 == 0;
            double width = upright ? place.widthPx() : place.heightPx();
            double height = upright ? place.heightPx() : place.widthPx();
            double left = place.leftPx() + (place.widthPx() - width) / 2;
            double top = place.topPx() + (place.heightPx() - height) / 2;
            return within(x, left, width) * within(y, top, height);
        }

        private static double within(int pixel, double start, double length) {
            return Math.max(0, Math.min(pixel + 1, start + length) - Math.max(pixel, start));
        }
    }

    @Test
    void eachLayerLiesOverThoseBelowAsFarAsItCovers() throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        int rounds = "deep".equals(System.getProperty("reelbench.tier")) ? 3000 : 60;
        Random random = new Random(seed);
        FfmpegComposers composers = new FfmpegComposers();
        for (int round = 0; round < rounds; round++) {
            List<Layer> layers = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                layers.add(layer(random));
            }
            List<LayerSpec> specs = layers.stream().map(Layer::spec).toList();
            List<ComposerInput> inputs = layers.stream().map(l -> input(l.frame, l.opacity)).toList();
            String what = "seed " + seed + " round " + round + " " + specs;
            try (Composer composer = composers.open(new Composition(CANVAS, specs));
                    VideoFrame composed = composer.compose(round, inputs);
                    VideoFrame again = composer.compose(round, inputs)) {
                assertEquals(Pictures.hash(composed), Pictures.hash(again), what);
                for (int y = 0; y < HEIGHT; y += 1 + random.nextInt(3)) {
                    for (int x = 0; x < WIDTH; x += 1 + random.nextInt(3)) {
                        assertEquals(expected(layers, x, y), at(composed, 0, x, y), 1.6, what + " at " + x + "," + y);
                    }
                }
            } catch (Exception e) {
                throw new AssertionError(what, e);
            } finally {
                layers.forEach(l -> l.frame.close());
            }
        }
    }

    private static double expected(List<Layer> layers, int x, int y) {
        double luma = 16;
        for (Layer layer : layers) {
            double weight = layer.cover(x, y) * layer.opacity;
            luma = luma * (1 - weight) + layer.luma * weight;
        }
        return luma;
    }

    private static Layer layer(Random random) {
        PixelFormat pixels = FORMATS[random.nextInt(FORMATS.length)];
        boolean rgb = pixels == PixelFormat.RGBA || pixels == PixelFormat.BGRA;
        // Grey has no limited range in the library, and red, green and blue none anywhere.
        Range range = rgb || pixels == PixelFormat.GRAY8 || random.nextInt(4) == 0 ? Range.FULL : Range.LIMITED;
        Matrix matrix = rgb ? Matrix.RGB : random.nextInt(4) == 0 ? Matrix.BT601 : Matrix.BT709;
        boolean fills = random.nextInt(4) == 0;
        int width = fills ? WIDTH : 1 + random.nextInt(90);
        int height = fills ? HEIGHT : 1 + random.nextInt(90);
        PictureFormat format = PictureFormat.of(width, height, pixels, new ColorDescription(matrix, range));
        int value = 20 + random.nextInt(200);
        MemoryFrame frame = rgb
                ? Pictures.draw(format, (_, x, _) -> x % 4 == 3 ? 255 : value)
                : solid(format, value, 128, 128, 255);
        boolean translucent = random.nextInt(3) == 0;
        double opacity = translucent ? random.nextInt(5) / 4.0 : 1;
        LayerSpec spec = new LayerSpec(format, fills ? Pictures.WHOLE : placement(random, width, height), translucent, List.of());
        return new Layer(spec, frame, range == Range.FULL ? 16 + value * 219 / 255.0 : value, opacity);
    }

    private static Placement placement(Random random, int width, int height) {
        int left = random.nextInt((width + 3) / 4);
        int right = random.nextInt((width + 3) / 4);
        int top = random.nextInt((height + 3) / 4);
        int bottom = random.nextInt((height + 3) / 4);
        boolean cropped = random.nextInt(3) == 0;
        boolean scaled = random.nextBoolean();
        // Parts of pixels, as often as not.
        double part = random.nextInt(3) == 0 ? random.nextDouble() : 0;
        return new Placement(cropped ? left : 0, cropped ? top : 0, cropped ? right : 0, cropped ? bottom : 0,
                random.nextInt(WIDTH + 100) - 80 + part, random.nextInt(HEIGHT + 100) - 80 - part / 2,
                scaled ? 1 + part + random.nextInt(400) : width, scaled ? 1 + part / 3 + random.nextInt(250) : height,
                random.nextInt(3) == 0 ? 90 * random.nextInt(4) : 0);
    }
}
