package org.reelbench.render.internal.recipe;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.render.Layer;
import org.reelbench.time.FrameRate;

/**
 * All that decides the pictures of a segment, and nothing of where it lies: equal keys have equal recipes.
 *
 * @param form the canvas and rate
 * @param frames how many frames
 * @param layers the layers, bottom first, their curves, ramps and times counted from the segment's first frame
 */
public record SegmentKey(Form form, long frames, List<LayerKey> layers) {

    /**
     * The form pictures are composed in.
     *
     * @param widthPx the width
     * @param heightPx the height
     * @param rate frames per second
     */
    public record Form(int widthPx, int heightPx, FrameRate rate) {
    }

    /**
     * A layer.
     *
     * @param content what the frames come from, by what tells it from all other content
     * @param look how it is seen, its origin being the source time of the first frame
     * @param effects what is known of the look's effects, in their order
     * @param timed whether the time in the source decides what is seen
     * @param nested what is seen of a nested sequence; null for other content
     */
    public record LayerKey(String content, Layer.Look look, List<EffectFacts> effects, boolean timed,
            @Nullable NestedKey nested) {
    }

    /**
     * What is known of an effect beside the values it is set to.
     *
     * @param descriptor what the installed provider says; null if none is installed
     * @param files the hashes of the files its parameters name, in the order of the parameters
     */
    public record EffectFacts(@Nullable EffectDescriptor descriptor, List<String> files) {

        /** What is known of an effect that nobody provides. */
        public static final EffectFacts NOT_INSTALLED = new EffectFacts(null, List.of());
    }

    /**
     * What is seen of a nested sequence.
     *
     * @param form its own canvas and rate
     * @param parts the spans of it that are seen one after the other
     */
    public record NestedKey(Form form, List<NestedPart> parts) {
    }

    /**
     * Outer frames that show one span of a nested sequence.
     *
     * @param shown which of its frames each outer frame shows, counted from the first one shown
     * @param layers the layers of the span, counted from the first frame shown
     */
    public record NestedPart(List<Long> shown, List<LayerKey> layers) {
    }
}
