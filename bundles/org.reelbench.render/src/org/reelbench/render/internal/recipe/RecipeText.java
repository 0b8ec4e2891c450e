package org.reelbench.render.internal.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.Layer;
import org.reelbench.render.internal.recipe.SegmentKey.EffectFacts;
import org.reelbench.render.internal.recipe.SegmentKey.Form;
import org.reelbench.render.internal.recipe.SegmentKey.LayerKey;
import org.reelbench.render.internal.recipe.SegmentKey.NestedPart;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Keyframe;

/** Writes the canonical text of a recipe from a key alone: equal keys cannot have different texts. One thread at a time. */
public final class RecipeText {

    /** How the values of something that moves begin. */
    private static final String SEVERAL = "[";

    private final StringBuilder text = new StringBuilder(512);

    private RecipeText() {
    }

    /** Writes the recipe of a segment's pictures. */
    public static String of(String engine, String natives, SegmentKey key, VideoEncoding rung) {
        RecipeText recipe = new RecipeText();
        recipe.line("engine", engine, quoted(natives));
        recipe.form("canvas", key.form(), "bt709-limited");
        recipe.line("rung", quoted(rung.encoder()), rung.widthPx(), rung.heightPx(), rung.pixelFormat(), rung.color(),
                rung.timeBase(), rung.frameRate(), rung.gopFrames(), rung.bitRate(), rung.threads());
        rung.options().forEach((name, value) -> recipe.line(" option", quoted(name), quoted(value)));
        recipe.line("frames", key.frames());
        long[] frames = LongStream.range(0, key.frames()).toArray();
        recipe.layers(key.layers(), frames);
        return recipe.text.toString();
    }

    private void form(String name, Form form, String color) {
        line(name, form.widthPx(), form.heightPx(), form.rate(), color);
    }

    private void layers(List<LayerKey> layers, long[] frames) {
        for (int i = 0; i < layers.size(); i++) {
            layer(layers.get(i), frames);
            if (i > 0 && layers.get(i).look().joins(layers.get(i - 1).look())) {
                line(" joined");
            }
        }
    }

    private void layer(LayerKey layer, long[] frames) {
        Layer.Look look = layer.look();
        line("layer", layer.content());
        SegmentKey.NestedKey nested = layer.nested();
        if (nested != null) {
            form(" nested", nested.form(), "");
            nested.parts().forEach(this::part);
            line(" end");
        }
        if (layer.timed()) {
            line(" from", look.source().origin(), look.source().speed());
        }
        // The transform of the first frame, and what of it moves after that: a curve that does not move is a constant.
        line(" place", look.transformAt(frames[0]));
        look.curves().forEach((name, curve) -> {
            String values = series(frames, f -> Math.clamp(curve.valueAt(f), Animated.least(name), Animated.greatest(name)));
            if (!name.equals(Animated.OPACITY) && values.startsWith(SEVERAL)) {
                line("  moving", name, values);
            }
        });
        line(" opacity", series(frames, look::opacityAt));
        if (look.blend() != BlendMode.NORMAL) {
            line(" blend", look.blend());
        }
        if (!look.notRendered().isEmpty()) {
            line(" refused", quoted(look.notRendered()));
        }
        Long since = look.since();
        if (since != null) {
            line(" since", since);
        }
        boolean fed = layer.effects().stream().map(EffectFacts::descriptor)
                .anyMatch(effect -> effect != null && effect.subject().isSeen() && effect.reach().isFed());
        for (int i = 0; i < look.effects().size(); i++) {
            effect(look.effects().get(i), layer.effects().get(i), frames, fed);
        }
    }

    private void part(NestedPart part) {
        long[] frames = part.shown().stream().mapToLong(Long::longValue).toArray();
        line(" span", frames.length, steps(frames));
        layers(part.layers(), frames);
    }

    /** Writes an effect; where effects are fed, the values at frames long before count too, and are told by their curves. */
    private void effect(AppliedEffect effect, EffectFacts facts, long[] frames, boolean fed) {
        EffectDescriptor descriptor = facts.descriptor();
        line(" effect", quoted(effect.effect()), descriptor == null ? "not installed" : quoted(descriptor.version()));
        values(effect, descriptor).forEach((name, value) -> {
            Curve curve = effect.curves().get(name);
            if (isFile(descriptor, name)) {
                return;
            }
            if (curve == null) {
                line("  parameter", quoted(name), value.getClass().getSimpleName(), quoted(value.toString()));
            } else {
                DoubleUnaryOperator allowed = allowed(descriptor, name);
                line("  parameter", quoted(name), "Double",
                        quoted(fed
                                ? keyframes(curve, frames)
                                : series(frames, f -> allowed.applyAsDouble(curve.valueAt(f)))));
            }
        });
        facts.files().forEach(hash -> line("  file", quoted(hash)));
    }

    /** Of a file, what is in it counts and not where it lies. */
    private static boolean isFile(@Nullable EffectDescriptor descriptor, String name) {
        return descriptor != null
                && descriptor.parameter(name).filter(found -> found.kind() == EffectParameter.Kind.FILE).isPresent();
    }

    /** All values, the defaults of those that are not set too; as they are where the effect is not installed or refuses them. */
    private static SortedMap<String, Object> values(AppliedEffect effect, @Nullable EffectDescriptor descriptor) {
        SortedMap<String, Object> values = new TreeMap<>(effect.parameters());
        effect.curves().keySet().forEach(name -> values.putIfAbsent(name, 0.0));
        if (descriptor == null) {
            return values;
        }
        try {
            return descriptor.check(values);
        } catch (IllegalArgumentException _) {
            return values;
        }
    }

    /** Between its keyframes a curve may leave the range of its parameter. */
    private static DoubleUnaryOperator allowed(@Nullable EffectDescriptor descriptor, String name) {
        EffectParameter parameter = descriptor == null ? null : descriptor.parameter(name).orElse(null);
        return parameter == null ? value -> value : value -> Math.clamp(value, parameter.minimum(), parameter.maximum());
    }

    /** The values at the frames; one number where they are all alike, so that a curve that does not move is a constant. */
    private static String series(long[] frames, LongToDoubleFunction value) {
        double[] values = new double[frames.length];
        boolean alike = true;
        for (int i = 0; i < frames.length; i++) {
            values[i] = value.applyAsDouble(frames[i]);
            alike &= values[i] == values[0];
        }
        return alike ? Double.toString(values[0]) : Arrays.toString(values);
    }

    /** What a curve was up to the last of some frames. */
    private static String keyframes(Curve curve, long[] frames) {
        long last = LongStream.of(frames).max().orElse(0);
        List<String> told = new ArrayList<>();
        for (Keyframe keyframe : curve.keyframes()) {
            told.add(keyframe.frame() + " " + keyframe.value() + " " + keyframe.toNext());
            if (keyframe.frame() >= last) {
                break;
            }
        }
        return "curve " + told;
    }

    /** How far it is from each frame to the next; one number where they are all alike. */
    private static String steps(long[] frames) {
        List<Long> steps = LongStream.range(1, frames.length).mapToObj(i -> frames[(int) i] - frames[(int) i - 1]).toList();
        return !steps.isEmpty() && steps.stream().distinct().count() == 1 ? "each " + steps.getFirst() : steps.toString();
    }

    private void line(String name, Object... values) {
        text.append(name);
        for (Object value : values) {
            text.append(' ').append(value);
        }
        text.append('\n');
    }

    /** Free text cannot pass for another part of the recipe. */
    static String quoted(String free) {
        return '"' + free.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
