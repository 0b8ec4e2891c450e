package org.reelbench.timeline;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.time.Rational;

/**
 * A value that changes over the frames of a clip.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param keyframes the keyframes in the order of their frames, at least one, no two on one frame
 */
public record Curve(List<Keyframe> keyframes) {

    /**
     * Creates a curve from a copy of the keyframes.
     *
     * @throws IllegalArgumentException if there is none, or they are out of order
     */
    public Curve {
        keyframes = List.copyOf(keyframes);
        if (keyframes.isEmpty()) {
            throw new IllegalArgumentException("a curve has at least one keyframe");
        }
        for (int index = 1; index < keyframes.size(); index++) {
            if (keyframes.get(index).frame() <= keyframes.get(index - 1).frame()) {
                throw new IllegalArgumentException("the keyframes of a curve lie one after the other, not at "
                        + keyframes.get(index - 1).frame() + " and then at " + keyframes.get(index).frame());
            }
        }
    }

    /**
     * Returns the value at a frame. Costs O(log n).
     *
     * @param frame the frame, counted from the clip's first one; parts of frames are allowed
     * @return the value: before the first keyframe that of the first, after the last that of the last
     */
    public double valueAt(double frame) {
        int index = lastNotAfter(frame);
        if (index < 0) {
            return keyframes.getFirst().value();
        }
        Keyframe left = keyframes.get(index);
        if (index == keyframes.size() - 1 || frame == left.frame()) {
            return left.value();
        }
        Keyframe right = keyframes.get(index + 1);
        double progress = left.toNext().progressAt((frame - left.frame()) / (right.frame() - left.frame()));
        return left.value() * (1 - progress) + right.value() * progress;
    }

    /**
     * Returns this curve later on the frames.
     *
     * @param deltaFrames how far, positive to later frames
     * @return the curve whose value at a frame is the one this has at the frame minus the delta
     * @throws IllegalArgumentException if a keyframe would be out of range
     */
    public Curve shifted(long deltaFrames) {
        return deltaFrames == 0
                ? this
                : new Curve(keyframes.stream()
                        .map(each -> new Keyframe(each.frame() + deltaFrames, each.value(), each.toNext())).toList());
    }

    /**
     * Returns this curve stretched or squeezed about the clip's first frame. Frames are rounded, half a frame up; of keyframes
     * that come to lie on one frame the last stays.
     *
     * @param factor how much longer it gets, above zero
     * @return the curve
     * @throws IllegalArgumentException if the factor is not above zero or a keyframe would be out of range
     * @throws ArithmeticException if a frame times the factor does not fit 64-bit terms
     */
    public Curve scaled(Rational factor) {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("a curve is stretched by a factor above zero, not " + factor);
        }
        SortedMap<Long, Keyframe> scaled = new TreeMap<>();
        for (Keyframe each : keyframes) {
            long frame = factor.times(each.frame()).round();
            scaled.put(frame, new Keyframe(frame, each.value(), each.toNext()));
        }
        return new Curve(List.copyOf(scaled.values()));
    }

    /**
     * Returns this curve with a keyframe more, or another one in place of the one on its frame.
     *
     * @param keyframe the keyframe
     * @return the curve
     */
    public Curve with(Keyframe keyframe) {
        SortedMap<Long, Keyframe> changed = new TreeMap<>();
        keyframes.forEach(each -> changed.put(each.frame(), each));
        changed.put(keyframe.frame(), keyframe);
        return new Curve(List.copyOf(changed.values()));
    }

    /** Returns the index of the last keyframe at or before a frame; -1 if there is none. */
    private int lastNotAfter(double frame) {
        int low = 0;
        int high = keyframes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyframes.get(middle).frame() <= frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
