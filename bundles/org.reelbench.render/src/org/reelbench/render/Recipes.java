package org.reelbench.render;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.SegmentGrid.Segment;
import org.reelbench.render.internal.Nested;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/**
 * Writes the recipes of segments.
 * <p>
 * One thread at a time.
 */
public final class Recipes {

    /** Raised whenever the pipeline would make other pixels of the same recipe. */
    public static final String ENGINE = "reelbench-render/1";

    private final String natives;
    private final Sequence sequence;
    private final MediaCatalog catalog;
    private final Function<String, Optional<EffectDescriptor>> effects;
    private final Map<Id, SpanPlanner> planners = new HashMap<>();

    /**
     * Creates a writer of recipes.
     *
     * @param natives the native library's version and build
     * @param sequence the snapshot
     * @param catalog its media
     * @param effects finds installed effects by id
     */
    public Recipes(String natives, Sequence sequence, MediaCatalog catalog,
            Function<String, Optional<EffectDescriptor>> effects) {
        this.natives = natives;
        this.sequence = sequence;
        this.catalog = catalog;
        this.effects = effects;
    }

    /**
     * Writes the recipe of a segment.
     *
     * @param segment the segment
     * @param rung how it is encoded
     * @return the recipe
     * @throws MediaException if a medium it shows cannot be found
     */
    public Recipe of(Segment segment, VideoEncoding rung) throws MediaException {
        StringBuilder text = new StringBuilder(512);
        line(text, "engine", ENGINE, quoted(natives));
        line(text, "canvas", sequence.widthPx(), sequence.heightPx(), sequence.rate(), "bt709-limited");
        line(text, "rung", quoted(rung.encoder()), rung.widthPx(), rung.heightPx(), rung.pixelFormat(), rung.color().matrix(),
                rung.color().range(), rung.timeBase(), rung.frameRate(), rung.gopFrames(), rung.bitRate(), rung.threads());
        rung.options().forEach((name, value) -> line(text, " option", quoted(name), quoted(value)));
        line(text, "frames", segment.endFrame() - segment.startFrame());
        long[] frames = LongStream.range(segment.startFrame(), segment.endFrame()).toArray();
        for (Layer layer : segment.span().layers()) {
            layer(text, sequence, layer.look(), frames, 0);
        }
        return new Recipe(text.toString());
    }

    private void layer(StringBuilder text, Sequence of, Layer.Look look, long[] frames, int depth) throws MediaException {
        Source source = look.source();
        long firstFrame = frames[0];
        line(text, "layer", content(source.content()));
        if (source.content() instanceof NestedSequence nested) {
            nested(text, catalog.sequence(nested.sequence()), source, of.rate(), frames, depth);
        }
        if (source.content() instanceof MediaStream || !look.effects().isEmpty()) {
            // A still shows the same whenever it is asked; only an effect on it may look at the time.
            line(text, " from", source.timeAt(firstFrame, of.rate()), source.speed());
        }
        Crop crop = look.transform().crop();
        line(text, " place", series(frames, f -> look.transformAt(f).xPx()), series(frames, f -> look.transformAt(f).yPx()),
                series(frames, f -> look.transformAt(f).scale()), series(frames, f -> look.transformAt(f).rotationDegrees()),
                crop.leftPx(), crop.topPx(), crop.rightPx(), crop.bottomPx());
        line(text, " opacity", series(frames, look::opacityAt));
        if (!look.notRendered().isEmpty()) {
            line(text, " refused", quoted(look.notRendered()));
        }
        for (AppliedEffect effect : look.effects()) {
            effect(text, effect, frames);
        }
    }

    private void effect(StringBuilder text, AppliedEffect effect, long[] frames) {
        String version = effects.apply(effect.effect()).map(EffectDescriptor::version).orElse("not installed");
        line(text, " effect", quoted(effect.effect()), quoted(version));
        for (Map.Entry<String, Object> parameter : effect.parameters().entrySet()) {
            Object value = parameter.getValue();
            if (!effect.curves().containsKey(parameter.getKey())) {
                line(text, "  parameter", quoted(parameter.getKey()), value.getClass().getSimpleName(), quoted(value.toString()));
            }
        }
        effect.curves().forEach((name, curve) -> line(text, "  parameter", quoted(name), "Double",
                quoted(series(frames, curve::valueAt))));
    }

    /** The values at the frames; one number where they are all alike, so that a curve that does not move is a constant. */
    private static String series(long[] frames, LongToDoubleFunction value) {
        double[] values = LongStream.of(frames).mapToDouble(value).toArray();
        return DoubleStream.of(values).distinct().count() == 1 ? Double.toString(values[0]) : Arrays.toString(values);
    }

    /** What is seen of a nested sequence: its own layers at those of its frames that are shown, and which is shown when. */
    private void nested(StringBuilder text, Sequence inner, Source source, FrameRate outerRate, long[] frames, int depth)
            throws MediaException {
        Nested.refuseTooDeep(depth, inner);
        line(text, " nested", inner.widthPx(), inner.heightPx(), inner.rate());
        SpanPlanner planner = planners.computeIfAbsent(inner.id(), _ -> new SpanPlanner(inner, catalog));
        long[] shown = LongStream.of(frames).map(f -> Nested.frameAt(inner, source.timeAt(f, outerRate))).toArray();
        int start = 0;
        while (start < shown.length) {
            Span span = planner.spanAt(shown[start]);
            int end = start + 1;
            while (end < shown.length && span.contains(shown[end])) {
                end++;
            }
            line(text, " span", end - start, steps(shown, start, end));
            for (Layer layer : span.layers()) {
                layer(text, inner, layer.look(), Arrays.copyOfRange(shown, start, end), depth + 1);
            }
            start = end;
        }
        line(text, " end");
    }

    /** How far it is from each frame to the next; one number where they are all alike. */
    private static String steps(long[] frames, int start, int end) {
        long[] steps = IntStream.range(start + 1, end).mapToLong(i -> frames[i] - frames[i - 1]).toArray();
        return LongStream.of(steps).distinct().count() <= 1 && steps.length > 0 ? "each " + steps[0] : Arrays.toString(steps);
    }

    private String content(Content content) throws MediaException {
        return switch (content) {
        case MediaStream stream -> "stream " + medium(stream.media()) + " " + stream.streamIndex();
        case Still still -> "still " + medium(still.media());
        case Generator generator -> "generator " + quoted(generator.kind()) + generator.parameters().entrySet().stream()
                .map(p -> " " + quoted(p.getKey()) + "=" + quoted(p.getValue())).reduce("", String::concat);
        case NestedSequence _ -> "sequence";
        };
    }

    private String medium(Id media) throws MediaException {
        return quoted(catalog.medium(media).fingerprint());
    }

    private static void line(StringBuilder text, String name, Object... values) {
        text.append(name);
        for (Object value : values) {
            text.append(' ').append(value);
        }
        text.append('\n');
    }

    /** Free text cannot pass for another part of the recipe. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
