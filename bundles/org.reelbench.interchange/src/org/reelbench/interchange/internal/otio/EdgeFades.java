package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Transition;

/**
 * Transitions between a clip and nothing, which is how the format writes fades: the clip reaches into the gap and fades in or out
 * all the way. Where the gap is too short for that, the opacity of a picture is a curve that is cut off.
 */
final class EdgeFades {

    private EdgeFades() {
    }

    /**
     * Returns the clip that comes out of nothing, begun earlier by as many frames as there are in the gap before it, at most by
     * those that the transition covers; empty if it is too short or cannot be seen, or is a sound and the gap is too short.
     */
    static Optional<Clip> in(Clip clip, Transition transition, long gapFrames, FrameRate rate, boolean isSeen) {
        if (transition.outOffsetFrames() > clip.durationFrames() || isSeen && clip.opacity() == 0) {
            return Optional.empty();
        }
        long earlier = Math.min(transition.inOffsetFrames(), gapFrames);
        Clip longer = clip.withSource(clip.sourceTimeAt(-earlier, rate), clip.durationFrames() + earlier);
        if (earlier == transition.inOffsetFrames()) {
            long frames = earlier + transition.outOffsetFrames();
            return Optional.of(longer.withFades(new Fades(frames, 0)));
        }
        return isSeen
                ? Optional.of(animated(longer, List.of(
                        new Keyframe(earlier - transition.inOffsetFrames(), 0, Interpolation.LINEAR),
                        new Keyframe(earlier + transition.outOffsetFrames(), clip.opacity(), Interpolation.HOLD))))
                : Optional.empty();
    }

    /** Returns the clip that goes into nothing, ended later by frames of the gap behind it; empty as above. */
    static Optional<Clip> out(Clip clip, Transition transition, long gapFrames, boolean isSeen) {
        long begin = clip.durationFrames() - transition.inOffsetFrames();
        Curve before = clip.curves().get(Animated.OPACITY);
        long risen = clip.fades().inFrames();
        long free = before == null ? risen : before.keyframes().getLast().frame();
        if (begin < free || isSeen && clip.opacity() == 0) {
            return Optional.empty();
        }
        long later = Math.min(transition.outOffsetFrames(), gapFrames);
        Clip longer = clip.withSource(clip.sourceIn(), clip.durationFrames() + later);
        if (later == transition.outOffsetFrames()) {
            long frames = later + transition.inOffsetFrames();
            return Optional.of(longer.withFades(new Fades(risen, frames)));
        }
        return isSeen ? Optional.of(animated(longer, falling(clip, transition, before, begin))) : Optional.empty();
    }

    private static List<Keyframe> falling(Clip clip, Transition transition, @Nullable Curve before, long begin) {
        List<Keyframe> keyframes = new ArrayList<>();
        if (before != null) {
            keyframes.addAll(before.keyframes());
            if (begin == before.keyframes().getLast().frame()) {
                keyframes.removeLast();
            }
        }
        keyframes.add(new Keyframe(begin, clip.opacity(), Interpolation.LINEAR));
        keyframes.add(new Keyframe(clip.durationFrames() + transition.outOffsetFrames(), 0, Interpolation.HOLD));
        return keyframes;
    }

    private static Clip animated(Clip clip, List<Keyframe> keyframes) {
        TreeMap<String, Curve> curves = new TreeMap<>(clip.curves());
        curves.put(Animated.OPACITY, new Curve(keyframes));
        return clip.withCurves(curves);
    }
}
