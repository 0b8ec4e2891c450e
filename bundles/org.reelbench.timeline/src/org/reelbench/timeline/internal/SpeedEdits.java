package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * The edits of how fast clips run. {@link org.reelbench.timeline.TimeEdits} says what each does.
 * <p>
 * Without state, safe for every thread.
 */
public final class SpeedEdits {

    private SpeedEdits() {
    }

    public static Sequence setSpeed(Sequence sequence, Id clipId, Rational speed, boolean ripple) throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        requireRuns(place.clip());
        if (speed.equals(place.clip().speed())) {
            return sequence;
        }
        try {
            return exchange(sequence, place, atSpeed(sequence, place.clip(), speed), ripple);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new EditRefused(Lookup.name(place.clip()) + " cannot run at speed " + speed + ": " + e.getMessage(), e);
        }
    }

    public static Sequence reverse(Sequence sequence, Id clipId) throws EditRefused {
        return setSpeed(sequence, clipId, Lookup.clip(sequence, clipId).clip().speed().negated(), false);
    }

    public static Sequence freeze(Sequence sequence, Id clipId, long frame, long durationFrames, Id frozenId, Id rightId)
            throws EditRefused {
        ClipPlace place = Lookup.clip(sequence, clipId);
        Clip clip = place.clip();
        requireRuns(clip);
        if (frame < place.startFrame() || frame >= place.endFrame()) {
            throw new EditRefused(Lookup.name(clip) + " lies at " + place.startFrame() + " to " + place.endFrame()
                    + ", not at frame " + frame);
        }
        if (durationFrames < 1 || durationFrames > Item.MAX_DURATION_FRAMES) {
            throw new EditRefused("a clip lasts from 1 to " + Item.MAX_DURATION_FRAMES + " frames, not " + durationFrames);
        }
        Lookup.requireInReach(place.track(), place.track().durationFrames(), durationFrames);
        SpareIds ids = new SpareIds(sequence, List.of(rightId));
        ids.use(frozenId);
        long leftFrames = frame - place.startFrame();
        Clip frozen = AnimatedValue.allConstant(clip, leftFrames)
                .withSource(ClipParts.sourceAt(sequence, clip, leftFrames), durationFrames).withSpeed(Rational.ZERO)
                .withId(frozenId).withBonds(Bonds.NONE)
                .withFades(Fades.NONE);
        TrackItems items = place.track().items();
        int from = place.index();
        List<Item> replacement = new ArrayList<>();
        if (leftFrames > 0) {
            replacement.add(ClipParts.leftPart(clip, leftFrames));
            replacement.add(frozen);
            replacement.add(ClipParts.rightPart(sequence, clip, leftFrames, ids.next()));
        } else {
            // The transition was made for the clip, not for the frozen one that now comes before it.
            from -= from > 0 && items.get(from - 1) instanceof Transition ? 1 : 0;
            replacement.add(frozen.withFades(clip.fades().atStart().fitting(durationFrames)));
            replacement.add(clip.withFades(clip.fades().atEnd()));
        }
        return sequence.withTrack(place.track().withItems(
                TrackSurgery.splice(items, from, place.index() + 1, replacement)));
    }

    private static void requireRuns(Clip clip) throws EditRefused {
        if (clip.content() instanceof Still) {
            throw new EditRefused(Lookup.name(clip) + " is a still picture: it has no speed");
        }
    }

    private static Clip atSpeed(Sequence sequence, Clip clip, Rational speed) {
        Rational old = clip.speed();
        if (old.signum() == 0 || speed.signum() == 0) {
            return clip.withSpeed(speed);
        }
        Rational longer = old.dividedBy(speed).absolute();
        long durationFrames = Math.max(1, longer.times(clip.durationFrames()).round());
        RationalTime first = old.signum() > 0
                ? clip.sourceIn()
                : clip.sourceTimeAt(clip.durationFrames() - 1, sequence.rate());
        RationalTime in = speed.signum() > 0
                ? first
                : first.plus(sequence.rate().timeOf(durationFrames - 1).times(speed.absolute()));
        Fades fades = new Fades(longer.times(clip.fades().inFrames()).round(), longer.times(clip.fades().outFrames()).round());
        Clip changed = clip.withFades(Fades.NONE).withSource(in, durationFrames).withSpeed(speed)
                .withFades(fades.fitting(durationFrames));
        return longer.equals(Rational.ONE) ? changed : ClipCurves.changed(changed, curve -> curve.scaled(longer));
    }

    /** Puts a clip of perhaps another duration in place of one that begins where it does. */
    private static Sequence exchange(Sequence sequence, ClipPlace place, Clip changed, boolean ripple) throws EditRefused {
        long growthFrames = changed.durationFrames() - place.clip().durationFrames();
        TrackItems items = place.track().items();
        int to = place.index() + 1;
        List<Item> replacement = new ArrayList<>(List.of(changed));
        if (ripple) {
            Lookup.requireInReach(place.track(), place.track().durationFrames(), growthFrames);
        } else if (growthFrames < 0) {
            replacement.addAll(TrackSurgery.gap(-growthFrames));
        } else if (growthFrames > 0) {
            Lookup.requireInReach(place.track(), place.endFrame(), growthFrames);
            Lookup.requireFree(place.track(), place.endFrame(), place.endFrame() + growthFrames);
            if (to < items.size() && items.get(to) instanceof Gap gap) {
                to++;
                replacement.addAll(TrackSurgery.gap(gap.durationFrames() - growthFrames));
            }
        }
        return sequence.withTrack(place.track().withItems(TrackSurgery.splice(items, place.index(), to, replacement)));
    }
}
