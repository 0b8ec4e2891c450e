package org.reelbench.timeline;

import org.reelbench.time.Rational;
import org.reelbench.timeline.internal.SpeedEdits;

/**
 * The edits of how fast clips run, as pure functions: speed, reverse and freeze.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too: made wholly or refused wholly, the same
 * sequence where nothing would change, O(log n) and the number of the clip's keyframes.
 */
public final class TimeEdits {

    private TimeEdits() {
    }

    /**
     * Sets how fast a clip runs. It goes on showing the same piece of its source, and so gets longer or shorter: old duration ×
     * old speed ÷ new speed, signs left out, rounded to a frame, at least one. Its start stays. A clip turned round shows what it
     * would show forwards at that speed, the last frame first; turning it twice gives the same clip again. Its keyframes, and
     * those of its effects, move apart or together with the duration and are not turned round; its fades get longer or shorter
     * alike.
     * <p>
     * Speed 0 freezes the clip at its first frame, and from 0 to another speed it runs on from there; the duration stays then.
     * <p>
     * With ripple all behind the clip on its track moves along and gaps keep their length; without, a shorter clip leaves a gap
     * (none at the end of the track) and a longer one eats one. A transition stays if both its clips still touch and are long
     * enough.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param speed the speed: 2 twice as fast as recorded, −1 backwards, 0 frozen
     * @param ripple whether what follows moves along
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, it is a still picture, the speed is out of range, the
     *         clip or the track would be too long, there is no room for it without ripple, or its in point is no fraction of
     *         64-bit numbers
     */
    public static Sequence setSpeed(Sequence sequence, Id clip, Rational speed, boolean ripple) throws EditRefused {
        return SpeedEdits.setSpeed(sequence, clip, speed, ripple);
    }

    /**
     * Turns a clip round: the same as {@link #setSpeed} with the opposite of its speed. Its duration stays.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @return the sequence after the edit; the same if the clip is frozen
     * @throws EditRefused if there is no such clip, its track is locked, it is a still picture or its in point is no fraction of
     *         64-bit numbers
     */
    public static Sequence reverse(Sequence sequence, Id clip) throws EditRefused {
        return SpeedEdits.reverse(sequence, clip);
    }

    /**
     * Stops at a frame of a clip for a while: the clip is cut there, a clip that shows this one frame is put in, and all behind
     * it on the same track moves away. The frozen clip looks and sounds as the clip does at the frame: animated values are
     * constant in it. It is bound to no other clip, and does not fade.
     * <p>
     * At the first frame of the clip nothing is cut and the frozen clip comes before it, in place of a transition
     * there, and fades in in place of the clip. A
     * transition that covers the frame is removed, as by {@link Edits#split}.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param frame the frame of the sequence, one of the clip's
     * @param durationFrames how long the frozen clip is
     * @param frozen the id of the frozen clip
     * @param right the id of what of the clip lies behind it; not looked at if nothing is cut
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, it does not lie at the frame, it is a still picture, the
     *         duration is out of range, the track would be too long, an id is taken or an in point is no fraction of 64-bit
     *         numbers
     */
    public static Sequence freeze(Sequence sequence, Id clip, long frame, long durationFrames, Id frozen, Id right)
            throws EditRefused {
        return SpeedEdits.freeze(sequence, clip, frame, durationFrames, frozen, right);
    }
}
