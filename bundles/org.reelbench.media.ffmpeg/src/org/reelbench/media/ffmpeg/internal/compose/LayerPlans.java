package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.Canvas;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.compose.LayerPlan.Role;

/**
 * The plans of a composition's layers, and how they are put together: layers that filters can lay go into one graph with their
 * neighbours, each other one is painted.
 *
 * @param plans the plans, bottom first
 */
record LayerPlans(List<LayerPlan> plans) implements AutoCloseable {

    /**
     * Plans the layers.
     *
     * @param composition the composition
     * @param effects where effects come from
     * @return the plans, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#EFFECT} or {@link MediaException.Reason#UNSUPPORTED}
     */
    static LayerPlans of(Composition composition, InstalledEffects effects) throws MediaException {
        List<LayerPlan> plans = new ArrayList<>();
        boolean planned = false;
        try {
            for (LayerSpec layer : composition.layers()) {
                plans.add(LayerPlan.of(plans.size(), layer, composition.canvas(), effects));
            }
            planned = true;
        } finally {
            if (!planned) {
                plans.forEach(LayerPlan::close);
            }
        }
        return new LayerPlans(List.copyOf(plans));
    }

    /**
     * Opens the passes that lay the layers.
     *
     * @param canvas the canvas
     * @return the passes, the lowest first, at least one, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#UNSUPPORTED} if the library refuses a graph
     */
    List<Pass> open(Canvas canvas) throws MediaException {
        List<Pass> passes = new ArrayList<>();
        boolean opened = false;
        try {
            int first = 0;
            do {
                int end = end(first);
                passes.add(end == first + 1 && plans.get(first).role() == Role.PAINTED
                        ? new PaintPass(first, plans.get(first), canvas)
                        : graph(first, plans.subList(first, end), canvas));
                first = end;
            } while (first < plans.size());
            opened = true;
            return List.copyOf(passes);
        } finally {
            if (!opened) {
                passes.forEach(Pass::close);
            }
        }
    }

    private static Pass graph(int first, List<LayerPlan> layers, Canvas canvas) throws MediaException {
        GraphOfLayers graph = GraphOfLayers.of(first, layers, canvas);
        return StampPass.lays(layers, canvas)
                ? new StampPass(first, layers, canvas, graph)
                : new GraphPass(first, layers, graph, canvas);
    }

    /** Returns the layer after the last one that goes into the pass of a layer. */
    private int end(int first) {
        int end = first;
        while (end < plans.size() && plans.get(end).role() != Role.PAINTED && (end == first || !isOutgoing(end))) {
            end++;
        }
        return end == first && end < plans.size() ? first + 1 : end;
    }

    /** Tells whether a layer is the outgoing side of a dissolve with the one above it: what lies below it is needed there. */
    private boolean isOutgoing(int layer) {
        return layer + 1 < plans.size() && plans.get(layer + 1).spec().joined();
    }

    /**
     * Returns the whole composition as text, for people.
     *
     * @param passes its passes
     * @return the stages of the layers, then the passes
     */
    String describe(List<Pass> passes) {
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < plans.size(); i++) {
            for (LayerStage stage : plans.get(i).stages()) {
                whole.append("layer ").append(i).append(": ").append(stage.text()).append('\n');
            }
        }
        passes.forEach(pass -> whole.append(whole.isEmpty() || whole.charAt(whole.length() - 1) == '\n' ? "" : "\n")
                .append(pass.text()));
        return whole.toString();
    }

    /** Closes the layers' stages. */
    @Override
    public void close() {
        plans.forEach(LayerPlan::close);
    }
}
