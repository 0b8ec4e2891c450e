package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.Samples.id;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Every method {@code withX} of a record changes X and nothing else. */
class WithMethodsTest {

    private static final Curve CURVE = new Curve(List.of(new Keyframe(3, 0.5, Interpolation.LINEAR)));

    /** A record of which no member has its usual value. */
    private static final Clip CLIP = new Clip(id("a"), "A", new Still(id("m")), RationalTime.ofSeconds(3), 20, Rational.of(-1, 2),
            new PictureTreatment(new Transform(1, 2, 3, 4, 5, 6, new Crop(1, 2, 3, 4)), 0.5, BlendMode.SCREEN),
            new SoundTreatment(-6, 0.25, ChannelChoice.Mix.MONO, false), new Fades(3, 4),
            new TreeMap<>(Map.of(Animated.PAN, CURVE)),
            List.of(new AppliedEffect("blur", new TreeMap<>())), new Bonds(id("l"), id("g")),
            new Extras(new TreeMap<>(Map.of("later", "1"))));
    private static final Track TRACK = new Track(id("t"), "T", TrackKind.AUDIO, true, true, true, true, Samples.items("a:10"),
            new Extras(new TreeMap<>(Map.of("later", "1"))));
    private static final Sequence SEQUENCE = new Sequence(id("s"), "S", Samples.RATE, 16, 9, 44_100, true, List.of(TRACK),
            List.of(Marker.of(id("m"), "M", 3)), new FrameRange(1, 2), new Extras(new TreeMap<>(Map.of("later", "1"))));
    private static final AppliedEffect EFFECT = new AppliedEffect("blur", "1.2", new TreeMap<>(Map.of("size", 2L)),
            new TreeMap<>(Map.of("radius", CURVE)), false);

    private static final MediaReference MEDIA = new MediaReference(id("m"), "M", "take_%04d.png", "abc",
            new Interpretation(90, Rational.of(16, 15), Interpretation.FieldOrder.TOP_FIRST, Interpretation.Color.HLG,
                    Interpretation.Range.FULL, FrameRate.of(24, 1), Interpretation.Alpha.PREMULTIPLIED),
            new ImageSequence(7, 8, FrameRate.of(25, 1)), ProxyUse.ALWAYS,
            new Recorded(new UUID(1, 2), RationalTime.ofSeconds(3)), "Day 1/Beach",
            new Extras(new TreeMap<>(Map.of("later", "1"))));

    private static final Map<String, Object> OTHERS = Map.ofEntries(Map.entry("id", id("other")), Map.entry("name", "Other"),
            Map.entry("content", Generator.color("#ff0000")), Map.entry("speed", Rational.of(3)),
            Map.entry("transform", Transform.IDENTITY), Map.entry("opacity", 0.75), Map.entry("gainDb", 3.0),
            Map.entry("pan", -1.0),
            Map.entry("curves", new TreeMap<>(Map.of(Animated.SCALE, CURVE))), Map.entry("effects", List.of()),
            Map.entry("bonds", Bonds.NONE), Map.entry("extras", Extras.NONE), Map.entry("items", Samples.items("b:5")),
            Map.entry("tracks", List.of()), Map.entry("markers", List.of()), Map.entry("inOut", new FrameRange(5, 9)),
            Map.entry("parameters", new TreeMap<>(Map.of("size", 3L))), Map.entry("link", id("other")),
            Map.entry("group", id("other")), Map.entry("picture", PictureTreatment.PLAIN),
            Map.entry("sound", SoundTreatment.AS_RECORDED), Map.entry("fades", Fades.NONE), Map.entry("limiter", false),
            Map.entry("blend", BlendMode.ADD), Map.entry("channels", ChannelChoice.ALL), Map.entry("keepPitch", true),
            Map.entry("version", "2"), Map.entry("path", "other_%d.png"), Map.entry("fingerprint", "def"),
            Map.entry("interpretation", Interpretation.AUTO),
            Map.entry("imageSequence", new ImageSequence(0, 1, FrameRate.of(24, 1))), Map.entry("crop", Crop.NONE),
            Map.entry("proxy", ProxyUse.NEVER), Map.entry("bin", "Day 2"),
            Map.entry("recorded", new Recorded(new UUID(3, 4), RationalTime.ZERO)));

    @TestFactory
    Stream<DynamicTest> itsMemberAndNoOther() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Record original : List.of(CLIP, TRACK, SEQUENCE, EFFECT, CLIP.bonds(), CLIP.picture(), CLIP.sound(),
                CLIP.transform(),
                MEDIA)) {
            Arrays.stream(original.getClass().getMethods()).sorted(Comparator.comparing(Method::getName)).forEach(method -> {
                if (method.getName().startsWith("with") && component(original, method) != null) {
                    tests.add(DynamicTest.dynamicTest(original.getClass().getSimpleName() + "." + method.getName(),
                            () -> check(original, method)));
                }
            });
        }
        assertTrue(tests.size() >= 26, () -> "only " + tests.size() + " methods were found");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> anotherPieceOfTheSource() {
        return Stream.of(DynamicTest.dynamicTest("Clip.withSource", () -> {
            Clip changed = CLIP.withSource(RationalTime.ofSeconds(9), 7);
            assertEquals(RationalTime.ofSeconds(9), changed.sourceIn());
            assertEquals(7, changed.durationFrames());
            assertEquals(CLIP, changed.withSource(CLIP.sourceIn(), CLIP.durationFrames()));
        }));
    }

    private static void check(Record original, Method method) throws ReflectiveOperationException {
        RecordComponent changed = Objects.requireNonNull(component(original, method));
        Object old = changed.getAccessor().invoke(original);
        Object other = old instanceof Boolean flag
                ? !flag
                : Objects.requireNonNull(OTHERS.get(changed.getName()), changed.getName());
        assertNotEquals(old, other, "the test itself");
        Object after = method.invoke(original, other);
        for (RecordComponent component : original.getClass().getRecordComponents()) {
            Object expected = component.getName().equals(changed.getName()) ? other : component.getAccessor().invoke(original);
            assertEquals(expected, component.getAccessor().invoke(after), component.getName());
        }
        assertEquals(original, method.invoke(after, old));
    }

    private static @Nullable RecordComponent component(Record record, Method method) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(each -> method.getName().equalsIgnoreCase("with" + each.getName())
                        && method.getParameterCount() == 1)
                .findFirst().orElse(null);
    }
}
