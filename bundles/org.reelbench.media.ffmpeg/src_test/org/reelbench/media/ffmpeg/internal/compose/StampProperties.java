package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.CANVAS;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.FULL;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.HEIGHT;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WHOLE;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WIDTH;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.format;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.hash;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.input;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.noise;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.translucent;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;

/** Layers whose pixels are copied look as the library's filter lays them, sample by sample, wherever they lie. */
class StampProperties {

    private static final int ROUNDS = "deep".equals(System.getProperty("reelbench.tier")) ? 300 : 15;

    @Test
    void opaqueLayersAreCopiedAsFiltersLayThem() throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            boolean base = random.nextBoolean();
            List<LayerSpec> copied = new ArrayList<>();
            List<LayerSpec> filtered = new ArrayList<>();
            List<ComposerInput> inputs = new ArrayList<>();
            List<MemoryFrame> frames = new ArrayList<>();
            if (base) {
                copied.add(LayerSpec.opaque(FULL, WHOLE));
                filtered.add(LayerSpec.opaque(FULL, WHOLE));
                frames.add(noise(FULL, round));
            }
            int layers = 1 + random.nextInt(4);
            for (int i = 0; i < layers; i++) {
                PictureFormat shape = format(2 + 2 * random.nextInt(100), 2 + 2 * random.nextInt(60), PixelFormat.YUV420P);
                Placement place = place(shape, random);
                copied.add(LayerSpec.opaque(shape, place));
                filtered.add(translucent(shape, place));
                frames.add(noise(shape, 100 * round + i));
            }
            frames.forEach(frame -> inputs.add(input(frame)));
            String why = "seed " + seed + " round " + round + " " + copied;
            try (FfmpegComposer one = FfmpegComposer.open(new Composition(CANVAS, copied),
                    new InstalledEffects());
                    FfmpegComposer other = FfmpegComposer.open(new Composition(CANVAS, filtered),
                            new InstalledEffects())) {
                if (copied.stream().skip(base ? 1 : 0).anyMatch(StampProperties::isSeen)) {
                    assertNull(one.graphOf(0), why);
                }
                assertNotNull(other.graphOf(0), why);
                for (int number = 0; number < 2; number++) {
                    try (VideoFrame stamped = one.compose(number, inputs); VideoFrame laid = other.compose(number, inputs)) {
                        assertEquals(hash(laid), hash(stamped), why);
                    }
                }
            } finally {
                frames.forEach(MemoryFrame::close);
            }
        }
    }

    private static boolean isSeen(LayerSpec layer) {
        Placement place = layer.placement();
        return place.leftPx() < WIDTH && place.topPx() < HEIGHT && place.leftPx() + place.widthPx() > 0
                && place.topPx() + place.heightPx() > 0;
    }

    /** Somewhere on the canvas or over its sides, in its own size or another. */
    private static Placement place(PictureFormat shape, Random random) {
        int width = random.nextBoolean() ? shape.widthPx() : 2 + 2 * random.nextInt(120);
        int height = random.nextBoolean() ? shape.heightPx() : 2 + 2 * random.nextInt(70);
        return Placement.at(2 * random.nextInt(WIDTH / 2 + 40) - 60, 2 * random.nextInt(HEIGHT / 2 + 40) - 60, width, height);
    }
}
