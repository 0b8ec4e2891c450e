package org.reelbench.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
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
     * @param blend how it is put together with what lies below it
     * @param curves the values of the clip that are animated, see {@link Animated}, their keyframes on frames of the sequence;
     *            they stand in place of the constants
     * @param effects the clip's effects that are switched on, in order, the keyframes of their curves on frames of the sequence
     * @param ramp how the opacity rises or falls in a dissolve, or null
     * @param fade how the opacity rises or falls where the clip fades in or out, or null
     * @param notRendered what of the clip this version cannot render, so that it refuses the whole layer; empty if it can
     * @param since the sequence frame at which that began to be seen which the clip goes on with, where an effect remembers all of
     *            it; null where none does
     */
    public record Look(Source source, Transform transform, double opacity, BlendMode blend, SortedMap<String, Curve> curves,
            List<AppliedEffect> effects, @Nullable Ramp ramp, @Nullable Ramp fade, String notRendered,
            @Nullable Long since) {

        /** Creates the look with a map and a list of its own. */
        public Look {
            curves = Collections.unmodifiableSortedMap(new TreeMap<>(curves));
            effects = List.copyOf(effects);
        }

        /**
         * Returns the opacity at a frame.
         *
         * @param frame the sequence frame
         * @return 0 to 1
         */
        public double opacityAt(long frame) {
            return valueAt(Animated.OPACITY, opacity, frame) * weight(ramp, frame) * weight(fade, frame);
        }

        /** Beside its frames a fade is over, or has not begun: a dissolve shows frames there. */
        private static double weight(@Nullable Ramp ramp, long frame) {
            return ramp == null ? 1 : Math.clamp(ramp.weightAt(frame), 0.0, 1.0);
        }

        /**
         * Returns where the layer lies at a frame.
         *
         * @param frame the sequence frame
         * @return the transform with the animated values put in
         */
        public Transform transformAt(long frame) {
            Transform at = transform;
            for (String name : curves.keySet()) {
                if (!name.equals(Animated.OPACITY)) {
                    at = at.with(name, valueAt(name, 0, frame));
                }
            }
            return at;
        }

        /**
         * Returns the effects at a frame.
         *
         * @param frame the sequence frame
         * @return the effects, in order, the values of their curves put in place of the parameters
         */
        public List<AppliedEffect> effectsAt(long frame) {
            return effects.stream().map(effect -> constant(effect, frame)).toList();
        }

        /**
         * Tells whether a value changes from frame to frame other than by a dissolve.
         *
         * @return true if there is a curve
         */
        public boolean isAnimated() {
            return !curves.isEmpty() || effects.stream().anyMatch(effect -> !effect.curves().isEmpty());
        }

        private double valueAt(String name, double constant, long frame) {
            Curve curve = curves.get(name);
            return curve == null ? constant : Math.clamp(curve.valueAt(frame), Animated.least(name), Animated.greatest(name));
        }

        private static AppliedEffect constant(AppliedEffect effect, long frame) {
            if (effect.curves().isEmpty()) {
                return effect;
            }
            SortedMap<String, Object> values = new TreeMap<>(effect.parameters());
            effect.curves().forEach((name, curve) -> values.put(name, curve.valueAt(frame)));
            return effect.withCurves(Collections.emptySortedMap()).withParameters(values);
        }

        /**
         * Returns this look for frames that are counted from another one, so that what looks the same elsewhere in a sequence, or in
         * another one, is equal.
         *
         * @param frame the sequence frame that is called 0
         * @param rate the sequence's rate
         * @return the look; its source's origin is the time that is shown at the frame
         */
        public Look countedFrom(long frame, FrameRate rate) {
            Source counted = new Source(source.content(), source.speed(), source.timeAt(frame, rate));
            Ramp countedRamp = ramp == null ? null : ramp.countedFrom(frame);
            Ramp countedFade = fade == null ? null : fade.countedFrom(frame);
            Long countedSince = since == null ? null : since - frame;
            try {
                List<AppliedEffect> countedEffects = effects.stream()
                        .map(e -> e.curves().isEmpty() ? e : e.withCurves(shifted(e.curves(), -frame))).toList();
                return new Look(counted, transform, opacity, blend, shifted(curves, -frame), countedEffects, countedRamp,
                        countedFade, notRendered, countedSince);
            } catch (IllegalArgumentException _) {
                // Keyframes at the end of all numbers cannot be moved there: such a look is like no other.
                return new Look(counted, transform, opacity, blend, curves, effects, countedRamp, countedFade,
                        notRendered + " from frame " + frame, countedSince);
            }
        }

        /**
         * Returns this look of another source.
         *
         * @param newSource where the frames come from
         * @return the look
         */
        public Look withSource(Source newSource) {
            return new Look(newSource, transform, opacity, blend, curves, effects, ramp, fade, notRendered, since);
        }

        /**
         * Returns this look with another beginning.
         *
         * @param newSince the sequence frame at which that began which effects remember; null where none does
         * @return the look
         */
        public Look withSince(@Nullable Long newSince) {
            return new Look(source, transform, opacity, blend, curves, effects, ramp, fade, notRendered, newSince);
        }

        /**
         * Returns this look with one more effect, after all others.
         *
         * @param effect the effect, its curves over frames of the sequence
         * @return the look
         */
        public Look withEffect(AppliedEffect effect) {
            List<AppliedEffect> more = new ArrayList<>(effects);
            more.add(effect);
            return new Look(source, transform, opacity, blend, curves, more, ramp, fade, notRendered, since);
        }

        /**
         * Returns the part of this look that decides what comes out of the effects.
         *
         * @return a look that is untouched but for its source and its effects
         */
        public Look ofEffectsAlone() {
            return new Look(source, Transform.IDENTITY, 1, BlendMode.NORMAL, Collections.emptySortedMap(), effects, null, null,
                    "", since);
        }

        private static SortedMap<String, Curve> shifted(SortedMap<String, Curve> curves, long deltaFrames) {
            if (curves.isEmpty()) {
                return curves;
            }
            SortedMap<String, Curve> shifted = new TreeMap<>();
            curves.forEach((name, curve) -> shifted.put(name, curve.shifted(deltaFrames)));
            return shifted;
        }

        /**
         * Tells whether the layer is the incoming side of a dissolve whose outgoing side fades out where the incoming one leaves
         * parts of the canvas free: what both hide of what lies below adds up.
         *
         * @param below what is seen of the layer below
         * @return whether that is the outgoing side
         */
        public boolean joins(Look below) {
            Ramp rising = ramp;
            Ramp falling = below.ramp;
            return rising != null && falling != null && !rising.falling() && falling.falling() && falling.hiding() == 0
                    && rising.startFrame() == falling.startFrame() && rising.lengthFrames() == falling.lengthFrames();
        }

        /**
         * Tells whether the layer lets the layers below show through by opacity.
         *
         * @return true if its opacity is below 1 or changes
         */
        public boolean translucent() {
            return ramp != null || fade != null || opacity < 1 || curves.containsKey(Animated.OPACITY);
        }
    }
}
