package org.reelbench.render.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Blend;
import org.reelbench.media.Canvas;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.render.Layer;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Transform;

/**
 * How a layer is laid in one frame. What decides it is where it lies in that frame alone, never whether it moves: so a frame looks
 * the same whoever asks for it, and whatever lies behind its segment.
 *
 * @param spec what stays the same while the layer moves between pixels
 * @param moving where it lies between pixels; null if the spec says it
 */
record LaidLayer(LayerSpec spec, @Nullable Placement moving) {

    /** Lays a look at a frame. */
    static LaidLayer of(Layer.Look look, long frame, PictureFormat picture, PictureFormat whole, Shown shown, Canvas canvas,
            List<EffectUse> effects) {
        Transform transform = look.transformAt(frame);
        Placement placement = Placements.of(transform, picture, whole, shown, canvas);
        // Effects see the whole picture as it is fitted, whatever its clip's size and crop are at the frame.
        boolean fitted = transform.scale() == 1 && transform.crop().equals(Crop.NONE);
        boolean moves = !placement.isOnPixels() || !effects.isEmpty() && !fitted;
        Motion motion = moves ? Motion.PLACE : isStill(look) ? Motion.STILL : Motion.PICTURE;
        Placement constant = moves ? Placements.of(Transform.IDENTITY, picture, whole, shown, canvas) : placement;
        LayerSpec spec = new LayerSpec(shown.colored(picture), constant, look.translucent(), effects, blend(look.blend()),
                shown.fields(), motion, false, shown.alpha());
        return new LaidLayer(spec, moves ? placement : null);
    }

    /** Returns this layer with pictures that change, whatever they are made of. */
    LaidLayer changing() {
        return spec.motion() == Motion.STILL ? new LaidLayer(spec.withMotion(Motion.PICTURE), moving) : this;
    }

    private static boolean isStill(Layer.Look look) {
        return switch (look.source().content()) {
        case Still _ -> true;
        case Generator generator -> !generator.moves();
        case MediaStream _,NestedSequence _ -> look.source().speed().signum() == 0;
        };
    }

    private static Blend blend(BlendMode mode) {
        return switch (mode) {
        case NORMAL -> Blend.NORMAL;
        case ADD -> Blend.ADD;
        case MULTIPLY -> Blend.MULTIPLY;
        case SCREEN -> Blend.SCREEN;
        case OVERLAY -> Blend.OVERLAY;
        case DARKEN -> Blend.DARKEN;
        case LIGHTEN -> Blend.LIGHTEN;
        case DIFFERENCE -> Blend.DIFFERENCE;
        };
    }
}
