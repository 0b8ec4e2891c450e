package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Transition;

/**
 * Transitions between a picture and nothing, which is how the format writes fades: the clip reaches into the gap, and its opacity
 * is a curve.
 */
final class Fades {

    private Fades() {
    }

    /**
     * Returns the clip that comes out of nothing, begun earlier by as many frames as there are in the gap before it, at most by
     * those that the transition covers; empty if it is too short or cannot be seen.
     */
    static Optional<Clip> in(Clip clip, Transition transition, long gapFrames, FrameRate rate) {
        if (transition.outOffsetFrames() > clip.durationFrames() || clip.opacity() == 0) {
            return Optional.empty();
        }
        long earlier = Math.min(transition.inOffsetFrames(), gapFrames);
        Clip longer = clip.withSource(clip.sourceTimeAt(-earlier, rate), clip.durationFrames() + earlier);
        return Optional.of(animated(longer, List.of(
                new Keyframe(earlier - transition.inOffsetFrames(), 0, Interpolation.LINEAR),
                new Keyframe(earlier + transition.outOffsetFrames(), clip.opacity(), Interpolation.HOLD))));
    }

    /** Returns the clip that goes into nothing, ended later by frames of the gap behind it; empty as above. */
    static Optional<Clip> out(Clip clip, Transition transition, long gapFrames) {
        long begin = clip.durationFrames() - transition.inOffsetFrames();
        Curve before = clip.curves().get(Animated.OPACITY);
        long free = before == null ? 0 : before.keyframes().getLast().frame();
        if (begin < free || clip.opacity() == 0) {
            return Optional.empty();
        }
        long later = Math.min(transition.outOffsetFrames(), gapFrames);
        List<Keyframe> keyframes = new ArrayList<>();
        if (before != null) {
            keyframes.addAll(before.keyframes());
            if (begin == free) {
                keyframes.removeLast();
            }
        }
        keyframes.add(new Keyframe(begin, clip.opacity(), Interpolation.LINEAR));
        keyframes.add(new Keyframe(clip.durationFrames() + transition.outOffsetFrames(), 0, Interpolation.HOLD));
        return Optional.of(animated(clip.withSource(clip.sourceIn(), clip.durationFrames() + later), keyframes));
    }

    private static Clip animated(Clip clip, List<Keyframe> keyframes) {
        TreeMap<String, Curve> curves = new TreeMap<>(clip.curves());
        curves.put(Animated.OPACITY, new Curve(keyframes));
        return clip.withCurves(curves);
    }
}
