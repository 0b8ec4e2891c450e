package org.reelbench.interchange.internal.otio;

import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Makes clips, with times that can be computed with. */
final class Parts {

    private static final long PARTS_OF_A_FRAME = 1000;

    private Parts() {
    }

    /**
     * Returns a clip that shows a stretch of its source forwards, backwards or frozen: backwards the same frames in the opposite
     * order, frozen the first one.
     */
    static Clip clip(Id id, String name, Content content, RationalTime start, Rational speed, long durationFrames, FrameRate rate,
            Fields at) throws TimelineFormatException {
        try {
            RationalTime in = speed.signum() < 0
                    ? start.plus(rate.timeOf(durationFrames - 1).times(speed.negated()))
                    : start;
            Clip clip = Clip.of(id, name, content, in, durationFrames).withSpeed(speed);
            // Edits and the renderer compute up to the out point.
            clip.sourceTimeAt(durationFrames, rate);
            return clip;
        } catch (ArithmeticException e) {
            return rounded(id, name, content, start, speed, durationFrames, rate, at);
        } catch (IllegalArgumentException e) {
            throw at.problem(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** The same with a start rounded to parts of a frame and a speed rounded to what is left of 64 bits. */
    private static Clip rounded(Id id, String name, Content content, RationalTime start, Rational speed, long durationFrames,
            FrameRate rate, Fields at) throws TimelineFormatException {
        try {
            double frames = start.seconds().toDouble() * rate.framesPerSecond().toDouble();
            RationalTime in = new RationalTime(Rational.of(Math.round(frames * PARTS_OF_A_FRAME), PARTS_OF_A_FRAME)
                    .dividedBy(rate.framesPerSecond()));
            Rational nearSpeed = Rational.of(Math.round(speed.toDouble() * PARTS_OF_A_FRAME), PARTS_OF_A_FRAME);
            if (nearSpeed.signum() < 0) {
                in = in.plus(rate.timeOf(durationFrames - 1).times(nearSpeed.negated()));
            }
            Clip clip = Clip.of(id, name, content, in, durationFrames).withSpeed(nearSpeed);
            clip.sourceTimeAt(durationFrames, rate);
            return clip;
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw at.problem("the times of this clip are too large or too fine to compute with");
        }
    }

    /** Returns a clip that is there but neither seen nor heard. */
    static Clip disabled(Clip clip, TrackKind kind) {
        return kind == TrackKind.VIDEO ? clip.withOpacity(0) : clip.withGainDb(Clip.MIN_GAIN_DB);
    }

    /** Returns the same stretch of a nested sequence for an audio track. */
    static Clip soundOf(Clip clip, Id id) {
        Clip sound = clip.withId(id).withExtras(Extras.NONE);
        return clip.opacity() == 0 ? disabled(sound.withOpacity(1), TrackKind.AUDIO) : sound;
    }

    /** Returns a clip that keeps members of its own and those of the gap before it, which has no place for them. */
    static Clip keeping(Clip clip, Extras own, Extras ofGap) {
        if (own.isEmpty() && ofGap.isEmpty()) {
            return clip;
        }
        SortedMap<String, String> all = new TreeMap<>(own.jsonByName());
        ofGap.jsonByName().forEach((name, json) -> all.put("gap/" + name, json));
        return clip.withExtras(new Extras(all));
    }

    /** Returns a track; disabled, it is hidden or muted. */
    static Track track(Ids ids, String name, TrackKind kind, boolean isDisabled, TrackItems items, Extras extras) {
        String letter = kind == TrackKind.VIDEO ? "v" : "a";
        return Track.of(ids.next(letter), name, kind).withHidden(isDisabled && kind == TrackKind.VIDEO)
                .withMuted(isDisabled && kind == TrackKind.AUDIO).withItems(items).withExtras(extras);
    }
}
