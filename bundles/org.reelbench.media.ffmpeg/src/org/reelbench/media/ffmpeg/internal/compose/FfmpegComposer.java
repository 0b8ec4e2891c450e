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
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;
import org.reelbench.media.ffmpeg.internal.compose.LayerPlan.Role;
import org.reelbench.time.RationalTime;

/** A composer on one filter graph. */
final class FfmpegComposer implements Composer {

    private static final byte CHROMA_ZERO = (byte) 128;
    private static final byte LIMITED_BLACK = 16;
    private static final int ALPHA_PLANE = 3;

    private Composition composition;
    private final CompositionPlan plan;
    private final FilterGraph graph;
    private final @Nullable FfmpegFrame black;
    private boolean halfAdjusted;
    private boolean closed;

    private FfmpegComposer(Composition composition, CompositionPlan plan, FilterGraph graph, @Nullable FfmpegFrame black) {
        this.composition = composition;
        this.plan = plan;
        this.graph = graph;
        this.black = black;
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
        CompositionPlan plan = CompositionPlan.of(composition, effects);
        boolean opened = false;
        try {
            FilterGraph graph = FilterGraph.open(plan.text(), plan.inputs());
            opened = true;
            return new FfmpegComposer(composition, plan, graph, plan.blackBase() ? black(composition.canvas()) : null);
        } finally {
            if (!opened) {
                plan.close();
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
        check(inputs);
        List<AVFrame> frames = new ArrayList<>();
        try {
            FfmpegFrame canvas = black;
            if (canvas != null) {
                frames.add(FfmpegFrame.view(canvas));
            }
            for (int i = 0; i < inputs.size(); i++) {
                LayerPlan layer = plan.layers().get(i);
                if (layer.role() != Role.BESIDE) {
                    layer.prepare(inputs.get(i), frames);
                    if (layer.spec().translucent()) {
                        // Switched off rather than made clear: a layer that is not seen must not change a sample below it.
                        graph.set(LayerPlan.overlayFilter(i), "enable", inputs.get(i).opacity() == 0 ? "0" : "1");
                    }
                }
            }
            AVFrame composed = graph.run(frames);
            try {
                Frames.standUpright(composed);
                Frames.tagComposed(composed, composition.canvas().picture());
                return FfmpegFrame.take(composed, composition.canvas().rate().timeOf(number));
            } finally {
                avutil.av_frame_free(composed);
            }
        } finally {
            frames.forEach(avutil::av_frame_free);
        }
    }

    @Override
    public boolean adjust(Composition other) throws MediaException {
        if (halfAdjusted || !differsInEffectValues(other)) {
            return false;
        }
        halfAdjusted = true;
        for (int i = 0; i < plan.layers().size(); i++) {
            List<EffectUse> now = composition.layers().get(i).effects();
            List<EffectUse> wanted = other.layers().get(i).effects();
            for (int k = 0; k < now.size(); k++) {
                if (!now.get(k).equals(wanted.get(k)) && !plan.layers().get(i).adjust(k, wanted.get(k), graph)) {
                    return false;
                }
            }
        }
        halfAdjusted = false;
        composition = other;
        return true;
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
    public String graph() {
        return plan.describe();
    }

    /** Returns the graph, for tests. */
    FilterGraph filterGraph() {
        return graph;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            graph.close();
            plan.close();
            FfmpegFrame canvas = black;
            if (canvas != null) {
                canvas.close();
            }
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
