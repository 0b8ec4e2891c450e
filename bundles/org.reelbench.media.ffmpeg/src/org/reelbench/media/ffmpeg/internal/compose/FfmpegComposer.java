package org.reelbench.media.ffmpeg.internal.compose;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectReach;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.time.RationalTime;

/** A composer: the passes of a composition, one after the other. */
final class FfmpegComposer implements Composer {

    private static final byte CHROMA_ZERO = (byte) 128;
    private static final byte LIMITED_BLACK = 16;
    private static final int ALPHA_PLANE = 3;

    private final LayerPlans layers;
    private final List<Pass> passes;
    private final FfmpegFrame black;
    private Composition composition;
    private boolean halfAdjusted;
    private boolean closed;

    private FfmpegComposer(Composition composition, LayerPlans layers, List<Pass> passes) {
        this.composition = composition;
        this.layers = layers;
        this.passes = passes;
        this.black = black(composition.canvas());
    }

    /**
     * Opens a composer.
     *
     * @param composition what to compose
     * @param effects where effects come from
     * @return the composer
     * @throws MediaException {@link Reason#EFFECT} or {@link Reason#UNSUPPORTED}
     */
    static FfmpegComposer open(Composition composition, InstalledEffects effects) throws MediaException {
        LayerPlans layers = LayerPlans.of(composition, effects);
        boolean opened = false;
        try {
            List<Pass> passes = layers.open(composition.canvas());
            opened = true;
            return new FfmpegComposer(composition, layers, passes);
        } finally {
            if (!opened) {
                layers.close();
            }
        }
    }

    @Override
    public Composition composition() {
        return composition;
    }

    @Override
    public VideoFrame compose(long number, List<ComposerInput> inputs) throws MediaException {
        if (closed) {
            throw new IllegalStateException("the composer is closed");
        }
        if (halfAdjusted) {
            throw new MediaException(Reason.EFFECT, "",
                    "an effect took on values that others refused; open a composer for the values that are wanted");
        }
        check(inputs);
        AVFrame composed = layAll(inputs);
        try {
            Frames.standUpright(composed);
            Frames.tagComposed(composed, composition.canvas().picture());
            return FfmpegFrame.take(composed, composition.canvas().rate().timeOf(number));
        } finally {
            avutil.av_frame_free(composed);
        }
    }

    private AVFrame layAll(List<ComposerInput> inputs) throws MediaException {
        AVFrame now = FfmpegFrame.view(black);
        AVFrame before = null;
        boolean done = false;
        try {
            for (Pass pass : passes) {
                AVFrame next = pass.run(now, before, inputs);
                if (before != null) {
                    avutil.av_frame_free(before);
                }
                before = now;
                now = next;
            }
            done = true;
            return now;
        } finally {
            if (before != null) {
                avutil.av_frame_free(before);
            }
            if (!done) {
                avutil.av_frame_free(now);
            }
        }
    }

    @Override
    public boolean adjust(Composition other) throws MediaException {
        if (halfAdjusted || !differsInEffectValues(other)) {
            return false;
        }
        halfAdjusted = true;
        List<int[]> tried = new ArrayList<>();
        boolean adjusted = true;
        try {
            for (int i = 0; adjusted && i < layers.plans().size(); i++) {
                for (int k = 0; adjusted && k < composition.layers().get(i).effects().size(); k++) {
                    tried.add(new int[] { i, k });
                    adjusted = adjust(i, k, composition, other);
                }
            }
            halfAdjusted = false;
        } finally {
            if (!adjusted || halfAdjusted) {
                adjusted = false;
                giveBack(tried, other);
            }
        }
        if (adjusted) {
            composition = other;
        }
        return adjusted;
    }

    /** What was changed before an effect refused goes back to what it was: the composer goes on with its own composition. */
    private void giveBack(List<int[]> tried, Composition other) throws MediaException {
        halfAdjusted = true;
        boolean back = true;
        for (int[] effect : tried.reversed()) {
            back &= adjust(effect[0], effect[1], other, composition);
        }
        halfAdjusted = !back;
    }

    private boolean adjust(int layer, int effect, Composition from, Composition to) throws MediaException {
        EffectUse wanted = to.layers().get(layer).effects().get(effect);
        return from.layers().get(layer).effects().get(effect).equals(wanted)
                || layers.plans().get(layer).adjust(effect, wanted, graphOf(layer));
    }

    private boolean differsInEffectValues(Composition other) {
        return withoutValues(composition).equals(withoutValues(other));
    }

    private static Composition withoutValues(Composition composition) {
        return new Composition(composition.canvas(),
                composition.layers().stream().map(layer -> layer.withEffects(layer.effects().stream()
                        .map(use -> new EffectUse(use.effect(), Collections.emptySortedMap())).toList())).toList());
    }

    @Override
    public long heldBytes() {
        // The picture of nothing, and the one that is being laid.
        return 2 * LayerPlan.bytes(composition.canvas().picture()) + passes.stream().mapToLong(Pass::heldBytes).sum();
    }

    @Override
    public String graph() {
        return layers.describe(passes);
    }

    /** Returns the graph that a layer runs in; null if it is painted. */
    @Nullable
    FilterGraph graphOf(int layer) {
        FilterGraph found = null;
        for (Pass pass : passes) {
            if (pass.firstLayer() <= layer) {
                found = pass instanceof GraphPass inGraph ? inGraph.graph() : null;
            }
        }
        return found;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            passes.forEach(Pass::close);
            layers.close();
            black.close();
        }
    }

    private void check(List<ComposerInput> inputs) throws MediaException {
        if (inputs.size() != composition.layers().size()) {
            throw new IllegalArgumentException(inputs.size() + " inputs for " + composition.layers().size() + " layers");
        }
        for (int i = 0; i < inputs.size(); i++) {
            LayerSpec spec = composition.layers().get(i);
            ComposerInput input = inputs.get(i);
            if (!Frames.sameShape(spec.input(), input.frame().format())) {
                throw new MediaException(Reason.UNSUPPORTED, "", "layer " + i + " was opened for " + spec.input()
                        + " and got a frame of " + input.frame().format() + "; open a composer for the new shape");
            }
            if (!(input.opacity() >= 0 && input.opacity() <= 1)) {
                throw new IllegalArgumentException("an opacity is 0 to 1, not " + input.opacity());
            }
            if ((spec.motion() == Motion.PLACE) != (input.placement() != null)) {
                throw new IllegalArgumentException(
                        "layer " + i + " is said to lie elsewhere in each frame if it moves, else not");
            }
            EffectReach reach = layers.plans().get(i).reach();
            if (reach.isBeyondItself() && input.around().size() != reach.behind() + 1 + reach.ahead()) {
                throw new IllegalArgumentException("the effects of layer " + i + " look " + reach.behind() + " frames behind and "
                        + reach.ahead() + " ahead, and got " + input.around().size() + " in all");
            }
            if (!spec.translucent() && input.opacity() != 1) {
                throw new IllegalArgumentException(
                        "layer " + i + " was not opened as translucent; its opacity is 1, not " + input.opacity());
            }
        }
    }

    private static FfmpegFrame black(Canvas canvas) {
        PictureFormat picture = canvas.picture();
        FfmpegFrame frame = FfmpegFrame.allocate(picture, RationalTime.ZERO);
        MemorySegment luma = frame.plane(0);
        luma.fill(canvas.color().range() == Range.FULL ? 0 : LIMITED_BLACK);
        frame.plane(1).fill(CHROMA_ZERO);
        frame.plane(2).fill(CHROMA_ZERO);
        if (canvas.transparent()) {
            frame.plane(ALPHA_PLANE).fill((byte) 0);
        }
        return frame;
    }
}
