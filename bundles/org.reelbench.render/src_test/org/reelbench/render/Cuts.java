package org.reelbench.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectReach;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Sequence;

/** The segments and recipes of whole sequences. */
final class Cuts {

    static final VideoEncoding RUNG = new VideoEncoding("x", 640, 360, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
            Rational.of(1, 25), Rational.of(25), 50, 1_000_000, 0, new TreeMap<>());

    private Cuts() {
    }

    static List<Segment> segments(Sequence sequence, MediaCatalog catalog) {
        SpanPlanner planner = new SpanPlanner(sequence, catalog);
        List<Segment> segments = new ArrayList<>();
        long frame = 0;
        while (frame < sequence.durationFrames()) {
            Span span = planner.spanAt(frame);
            if (span.endFrame() == Long.MAX_VALUE) {
                break;
            }
            segments.addAll(SegmentGrid.cut(span, sequence.rate()));
            frame = span.endFrame();
        }
        return segments;
    }

    /** The recipe ids of all segments that show something, in order. */
    static List<String> ids(Sequence sequence, MediaCatalog catalog) {
        List<String> ids = new ArrayList<>();
        for (Segment segment : segments(sequence, catalog)) {
            if (!segment.span().layers().isEmpty()) {
                ids.add(recipe(sequence, catalog, segment).id());
            }
        }
        return ids;
    }

    static Recipe recipe(Sequence sequence, MediaCatalog catalog, Segment segment) {
        return recipe("natives 1", sequence, catalog, segment, RUNG, "1");
    }

    static Recipe recipe(String natives, Sequence sequence, MediaCatalog catalog, Segment segment, VideoEncoding rung,
            String effectVersion) {
        return new SegmentPlan(recipes(natives, effectVersion), sequence, catalog).recipeOf(segment, rung);
    }

    static Recipes recipes(String natives, String effectVersion) {
        return recipes(natives, effectVersion, EffectReach.NONE);
    }

    /** Recipes with effects that all look as far. */
    static Recipes recipes(String natives, String effectVersion, EffectReach reach) {
        return new Recipes(natives,
                effect -> Optional.of(new EffectDescriptor(effect, effectVersion, "Effect", List.of(), reach)));
    }
}
