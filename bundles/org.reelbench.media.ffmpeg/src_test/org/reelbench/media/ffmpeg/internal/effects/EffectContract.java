package org.reelbench.media.ffmpeg.internal.effects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** What every effect must keep to, whoever brings it. */
abstract class EffectContract {

    private static final Canvas CANVAS = new Canvas(96, 54, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED);
    private static final PictureFormat PICTURE = PictureFormat.of(96, 54, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);

    abstract EffectProvider provider();

    @Test
    void describesItselfAlwaysAlikeAndWithValidDefaults() {
        assertEquals(provider().descriptor(), provider().descriptor());
        assertTrue(provider().descriptor().id().contains("."), "an id says whose it is");
        Map<String, Object> defaults = new HashMap<>();
        for (EffectParameter parameter : provider().descriptor().parameters()) {
            assertEquals(parameter.defaultValue(), parameter.check(parameter.defaultValue()));
            defaults.put(parameter.name(), parameter.defaultValue());
        }
        assertEquals(defaults, provider().descriptor().check(Map.of()));
    }

    @Test
    void aFrameDependsOnItselfAloneWhereverRenderingBegan() throws Exception {
        for (Map<String, Object> values : values()) {
            Map<Integer, byte[]> straight = new HashMap<>();
            try (Composer composer = open(values, Placement.at(0, 0, 96, 54))) {
                for (int n = 0; n < 8; n++) {
                    straight.put(n, frame(composer, n));
                }
            }
            try (Composer segment = open(values, Placement.at(0, 0, 96, 54))) {
                for (int n : new int[] { 5, 6, 7, 2, 2, 0, 6 }) {
                    assertArrayEquals(straight.get(n), frame(segment, n), values + " frame " + n);
                }
            }
        }
    }

    @Test
    void worksOnLayersOfEveryKind() throws Exception {
        for (Map<String, Object> values : values()) {
            for (Placement place : List.of(Placement.at(3, 5, 33, 21), new Placement(1, 1, 1, 1, 10, 10, 40, 30, 45),
                    new Placement(0, 0, 0, 0, 0, 0, 96, 54, 180), Placement.at(2, 2, 1, 1))) {
                try (Composer composer = open(values, place)) {
                    frame(composer, 1);
                }
            }
        }
    }

    /** Every parameter's default, least and greatest value. */
    private List<Map<String, Object>> values() {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (EffectParameter parameter : provider().descriptor().parameters()) {
            switch (parameter.kind()) {
            case NUMBER -> {
                all.add(Map.of(parameter.name(), parameter.minimum()));
                all.add(Map.of(parameter.name(), parameter.maximum()));
            }
            case FLAG -> {
                all.add(Map.of(parameter.name(), true));
                all.add(Map.of(parameter.name(), false));
            }
            case CHOICE -> parameter.choices().forEach(c -> all.add(Map.of(parameter.name(), c)));
            }
        }
        return all;
    }

    private Composer open(Map<String, Object> values, Placement place) throws MediaException {
        FfmpegComposers composers = new FfmpegComposers();
        composers.addEffect(provider(), Map.of());
        EffectUse use = new EffectUse(provider().descriptor().id(), new TreeMap<>(values));
        return composers.open(new Composition(CANVAS, List.of(new LayerSpec(PICTURE, place, false, List.of(use)))));
    }

    private static byte[] frame(Composer composer, int number) throws MediaException {
        try (MemoryFrame picture = MemoryFrame.allocate(PICTURE, RationalTime.ZERO)) {
            for (int plane = 0; plane < 3; plane++) {
                MemorySegment samples = picture.plane(plane);
                for (long i = 0; i < samples.byteSize(); i++) {
                    samples.set(ValueLayout.JAVA_BYTE, i, (byte) (16 + (i * 7 + number * 13L + i / 128 * number) % 220));
                }
            }
            byte[] before = picture.plane(0).toArray(ValueLayout.JAVA_BYTE);
            RationalTime sourceTime = RationalTime.of(number, 25);
            try (VideoFrame composed = composer.compose(number, List.of(new ComposerInput(picture, 1, sourceTime)))) {
                assertArrayEquals(before, picture.plane(0).toArray(ValueLayout.JAVA_BYTE),
                        "the layer's own frame is not changed");
                byte[] rows = new byte[96 * 54];
                for (int y = 0; y < 54; y++) {
                    MemorySegment.copy(composed.plane(0), ValueLayout.JAVA_BYTE, (long) y * composed.strideBytes(0), rows, y * 96,
                            96);
                }
                return rows;
            }
        }
    }
}
