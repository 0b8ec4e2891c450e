package org.reelbench.it;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;

/** Sequences in which every field of the model has something to do. */
final class ProofScenes {

    static final FrameRate RATE = FrameRate.of(25, 1);

    private ProofScenes() {
    }

    /** Two clips that cross-fade, one that gets louder at another speed beside them, and a muted track. */
    static Sequence sounds(boolean limited) {
        Clip first = clip("first", new MediaStream(new Id("one"), 1), 3, 10).withGainDb(24).withFades(new Fades(3, 0));
        Clip second = clip("second", new MediaStream(new Id("two"), 1), 5, 9).withPan(-0.5);
        TrackItems below = TrackItems.of(List.of(first, Transition.dissolve(new Id("dissolve"), 2, 3), second));
        Clip louder = clip("louder", new MediaStream(new Id("one"), 2), 8, 12).withSpeed(Rational.of(3, 2))
                .withSound(SoundTreatment.AS_RECORDED.withChannels(ChannelChoice.Mix.LEFT))
                .withCurves(new TreeMap<>(Map.of(Animated.GAIN_DB, curve(-12, 3), Animated.PAN, curve(-0.5, 0.5))));
        TrackItems beside = TrackItems.of(List.of(new Gap(4), louder));
        Clip muted = clip("muted", new MediaStream(new Id("one"), 1), 20, 9);
        Clip picture = clip("picture", Generator.color("#ff0000"), 0, 6);
        Sequence sequence = new Sequence(new Id("s"), "Sequence", RATE, 96, 54, 48_000,
                List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(picture))),
                        Track.of(new Id("a1"), "A1", TrackKind.AUDIO).withItems(below),
                        Track.of(new Id("a2"), "A2", TrackKind.AUDIO).withItems(beside),
                        Track.of(new Id("a3"), "A3", TrackKind.AUDIO).withMuted(true)
                                .withItems(TrackItems.of(List.of(muted)))),
                Extras.NONE);
        return limited ? sequence.withLimiter(true) : sequence;
    }

    /** Two clips that dissolve, one in a frame of its own above them that moves and has effects, and a hidden track. */
    static Sequence pictures() {
        Clip first = clip("first", new MediaStream(new Id("one"), 0), 3, 12);
        Clip second = clip("second", new MediaStream(new Id("two"), 0), 5, 10).withSpeed(Rational.of(3, 2)).withOpacity(0.75)
                .withEffects(List.of(new AppliedEffect("org.reelbench.afterglow", new TreeMap<>(Map.of("strength", 0.6)))));
        TrackItems below = TrackItems.of(List.of(first, Transition.dissolve(new Id("dissolve"), 2, 3), second));
        Clip title = clip("above", new MediaStream(new Id("one"), 0), 30, 14)
                .withTransform(new Transform(10, 6, 0.5, 0, new Crop(4, 2, 6, 8)))
                .withCurves(new TreeMap<>(Map.of(Animated.OPACITY, curve(0.25, 0.75), Animated.X_PX, curve(2, 20))))
                .withEffects(List.of(new AppliedEffect("org.reelbench.blur", new TreeMap<>(Map.of("radiusPx", 2.0)))));
        TrackItems above = TrackItems.of(List.of(new Gap(4), title));
        Clip covered = clip("covered", Generator.color("#ff0000"), 0, 9);
        return new Sequence(new Id("s"), "Sequence", RATE, 96, 54, 48_000,
                List.of(Track.of(new Id("v0"), "V0", TrackKind.VIDEO).withItems(TrackItems.of(List.of(covered))),
                        Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(below),
                        Track.of(new Id("v2"), "V2", TrackKind.VIDEO).withItems(above),
                        Track.of(new Id("v3"), "V3", TrackKind.VIDEO).withHidden(true)
                                .withItems(TrackItems.of(List.of(covered.withId(new Id("hidden")))))),
                Extras.NONE);
    }

    private static Curve curve(double from, double to) {
        return new Curve(List.of(new Keyframe(1, from, Interpolation.LINEAR), new Keyframe(8, to, Interpolation.LINEAR),
                new Keyframe(20, from, Interpolation.HOLD)));
    }

    private static Clip clip(String id, Content content, long sourceFrame, long frames) {
        RationalTime in = RATE.timeOf(sourceFrame);
        return Clip.of(new Id(id), id, content, in, frames);
    }

    /** A sequence that shows and plays a piece of another one, out of step with its frames. */
    static Sequence around(Id inner) {
        FrameRate rate = FrameRate.of(30_000, 1001);
        Clip shown = Clip.of(new Id("shown"), "shown", new NestedSequence(inner), rate.timeOf(4), 14).withOpacity(0.75)
                .withEffects(List.of(new AppliedEffect("org.reelbench.trails", new TreeMap<>())));
        Clip heard = Clip.of(new Id("heard"), "heard", new NestedSequence(inner), rate.timeOf(4), 14).withGainDb(-3);
        return new Sequence(new Id("outer"), "Outer", rate, 128, 72, 48_000,
                List.of(Track.of(new Id("ov"), "V", TrackKind.VIDEO).withItems(TrackItems.of(List.of(new Gap(2), shown))),
                        Track.of(new Id("oa"), "A", TrackKind.AUDIO).withItems(TrackItems.of(List.of(new Gap(2), heard)))),
                Extras.NONE);
    }
}
