package org.reelbench.it;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.Recipes;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.SegmentPlan;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** What is seen of effects that come and go: a composed picture, the recipes of a sequence. */
final class PluginEffects {

    /** The luma that effects get. */
    static final int GREY = 200;

    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final Canvas CANVAS = new Canvas(320, 180, RATE, ColorDescription.BT709_LIMITED);
    private static final VideoEncoding RUNG = new VideoEncoding("x", 320, 180, PixelFormat.YUV420P,
            ColorDescription.BT709_LIMITED,
            Rational.of(1, 30), Rational.of(30), 60, 1_000_000, 0, new TreeMap<>());

    private PluginEffects() {
    }

    static List<String> installed() throws InterruptedException {
        return Services.get(Composers.class).effects().stream().map(effect -> effect.id()).toList();
    }

    /** Composes a grey picture with an effect; returns a sample of its second row. */
    static int lumaWith(String effect) throws MediaException, InterruptedException {
        try (Composer composer = open(effect)) {
            return luma(composer);
        }
    }

    /** Opens a composer of one layer with an effect, to be closed by the caller. */
    static Composer open(String effect) throws MediaException, InterruptedException {
        LayerSpec layer = new LayerSpec(CANVAS.picture(), Placement.at(0, 0, 320, 180), false,
                List.of(new EffectUse(effect, new TreeMap<>())));
        return Services.get(Composers.class).open(new Composition(CANVAS, List.of(layer)));
    }

    /** Composes a grey picture; returns a sample of its second row. */
    static int luma(Composer composer) throws MediaException {
        try (VideoFrame grey = MemoryFrame.allocate(CANVAS.picture(), RationalTime.ZERO)) {
            grey.plane(0).fill((byte) GREY);
            grey.plane(1).fill((byte) 128);
            grey.plane(2).fill((byte) 128);
            try (VideoFrame composed = composer.compose(0, List.of(new ComposerInput(grey, 1, RationalTime.ZERO)))) {
                return composed.plane(0).get(ValueLayout.JAVA_BYTE, composed.strideBytes(0)) & 0xff;
            }
        }
    }

    /** The recipes of two colours, the second of which has an effect. */
    static List<String> recipes(String effect) throws MediaException, InterruptedException {
        Clip plain = Clip.of(new Id("a"), "A", Generator.color("#204060"), RationalTime.ZERO, 60);
        Clip changed = Clip.of(new Id("b"), "B", Generator.color("#604020"), RationalTime.ZERO, 60)
                .withEffects(List.of(new AppliedEffect(effect, new TreeMap<>(Map.of()))));
        Sequence sequence = new Sequence(new Id("s"), "Sequence", RATE, 320, 180, 48_000,
                List.of(Track.of(new Id("v"), "V", TrackKind.VIDEO).withItems(TrackItems.of(List.of(plain, changed)))),
                Extras.NONE);
        Composers composers = Services.get(Composers.class);
        SegmentPlan plan = new SegmentPlan(new Recipes(Services.get(MediaEngine.class).version(), composers::effect), sequence,
                new FileMediaCatalog(java.nio.file.Path.of(""), List.of(), Services.get(MediaProbe.class)));
        List<String> recipes = new ArrayList<>();
        for (Segment segment : plan.segments(0, Long.MAX_VALUE)) {
            recipes.add(plan.recipeOf(segment, RUNG).id());
        }
        return recipes;
    }
}
