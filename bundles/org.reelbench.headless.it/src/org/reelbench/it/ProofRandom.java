package org.reelbench.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectParameter;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.BlendMode;
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
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.Item;
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

/** Short sequences of real media with everything that can be seen and heard of a clip. */
final class ProofRandom {

    /** The id of the sequence that others show. */
    static final Id INNER = new Id("inner");

    private static final FrameRate[] RATES = { FrameRate.of(25, 1), FrameRate.of(30_000, 1001), FrameRate.of(24_000, 1001) };
    private static final String[] SPEEDS = { "1", "1", "1", "1/2", "2", "-1", "-3/2", "4/3", "0" };

    private final Random random;
    private final List<EffectDescriptor> effects;
    private int serial;

    /**
     * Creates a generator.
     *
     * @param effects the effects that clips may have
     */
    ProofRandom(Random random, List<EffectDescriptor> effects) {
        this.random = random;
        // A file cannot be made up.
        this.effects = effects.stream()
                .filter(effect -> effect.parameters().stream().noneMatch(p -> p.kind() == EffectParameter.Kind.FILE)).toList();
    }

    /** A sequence that others show. */
    Sequence inner() {
        return sequence(INNER, 72, 40, false);
    }

    /** A sequence that may show the inner one. */
    Sequence next() {
        return sequence(new Id("s"), 96, 54, true);
    }

    private Sequence sequence(Id id, int widthPx, int heightPx, boolean outer) {
        while (true) {
            FrameRate rate = RATES[random.nextInt(RATES.length)];
            List<Track> tracks = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                tracks.add(track(TrackKind.VIDEO, rate, outer));
            }
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                tracks.add(track(TrackKind.AUDIO, rate, outer));
            }
            Sequence sequence = new Sequence(id, "Sequence", rate, widthPx, heightPx, 48_000, tracks, Extras.NONE)
                    .withLimiter(outer && random.nextInt(3) == 0);
            if (sequence.durationFrames() > 0 && Invariants.violations(sequence).isEmpty()) {
                return sequence;
            }
        }
    }

    private Track track(TrackKind kind, FrameRate rate, boolean outer) {
        List<Item> items = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                items.add(new Gap(1 + random.nextInt(5)));
            }
            Clip clip = clip(kind, rate, outer);
            if (!items.isEmpty() && items.getLast() instanceof Clip left && random.nextInt(3) == 0) {
                items.add(Transition.dissolve(fresh(), random.nextInt((int) left.durationFrames() / 2 + 1),
                        1 + random.nextInt((int) clip.durationFrames() / 2)));
            }
            items.add(clip);
        }
        return Track.of(fresh(), "T", kind).withHidden(random.nextInt(9) == 0).withItems(TrackItems.of(items));
    }

    private Clip clip(TrackKind kind, FrameRate rate, boolean outer) {
        long frames = 2 + random.nextInt(9);
        Clip clip = Clip.of(fresh(), "Clip " + serial, content(kind, outer), rate.timeOf(random.nextInt(30)), frames)
                .withSpeed(Rational.parse(SPEEDS[random.nextInt(SPEEDS.length)]));
        if (random.nextInt(4) == 0) {
            long in = random.nextLong(frames + 1);
            clip = clip.withFades(new Fades(in, random.nextLong(frames - in + 1)));
        }
        return kind == TrackKind.VIDEO
                ? picture(clip).withEffects(effects(Subject.PICTURE))
                : sound(clip).withEffects(effects(Subject.SOUND));
    }

    private Content content(TrackKind kind, boolean outer) {
        String medium = random.nextBoolean() ? "one" : "two";
        if (outer && random.nextInt(6) == 0) {
            return new NestedSequence(INNER);
        }
        if (kind == TrackKind.AUDIO) {
            return new MediaStream(new Id(medium), ProofFilms.SOUND + random.nextInt(2));
        }
        return switch (random.nextInt(8)) {
        case 0 -> Generator.color("#3060c0");
        case 1 -> new Generator(Generator.COUNTER, new TreeMap<>());
        default -> new MediaStream(new Id(medium), 0);
        };
    }

    private Clip picture(Clip clip) {
        SortedMap<String, Curve> curves = new TreeMap<>();
        if (random.nextInt(3) == 0) {
            curves.put(Animated.X_PX, curve(-30, 30));
            curves.put(Animated.SCALE, curve(0.3, 1.4));
        }
        if (random.nextInt(4) == 0) {
            curves.put(Animated.OPACITY, curve(0, 1));
        }
        Transform transform = random.nextInt(3) > 0
                ? Transform.IDENTITY
                : new Transform(random.nextInt(40) - 20, random.nextInt(20) - 9.5, 0.25 + random.nextInt(5) / 4.0,
                        random.nextInt(3) == 0 ? 15 : 0,
                        random.nextBoolean() ? Crop.NONE : new Crop(4, 2, 7, 0));
        BlendMode[] modes = BlendMode.values();
        return clip.withPicture(clip.picture().withTransform(transform).withOpacity(random.nextInt(3) == 0 ? 0.6 : 1)
                .withBlend(random.nextInt(3) == 0 ? modes[random.nextInt(modes.length)] : BlendMode.NORMAL)).withCurves(curves);
    }

    private Clip sound(Clip clip) {
        SortedMap<String, Curve> curves = new TreeMap<>();
        if (random.nextInt(3) == 0) {
            curves.put(Animated.GAIN_DB, curve(-20, 6));
            curves.put(Animated.PAN, curve(-1, 1));
        }
        ChannelChoice[] mixes = ChannelChoice.Mix.values();
        ChannelChoice channels = random.nextInt(4) == 0
                ? new ChannelChoice.Numbered(List.of(2, 1))
                : mixes[random.nextInt(mixes.length)];
        return clip.withSound(new SoundTreatment(random.nextInt(30) - 10, random.nextInt(3) - 1, channels, random.nextBoolean()))
                .withCurves(curves);
    }

    private Curve curve(double from, double to) {
        double middle = from + random.nextDouble() * (to - from);
        return new Curve(List.of(new Keyframe(random.nextInt(4) - 2, from, Interpolation.LINEAR),
                new Keyframe(3 + random.nextInt(3), middle, Interpolation.LINEAR), new Keyframe(9, to, Interpolation.HOLD)));
    }

    private List<AppliedEffect> effects(Subject subject) {
        List<EffectDescriptor> fitting = effects.stream().filter(effect -> effect.subject() == subject).toList();
        List<AppliedEffect> applied = new ArrayList<>();
        while (!fitting.isEmpty() && applied.size() < 2 && random.nextInt(4) == 0) {
            EffectDescriptor effect = fitting.get(random.nextInt(fitting.size()));
            SortedMap<String, Object> values = new TreeMap<>();
            SortedMap<String, Curve> curves = new TreeMap<>();
            for (EffectParameter parameter : effect.parameters()) {
                if (parameter.isAnimatable()) {
                    double low = parameter.minimum();
                    double high = Math.min(parameter.maximum(), low + 10);
                    values.put(parameter.name(), parameter.nearest(low + random.nextDouble() * (high - low)));
                    if (random.nextInt(3) == 0) {
                        curves.put(parameter.name(), curve(low, high));
                    }
                }
            }
            applied.add(new AppliedEffect(effect.id(), values).withCurves(curves));
        }
        return applied;
    }

    private Id fresh() {
        return new Id("i" + serial++);
    }

    /** Names of the media that clips show, with their files. */
    static Map<String, String> media() {
        return Map.of("one", "one.mkv", "two", "two.mkv");
    }
}
