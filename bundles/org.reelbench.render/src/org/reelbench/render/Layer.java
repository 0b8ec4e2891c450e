package org.reelbench.render;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Transform;

/**
 * One contributing layer of a span.
 *
 * @param look everything that decides what is seen of the layer
 * @param clip the clip it comes from, for messages; of clips that continue each other, the one under the frame that was asked
 */
public record Layer(Look look, Clip clip) {

    /**
     * What is seen of a layer. Two layers that look the same may come from different clips.
     *
     * @param source where the frames come from
     * @param transform where they lie on the canvas
     * @param opacity the clip's opacity, 0 to 1
     * @param effects the clip's effects that are switched on, in order
     * @param ramp how the opacity rises in a dissolve, or null
     * @param notRendered what of the clip this version cannot render, so that it refuses the whole layer; empty if it can
     */
    public record Look(Source source, Transform transform, double opacity, List<AppliedEffect> effects, @Nullable Ramp ramp,
            String notRendered) {

        /** Creates the look with a list of its own. */
        public Look {
            effects = List.copyOf(effects);
        }

        /**
         * Returns the opacity at a frame.
         *
         * @param frame the sequence frame
         * @return 0 to 1
         */
        public double opacityAt(long frame) {
            Ramp rising = ramp;
            return rising == null ? opacity : opacity * rising.weightAt(frame);
        }

        /**
         * Tells whether the layer lets the layers below show through by opacity.
         *
         * @return true if its opacity is below 1 or changes
         */
        public boolean translucent() {
            return ramp != null || opacity < 1;
        }
    }
}
