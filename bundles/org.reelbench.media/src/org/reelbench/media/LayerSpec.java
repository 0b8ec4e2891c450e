package org.reelbench.media;

import java.util.List;

/**
 * One layer of a composition, as far as it stays the same from frame to frame.
 *
 * @param input the shape of the layer's frames
 * @param placement where they lie on the canvas
 * @param translucent whether the layer's opacity may be below 1; without it {@link ComposerInput#opacity} must be 1
 * @param effects the effects, in order, on the picture before it is placed
 */
public record LayerSpec(PictureFormat input, Placement placement, boolean translucent, List<EffectUse> effects) {

    /** Creates the layer with a list of its own. */
    public LayerSpec {
        effects = List.copyOf(effects);
    }

    /**
     * Returns an opaque layer without effects.
     *
     * @param input the shape of the layer's frames
     * @param placement where they lie on the canvas
     * @return the layer
     */
    public static LayerSpec opaque(PictureFormat input, Placement placement) {
        return new LayerSpec(input, placement, false, List.of());
    }
}
