package org.reelbench.media;

import java.util.List;

/**
 * What a composer composes: layers on a black or transparent canvas, bottom first.
 *
 * @param canvas the picture to fill
 * @param layers the layers, bottom first; none gives the canvas alone
 */
public record Composition(Canvas canvas, List<LayerSpec> layers) {

    /** Creates the composition with a list of its own. */
    public Composition {
        layers = List.copyOf(layers);
    }
}
