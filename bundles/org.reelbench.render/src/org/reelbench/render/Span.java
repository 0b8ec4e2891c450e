package org.reelbench.render;

import java.util.List;

/**
 * A maximal stretch of a sequence in which the stack of contributing layers stays the same.
 *
 * @param startFrame the first frame
 * @param endFrame the frame after the last
 * @param layers the layers that are seen, bottom first; none means black
 */
public record Span(long startFrame, long endFrame, List<Layer> layers) {

    /** Creates the span with a list of its own. */
    public Span {
        layers = List.copyOf(layers);
    }

    /**
     * Returns what the layers look like, without the clips they come from.
     *
     * @return the looks, bottom first
     */
    public List<Layer.Look> looks() {
        return layers.stream().map(Layer::look).toList();
    }

    /**
     * Tells whether a frame lies in the span.
     *
     * @param frame the sequence frame
     * @return true if it does
     */
    public boolean contains(long frame) {
        return frame >= startFrame && frame < endFrame;
    }
}
