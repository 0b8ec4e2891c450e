package org.reelbench.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.Transition;

/** Short sequences with everything that can make or hide a border. */
public final class RandomSequences {

    private static final FrameRate[] RATES = { Sequences.FPS_25, Sequences.FPS_29_97, Sequences.FPS_23_976 };
    private static final String[] SPEEDS = { "1", "1", "1", "1/2", "2", "-1", "-3/2", "0" };
    private static final double[] OPACITIES = { 1, 1, 1, 1, 0.5, 0 };
    private static final String[] MEDIA = { "full", "full", "other", "narrow", "alpha" };

    private final Random random;
    private int serial;

    public RandomSequences(Random random) {
        this.random = random;
    }

    public Sequence next() {
        FrameRate rate = RATES[random.nextInt(RATES.length)];
        List<Track> tracks = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            tracks.add(Track.of(fresh(), "T" + i, TrackKind.VIDEO).withHidden(random.nextInt(6) == 0)
                    .withSolo(random.nextInt(8) == 0).withItems(items(rate)));
        }
        if (random.nextInt(4) == 0) {
            Clip sound = Clip.of(fresh(), "Sound", new MediaStream(new Id("full"), 1), rate.timeOf(0), 1 + random.nextInt(100));
            tracks.add(Track.of(fresh(), "Sound", TrackKind.AUDIO).withItems(TrackItems.of(List.of(sound))));
        }
        Sequence sequence = Sequences.of(rate, 48_000, tracks);
        List<String> violations = Invariants.violations(sequence);
        if (!violations.isEmpty()) {
            throw new AssertionError("the generator makes a sequence that cannot be: " + violations);
        }
        return sequence;
    }

    private TrackItems items(FrameRate rate) {
        List<Item> items = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0 && !(items.isEmpty() || items.getLast() instanceof Gap)) {
                items.add(new Gap(1 + random.nextInt(9)));
            }
            Clip clip = clip(rate);
            addClip(items, clip);
            while (random.nextInt(3) == 0) {
                clip = after(clip, rate);
                addClip(items, clip);
            }
        }
        return TrackItems.of(items);
    }

    /** Adds a clip, now and then with a dissolve before it. */
    private void addClip(List<Item> items, Clip clip) {
        if (!items.isEmpty() && items.getLast() instanceof Clip left && random.nextInt(4) == 0) {
            long taken = items.size() > 1 && items.get(items.size() - 2) instanceof Transition before
                    ? before.outOffsetFrames()
                    : 0;
            long inFrames = random.nextLong(left.durationFrames() - taken + 1);
            long outFrames = random.nextLong(clip.durationFrames() + 1);
            if (inFrames + outFrames > 0) {
                items.add(Transition.dissolve(fresh(), inFrames, outFrames));
            }
        }
        items.add(clip);
    }

    /** What a razor leaves on the right: the clip that goes on where this one ends. */
    private Clip after(Clip clip, FrameRate rate) {
        SortedMap<String, Curve> curves = new TreeMap<>();
        clip.curves().forEach((name, curve) -> curves.put(name, curve.shifted(-clip.durationFrames())));
        return clip.withId(fresh()).withSource(clip.sourceTimeAt(clip.durationFrames(), rate), 1 + random.nextInt(12))
                .withCurves(curves);
    }

    private Clip clip(FrameRate rate) {
        return Clip.of(fresh(), "Clip " + serial, content(), rate.timeOf(random.nextInt(50)), 1 + random.nextInt(12))
                .withSpeed(Rational.parse(SPEEDS[random.nextInt(SPEEDS.length)]))
                .withOpacity(OPACITIES[random.nextInt(OPACITIES.length)])
                .withTransform(transform()).withCurves(curves())
                .withEffects(effects());
    }

    private SortedMap<String, Curve> curves() {
        SortedMap<String, Curve> curves = new TreeMap<>();
        if (random.nextInt(5) == 0) {
            curves.put(random.nextBoolean() ? Animated.OPACITY : Animated.X_PX,
                    new Curve(List.of(new Keyframe(random.nextInt(5) - 3, random.nextDouble(), Interpolation.LINEAR),
                            new Keyframe(2 + random.nextInt(12), random.nextDouble(), Interpolation.HOLD))));
        }
        return curves;
    }

    private List<AppliedEffect> effects() {
        return random.nextInt(4) > 0
                ? List.of()
                : List.of(new AppliedEffect("blur", new TreeMap<>()).withEnabled(random.nextBoolean()));
    }

    private Content content() {
        return switch (random.nextInt(8)) {
        case 0 -> new Still(new Id("pic"));
        case 1 -> Generator.color(random.nextBoolean() ? "#ff0000" : "#00ff00");
        default -> new MediaStream(new Id(MEDIA[random.nextInt(MEDIA.length)]), 0);
        };
    }

    private Transform transform() {
        return switch (random.nextInt(10)) {
        case 0 -> new Transform(3, 0, 1, 0, Crop.NONE);
        case 1 -> new Transform(0, 0, 0.5, 0, Crop.NONE);
        case 2 -> new Transform(0, 0, 2, 0, Crop.NONE);
        case 3 -> new Transform(0, 0, 1, 10, Crop.NONE);
        case 4 -> new Transform(0, 0, 1, 0, new Crop(2, 0, 0, 0));
        default -> Transform.IDENTITY;
        };
    }

    private Id fresh() {
        return new Id("i" + serial++);
    }
}
