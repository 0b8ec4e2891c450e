package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.render.Source;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Clip;

/**
 * Everything that makes the samples of a clip before they are turned up and down. A clip that continues another one exactly has
 * the same voice: it goes on with its reader and its effects, and a razor cut is not heard.
 *
 * @param source what is played, and when
 * @param channels which of its channels are heard
 * @param keepPitch whether it is as high as it was recorded although it is played at another speed
 * @param effects the effects that are switched on, their curves over frames of the sequence
 * @param runStart the sample of the sequence at which the voice is first heard, before which effects hear nothing; 0 where there
 *            is none
 * @param refused why it cannot be rendered, in words for people; empty if it can
 */
record Voice(Source source, ChannelChoice channels, boolean keepPitch, List<AppliedEffect> effects, long runStart,
        String refused) {

    static Voice of(Clip clip, long startFrame, FrameRate rate) {
        Source source = Source.of(clip, startFrame, rate);
        ChannelChoice channels = clip.sound().channels();
        // Backwards as fast as it was recorded, it is as high as it was.
        boolean keepPitch = clip.sound().keepPitch() && !clip.speed().absolute().equals(Rational.ONE);
        try {
            List<AppliedEffect> effects = new ArrayList<>();
            for (AppliedEffect effect : clip.effects()) {
                if (effect.enabled()) {
                    effects.add(SequenceCurves.shifted(effect, startFrame));
                }
            }
            return new Voice(source, channels, keepPitch, List.copyOf(effects), 0, "");
        } catch (IllegalArgumentException e) {
            // Only keyframes at the end of all numbers cannot be moved.
            return new Voice(source, channels, keepPitch, List.of(), 0, "clip " + clip.id() + ": " + e.getMessage());
        }
    }

    /** The same voice, first heard at a sample. */
    Voice heardFrom(long sample) {
        return new Voice(source, channels, keepPitch, effects, sample, refused);
    }
}
