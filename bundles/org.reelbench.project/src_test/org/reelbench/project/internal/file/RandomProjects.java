package org.reelbench.project.internal.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Bonds;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.Recorded;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.PictureTreatment;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Transition;

/**
 * Valid projects of every shape, with members nobody knows at every level. The same seed gives the same project.
 */
public final class RandomProjects {

    private static final List<String> RATES = List.of("24", "25", "24000/1001", "30000/1001", "60000/1001", "1/2", "120");
    private static final List<String> WORDS = List.of("Beach", "", "a/b", "~", "~1", "\"quoted\"", "back\\slash", "new\nline",
            "海と山", "🎬", "\u2028", "\ud83d", "\u0000", "clip", "id", " ", "x".repeat(300));
    private static final List<String> JSON = List.of("1", "-0.50", "1e400", "null", "true", "\"text\"", "[]", "{}",
            "{\"b\": [1, {\"a\": null}], \"a\": \"\\n\"}", "[[1, 2], [3]]", "123456789012345678901234567890");

    private final Random random;
    private final Path folder;
    private int lastSequence;

    public RandomProjects(long seed, Path folder) {
        random = new Random(seed);
        this.folder = folder;
    }

    public Project next() {
        List<MediaReference> media = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            media.add(new MediaReference(new Id("m" + i), word(), path(i), random.nextBoolean() ? "" : "sha256:" + i,
                    interpretation(), null, pick(List.of(ProxyUse.values())), recorded(),
                    pick(List.of("", "Day 1", "Day 1/海 & more")), plainExtras()));
        }
        if (random.nextBoolean()) {
            media.add(new MediaReference(new Id("m" + media.size()), word(), folder.resolve("take_%04d.png").toString(), "",
                    interpretation(), new ImageSequence(random.nextInt(3), 1 + random.nextInt(100), FrameRate.parse(pick(RATES))),
                    ProxyUse.AUTO, null, "", plainExtras()));
        }
        List<Sequence> sequences = new ArrayList<>();
        lastSequence = random.nextInt(3);
        for (int i = lastSequence; i >= 0; i--) {
            sequences.add(sequence(new Id("s" + i), media));
        }
        Id main = sequences.get(random.nextInt(sequences.size())).id();
        return new Project(word(), media, sequences, main, plainExtras());
    }

    private String path(int number) {
        return switch (random.nextInt(4)) {
        case 0 -> folder.resolve("clip" + number + ".mp4").toString();
        case 1 -> folder.resolve("foot age/海/" + number + ".mov").toString();
        case 2 -> folder.resolveSibling("beside").resolve(number + ".wav").toString();
        default -> "/another/disk/" + number + ".mkv";
        };
    }

    private Sequence sequence(Id id, List<MediaReference> media) {
        List<Track> tracks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            TrackKind kind = random.nextBoolean() ? TrackKind.VIDEO : TrackKind.AUDIO;
            tracks.add(new Track(new Id("t" + i), word(), kind, random.nextBoolean(), random.nextBoolean(), random.nextBoolean(),
                    random.nextInt(8) == 0, items(i, kind, media, id), plainExtras()));
        }
        return new Sequence(id, word(), FrameRate.parse(pick(RATES)), 1 + random.nextInt(4000), 1 + random.nextInt(4000),
                random.nextBoolean() ? 48_000 : 44_100, random.nextBoolean(), tracks, markers(),
                random.nextBoolean() ? null : new FrameRange(random.nextInt(50), 50 + random.nextInt(50)), plainExtras());
    }

    private List<Marker> markers() {
        List<Marker> markers = new ArrayList<>();
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            markers.add(new Marker(new Id("k" + i), word(), random.nextInt(100), random.nextInt(3),
                    random.nextBoolean() ? "" : "#ff8000", word(), plainExtras()));
        }
        return markers;
    }

    private TrackItems items(int track, TrackKind kind, List<MediaReference> media, Id sequence) {
        List<Item> items = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            boolean afterGap = false;
            if (random.nextInt(3) == 0) {
                items.add(new Gap(1 + random.nextInt(100)));
                afterGap = true;
            } else if (!items.isEmpty() && random.nextInt(3) == 0) {
                items.add(new Transition(new Id("x" + track + "-" + i), random.nextBoolean() ? "dissolve" : "future",
                        random.nextInt(3),
                        1 + random.nextInt(3), plainExtras()));
            }
            items.add(clip(new Id("c" + track + "-" + i), kind, media, afterGap, sequence));
        }
        return TrackItems.of(items);
    }

    private Clip clip(Id id, TrackKind kind, List<MediaReference> media, boolean afterGap, Id sequence) {
        RationalTime sourceIn = random.nextInt(3) == 0
                ? RationalTime.ZERO
                : RationalTime.of(random.nextInt(1_000_000) - 1000,
                        30_000);
        Rational speed = random.nextInt(3) > 0 ? Rational.ONE : Rational.of(random.nextInt(6) - 3, 1 + random.nextInt(7));
        Crop crop = random.nextBoolean() ? Crop.NONE : new Crop(random.nextInt(3), 0, random.nextDouble() * 9, 1);
        Transform transform = random.nextInt(3) > 0
                ? Transform.IDENTITY
                : new Transform(number(), number(), Math.abs(number()) + 0.001, number(), random.nextInt(3) / 2.0, number(),
                        crop);
        List<AppliedEffect> effects = new ArrayList<>();
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            effects.add(effect());
        }
        PictureTreatment picture = new PictureTreatment(transform, random.nextDouble(), pick(List.of(BlendMode.values())));
        SoundTreatment sound = new SoundTreatment(random.nextInt(20) - 10, random.nextInt(3) - 1, channels(),
                random.nextBoolean());
        return Clip.of(id, word(), content(kind, media, sequence), sourceIn, 6 + random.nextInt(1000)).withSpeed(speed)
                .withPicture(picture).withSound(sound).withFades(new Fades(random.nextInt(4), random.nextInt(4)))
                .withCurves(curves(Animated.NAMES)).withEffects(effects).withBonds(bonds())
                .withExtras(clipExtras(afterGap, effects.size()));
    }

    private ChannelChoice channels() {
        int first = 1 + random.nextInt(6);
        return switch (random.nextInt(3)) {
        case 0 -> new ChannelChoice.Numbered(random.nextBoolean() ? List.of(first) : List.of(first, 1 + random.nextInt(6)));
        case 1 -> pick(List.of(ChannelChoice.Mix.values()));
        default -> ChannelChoice.ALL;
        };
    }

    private @Nullable Recorded recorded() {
        return random.nextInt(4) > 0
                ? null
                : new Recorded(new UUID(random.nextLong(), random.nextLong()), RationalTime.of(random.nextInt(1000), 7));
    }

    private Interpretation interpretation() {
        return new Interpretation(random.nextBoolean() ? null : 90 * random.nextInt(4),
                random.nextBoolean() ? null : Rational.of(1 + random.nextInt(20), 15),
                pick(List.of(Interpretation.FieldOrder.values())), pick(List.of(Interpretation.Color.values())),
                pick(List.of(Interpretation.Range.values())), random.nextBoolean() ? null : FrameRate.parse(pick(RATES)),
                pick(List.of(Interpretation.Alpha.values())));
    }

    private Bonds bonds() {
        return Bonds.NONE.withLink(random.nextInt(3) > 0 ? null : new Id("l" + random.nextInt(3)))
                .withGroup(random.nextInt(3) > 0 ? null : new Id("g" + random.nextInt(3)));
    }

    private SortedMap<String, Curve> curves(List<String> names) {
        SortedMap<String, Curve> curves = new TreeMap<>();
        for (String name : names) {
            if (random.nextInt(8) == 0) {
                List<Keyframe> keyframes = new ArrayList<>();
                long frame = random.nextInt(200) - 100;
                for (int i = random.nextInt(4); i >= 0; i--) {
                    keyframes.add(new Keyframe(frame, random.nextDouble(), switch (random.nextInt(3)) {
                    case 0 -> Interpolation.HOLD;
                    case 1 -> Interpolation.LINEAR;
                    default -> new Interpolation.Bezier(random.nextDouble(), number(), random.nextDouble(), number());
                    }));
                    frame += 1 + random.nextInt(50);
                }
                curves.put(name, new Curve(keyframes));
            }
        }
        return curves;
    }

    /** Sequences show earlier ones only, so that none shows itself. */
    private Content content(TrackKind kind, List<MediaReference> media, Id sequence) {
        int earlier = Integer.parseInt(sequence.value().substring(1)) + 1;
        if (random.nextInt(6) == 0 && earlier <= lastSequence) {
            return new NestedSequence(new Id("s" + (earlier + random.nextInt(lastSequence - earlier + 1))));
        }
        Id id = pick(media).id();
        return switch (random.nextInt(kind == TrackKind.AUDIO ? 2 : 3)) {
        case 0 -> new MediaStream(id, random.nextInt(3));
        case 1 -> new Generator(random.nextBoolean() ? "color" : "future", texts());
        default -> new Still(id);
        };
    }

    private AppliedEffect effect() {
        SortedMap<String, Object> parameters = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parameters.put(word() + i, switch (random.nextInt(4)) {
            case 0 -> number();
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean();
            default -> word();
            });
        }
        return new AppliedEffect("effect" + random.nextInt(3), random.nextBoolean() ? "" : word(), parameters,
                curves(List.of("radiusPx", "word0")),
                random.nextInt(4) > 0);
    }

    private SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.put(word() + i, word());
        }
        return texts;
    }

    private Extras plainExtras() {
        SortedMap<String, String> unknown = new TreeMap<>();
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            unknown.put("future" + word() + i, pick(JSON));
        }
        return new Extras(unknown);
    }

    private Extras clipExtras(boolean afterGap, int effects) {
        List<String> prefixes = new ArrayList<>(List.of("", UnknownMembers.TRANSFORM, UnknownMembers.CROP));
        if (afterGap) {
            prefixes.add(UnknownMembers.GAP);
        }
        for (int i = 0; i < effects; i++) {
            prefixes.add(UnknownMembers.effect(i));
        }
        SortedMap<String, String> unknown = new TreeMap<>();
        for (int i = random.nextInt(8) - 4; i > 0; i--) {
            unknown.put(pick(prefixes) + "future" + word().replace("~", "~0").replace("/", "~1") + i, pick(JSON));
        }
        return new Extras(unknown);
    }

    private double number() {
        return switch (random.nextInt(4)) {
        case 0 -> random.nextInt(1000) - 500;
        case 1 -> random.nextDouble() * 1e-9;
        case 2 -> random.nextGaussian() * 1e12;
        default -> random.nextDouble();
        };
    }

    private String word() {
        return random.nextInt(3) > 0 ? "word" + random.nextInt(100) : pick(WORDS);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
