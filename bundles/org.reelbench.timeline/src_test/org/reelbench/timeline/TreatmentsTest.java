package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/** What the values hold that say how pictures, sound and media are treated. */
class TreatmentsTest {

    private static void refused(Executable made) {
        assertThrows(IllegalArgumentException.class, made);
    }

    @Test
    void channelsAreReadAsTheyAreWritten() {
        for (ChannelChoice choice : List.of(ChannelChoice.Mix.ALL, ChannelChoice.Mix.LEFT, ChannelChoice.Mix.RIGHT,
                ChannelChoice.Mix.MONO, new ChannelChoice.Numbered(List.of(1)), new ChannelChoice.Numbered(List.of(64, 3)),
                new ChannelChoice.Numbered(List.of(2, 2)))) {
            assertEquals(choice, ChannelChoice.parse(choice.text()), choice.text());
        }
        assertEquals("mono", ChannelChoice.Mix.MONO.text());
        assertEquals("64,3", new ChannelChoice.Numbered(List.of(64, 3)).text());
        for (String wrong : List.of("", "0", "65", "1,2,3", "1,", ",1", "-1", "Left", "1, 2", "999", "1000", "\u0663")) {
            refused(() -> ChannelChoice.parse(wrong));
        }
        refused(() -> new ChannelChoice.Numbered(List.of()));
    }

    @Test
    void aNewClipKeepsItsPitchAndLiesAsItIs() {
        Clip clip = clip("a", 10);
        assertEquals(SoundTreatment.AS_RECORDED, clip.sound());
        assertTrue(clip.sound().keepPitch());
        assertEquals(PictureTreatment.PLAIN, clip.picture());
        assertEquals(Fades.NONE, clip.fades());
        assertEquals(clip, clip.withOpacity(0.5).withOpacity(1).withGainDb(3).withGainDb(-0.0));
    }

    @Test
    void anAnchorAndTheEdgesOfACropAreAnimatedAndSetToWhatTheyWere() {
        Map<String, Double> values = Map.of(Animated.ANCHOR_X, 0.25, Animated.ANCHOR_Y, -3.0, Animated.CROP_LEFT_PX, 1.5,
                Animated.CROP_TOP_PX, 2.0, Animated.CROP_RIGHT_PX, 3.0, Animated.CROP_BOTTOM_PX, 4.0);
        Clip still = clip("a", 10);
        TreeMap<String, Curve> curves = new TreeMap<>();
        values.forEach((name, value) -> curves.put(name, new Curve(List.of(new Keyframe(0, value, Interpolation.HOLD)))));
        Clip moving = still.withCurves(curves);
        values.forEach((name, value) -> assertEquals(value, moving.valueAt(name, 7), name));
        Clip constant = AnimatedValue.allConstant(moving, 7);
        assertTrue(constant.curves().isEmpty());
        assertEquals(new Transform(0, 0, 1, 0, 0.25, -3, new Crop(1.5, 2, 3, 4)), constant.transform());
        values.forEach((name, value) -> assertEquals(value, constant.valueAt(name, 0), name));
        refused(() -> still.withCurves(new TreeMap<>(Map.of(Animated.CROP_TOP_PX,
                new Curve(List.of(new Keyframe(0, -0.5, Interpolation.HOLD)))))));
    }

    @Test
    void transformsAndCropsRefuseWhatIsNoPlace() {
        refused(() -> new Transform(0, 0, 1, 0, Double.NaN, 0.5, Crop.NONE));
        refused(() -> new Transform(0, 0, 1, 0, 0.5, Double.POSITIVE_INFINITY, Crop.NONE));
        refused(() -> new Crop(Double.NaN, 0, 0, 0));
        refused(() -> new Crop(0, 0, 0, -0.001));
        refused(() -> new Crop(0, Crop.MAX_PX * 2, 0, 0));
        refused(() -> Transform.IDENTITY.with(Animated.OPACITY, 1));
        assertEquals(Crop.NONE, new Crop(-0.0, -0.0, -0.0, -0.0));
        assertEquals(Transform.IDENTITY, Transform.IDENTITY.with(Animated.ANCHOR_X, 0).with(Animated.ANCHOR_X, 0.5));
    }

    private static Interpretation turned(@Nullable Integer degrees, @Nullable Rational pixelAspect) {
        return new Interpretation(degrees, pixelAspect, Interpretation.FieldOrder.AUTO, Interpretation.Color.AUTO,
                Interpretation.Range.AUTO, null);
    }

    @Test
    void picturesAreTurnedByQuartersAndPixelsAreWiderThanNothing() {
        assertTrue(turned(null, null).isAuto());
        for (int degrees : List.of(0, 90, 180, 270)) {
            assertFalse(turned(degrees, null).isAuto());
        }
        for (int degrees : List.of(-90, 45, 360)) {
            refused(() -> turned(degrees, null));
        }
        refused(() -> turned(null, Rational.ZERO));
        refused(() -> turned(null, Rational.of(-1)));
    }

    @Test
    void imagesAreNumberedInTheNamesOfTheirFiles() {
        for (String pattern : List.of("take_%04d.png", "/a%b/take%d.png", "%08d.exr", "C:\\shots%\\%02d.jpg")) {
            assertTrue(ImageSequence.isPattern(pattern), pattern);
        }
        for (String other : List.of("take.png", "take_%4d.png", "%d_%d.png", "%s.png", "%%d.png", "shots_%04d/take.png",
                "100%_%04d.png", "take_%00d.png", "take_%012d.png", "")) {
            assertFalse(ImageSequence.isPattern(other), other);
        }
        FrameRate rate = FrameRate.of(24, 1);
        refused(() -> new ImageSequence(-1, 5, rate));
        refused(() -> new ImageSequence(0, 0, rate));
        refused(() -> new ImageSequence(ImageSequence.MAX_NUMBER, 1, rate));
        refused(() -> new ImageSequence(1, Long.MAX_VALUE, rate));
        MediaReference file = new MediaReference(id("m"), "", "take.png", "", Extras.NONE);
        refused(() -> file.withImageSequence(new ImageSequence(0, 5, rate)));
        MediaReference images = file.withPath("take_%d.png").withImageSequence(new ImageSequence(0, 5, rate));
        refused(() -> images.withPath("take.png"));
        assertEquals(file, images.withImageSequence(null).withPath("take.png"));
    }

    @Test
    void anEffectKnowsTheVersionItWasMadeWith() {
        AppliedEffect effect = new AppliedEffect("blur", new TreeMap<>(Map.of("size", 1.0)));
        assertEquals("", effect.version());
        AppliedEffect made = effect.withVersion("1.2");
        assertNotEquals(effect, made);
        assertEquals("1.2", made.withEnabled(false).withParameters(new TreeMap<>()).version());
    }

    @Test
    void generatorsAreOfTheKnownKinds() {
        assertEquals(Generator.KINDS, List.of(Generator.color("#102030"), Generator.bars(), Generator.counter(),
                Generator.title("The end")).stream().map(Generator::kind).toList());
        assertEquals(Map.of("text", "The end"), Generator.title("The end").parameters());
    }

    @Test
    void aLimiterChangesAllThatIsHeard() {
        Sequence sequence = Samples.sequence("a:10");
        SequenceDiff diff = SequenceDiff.between(sequence, sequence.withLimiter(true));
        assertTrue(diff.formChanged());
        assertFalse(diff.isEmpty());
        assertEquals(sequence, sequence.withLimiter(true).withLimiter(false));
    }
}
