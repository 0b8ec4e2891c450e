package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.compose.LayerPlan.Role;

/** A step that lays layers over each other in one filter graph. */
final class GraphPass implements Pass {

    private final int firstLayer;
    private final List<LayerPlan> layers;
    private final boolean needsBelow;
    private final FilterGraph graph;
    private final long canvasBytes;

    /**
     * Opens the step.
     *
     * @param firstLayer the number of the lowest layer
     * @param layers the layers, bottom first
     * @param graph the graph's text
     * @param canvas the canvas
     * @throws MediaException if the library refuses it
     */
    GraphPass(int firstLayer, List<LayerPlan> layers, GraphOfLayers graph, Canvas canvas) throws MediaException {
        this.firstLayer = firstLayer;
        this.layers = layers;
        this.needsBelow = graph.needsBelow();
        this.canvasBytes = LayerPlan.bytes(canvas.picture());
        this.graph = FilterGraph.open(graph.text(), graph.inputs());
    }

    @Override
    public int firstLayer() {
        return firstLayer;
    }

    @Override
    public boolean needsBelow() {
        return needsBelow;
    }

    /** Returns the graph. */
    FilterGraph graph() {
        return graph;
    }

    @Override
    public AVFrame run(@Nullable AVFrame below, @Nullable AVFrame belowOutgoing, List<ComposerInput> inputs)
            throws MediaException {
        List<AVFrame> frames = new ArrayList<>();
        try {
            if (needsBelow) {
                frames.add(Errors.allocated(avutil.av_frame_clone(below)));
            }
            for (int i = 0; i < layers.size(); i++) {
                LayerPlan layer = layers.get(i);
                int number = firstLayer + i;
                if (layer.role() != Role.BESIDE) {
                    layer.prepare(inputs.get(number), frames);
                    if (layer.spec().translucent()) {
                        // Switched off rather than made clear: a layer that is not seen must not change a sample below it.
                        graph.set(LayerPlan.overlayFilter(number), "enable", inputs.get(number).opacity() == 0 ? "0" : "1");
                    }
                }
            }
            return graph.run(frames);
        } finally {
            frames.forEach(avutil::av_frame_free);
        }
    }

    /** The filter that lays a layer over another keeps what it was laid over, and what came of it, for the next frame. */
    @Override
    public long heldBytes() {
        return LayerPlan.scalerBytes(layers)
                + layers.stream().filter(layer -> layer.role() == Role.OVERLAY).count() * 2 * canvasBytes;
    }

    @Override
    public String text() {
        return graph.text();
    }

    @Override
    public void close() {
        graph.close();
    }
}
