package org.reelbench.media;

import java.util.List;

/**
 * One layer of a composition, as far as it stays the same from frame to frame.
 *
 * @param input the shape of the layer's frames
 * @param placement where they lie on the canvas; of a moving layer, the size of its whole picture while effects work on it
 * @param translucent whether the layer's opacity may be below 1; without it {@link ComposerInput#opacity} must be 1
 * @param effects the effects, in order, on the picture before it is placed
 * @param blend how its colours mix with those below
 * @param fields which frames are deinterlaced before anything else happens to them
 * @param motion what of it changes from frame to frame
 * @param joined whether it and the layer below are the two sides of a dissolve, whose weights add up to one: it is mixed with
 *            what lies below both, and added
 * @param alpha whether its colours were multiplied by alpha
 */
public record LayerSpec(PictureFormat input, Placement placement, boolean translucent, List<EffectUse> effects, Blend blend,
        Fields fields, Motion motion, boolean joined, Alpha alpha) {

    /** What changes from frame to frame. */
    public enum Motion {
        /** The picture, but not where it lies. */
        PICTURE,
        /** Where it lies: {@link ComposerInput#placement} says it for each frame. */
        PLACE,
        /** Hardly anything: the same picture comes again and again, so that the placed one is worth its memory. */
        STILL
    }

    /** Creates the layer with a list of its own. */
    public LayerSpec {
        effects = List.copyOf(effects);
    }

    /**
     * Creates a layer that is laid over those below as it is.
     *
     * @param input the shape of the layer's frames
     * @param placement where they lie on the canvas
     * @param translucent whether the layer's opacity may be below 1
     * @param effects the effects, in order
     */
    public LayerSpec(PictureFormat input, Placement placement, boolean translucent, List<EffectUse> effects) {
        this(input, placement, translucent, effects, Blend.NORMAL, Fields.AS_FLAGGED, Motion.PICTURE, false,
                Alpha.AS_FLAGGED);
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

    /**
     * Returns this layer with another mixing.
     *
     * @param newBlend how its colours mix with those below
     * @return the layer
     */
    public LayerSpec withBlend(Blend newBlend) {
        return new LayerSpec(input, placement, translucent, effects, newBlend, fields, motion, joined, alpha);
    }

    /**
     * Returns this layer with other fields.
     *
     * @param newFields which frames are deinterlaced
     * @return the layer
     */
    public LayerSpec withFields(Fields newFields) {
        return new LayerSpec(input, placement, translucent, effects, blend, newFields, motion, joined, alpha);
    }

    /**
     * Returns this layer with something else that changes.
     *
     * @param newMotion what changes from frame to frame
     * @return the layer
     */
    public LayerSpec withMotion(Motion newMotion) {
        return new LayerSpec(input, placement, translucent, effects, blend, fields, newMotion, joined, alpha);
    }

    /**
     * Returns this layer as the incoming side of a dissolve, the layer below being the outgoing one.
     *
     * @param newJoined whether it is
     * @return the layer
     */
    public LayerSpec withJoined(boolean newJoined) {
        return new LayerSpec(input, placement, translucent, effects, blend, fields, motion, newJoined, alpha);
    }

    /**
     * Returns the same layer with other effects.
     *
     * @param others the effects, in order
     * @return the layer
     */
    public LayerSpec withEffects(List<EffectUse> others) {
        return new LayerSpec(input, placement, translucent, others, blend, fields, motion, joined, alpha);
    }

    /**
     * Returns the same layer with colours that are meant otherwise.
     *
     * @param newAlpha whether they were multiplied by alpha
     * @return the layer
     */
    public LayerSpec withAlpha(Alpha newAlpha) {
        return new LayerSpec(input, placement, translucent, effects, blend, fields, motion, joined, newAlpha);
    }
}
