package org.reelbench.testcard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.Composers;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.testcard.internal.EffectRun;
import org.reelbench.testcard.internal.EffectValues;
import org.reelbench.time.FrameRate;

/**
 * What every effect on pictures must keep to, whoever brings it: a piece rendered alone equals the straight render, sample by
 * sample, whatever its parameters are and however curves move them, on every kind of picture. A piece of an effect that is
 * {@linkplain org.reelbench.media.EffectReach#isFed() fed} is begun by another processor as far back as it says it looks, or at the
 * first frame: what it remembers must come from there alone, and from nothing that processors share.
 * <p>
 * One thread at a time. Opens and closes what it needs; the frames are small, so that a hundred cases take a few seconds.
 *
 * <pre>{@code
 * EffectContract contract = new EffectContract(composers, provider.descriptor());
 * contract.checkDescription();
 * contract.check(seed, 20);
 * }</pre>
 */
public final class EffectContract {

    private static final int FRAMES = 8;
    private static final int PIECES = 3;
    private static final List<PixelFormat> FORMATS = List.of(PixelFormat.YUV420P, PixelFormat.YUVA420P, PixelFormat.YUV422P,
            PixelFormat.YUV444P, PixelFormat.YUVA444P, PixelFormat.BGRA, PixelFormat.GRAY8);
    private static final List<Placement> PLACEMENTS = List.of(Placement.at(0, 0, 96, 54), Placement.at(0, 0, 96, 54),
            Placement.at(3, 5, 33, 21), new Placement(1, 1, 1, 1, 10, 10, 40, 30, 45),
            new Placement(0, 0, 0, 0, 0, 0, 96, 54, 180),
            Placement.at(2, 2, 1, 1));

    private final Composers composers;
    private final EffectDescriptor effect;
    private final Map<String, List<Object>> samples = new HashMap<>();
    private int composed;
    private int opened;

    /**
     * Creates the contract of an effect.
     *
     * @param composers a composer service in which the effect is installed
     * @param effect the effect
     */
    public EffectContract(Composers composers, EffectDescriptor effect) {
        this.composers = composers;
        this.effect = effect;
    }

    /**
     * Names values to choose from where they cannot be made up: files, and texts of a form of their own.
     *
     * @param parameter the parameter's name
     * @param values the values, each allowed
     * @return this contract
     */
    public EffectContract sampling(String parameter, List<?> values) {
        samples.put(parameter, List.copyOf(values));
        return this;
    }

    /**
     * Checks what the effect says of itself.
     *
     * @throws AssertionError if its defaults are not among what it allows, or names are missing or double
     */
    public void checkDescription() {
        require(effect.id().contains("."), "an id says whose it is, by a domain: " + effect.id());
        require(!effect.version().isBlank(), "without a version cached pictures outlive a change of what is drawn");
        require(composers.effect(effect.id()).map(effect::equals).orElse(false), "the effect always describes itself alike");
        Map<String, Object> defaults = new HashMap<>();
        for (EffectParameter parameter : effect.parameters()) {
            require(parameter.check(parameter.defaultValue()).equals(parameter.defaultValue()),
                    "the default of " + parameter.name() + " is one of its values");
            require(!parameter.label().isBlank(), parameter.name() + " has a name for people");
            require(defaults.put(parameter.name(), parameter.defaultValue()) == null, parameter.name() + " is there twice");
        }
        require(effect.check(Map.of()).equals(defaults), "what is not given takes its default");
        boolean progresses = effect.parameter(EffectDescriptor.PROGRESS)
                .filter(found -> found.isAnimatable() && found.minimum() == 0 && found.maximum() == 1).isPresent();
        require(effect.subject() != EffectDescriptor.Subject.TRANSITION || progresses,
                "a transition has a number \"" + EffectDescriptor.PROGRESS + "\" from 0 to 1 that curves can animate");
    }

    /**
     * Checks pieces against the straight render, for random values, curves and pictures.
     *
     * @param seed where the cases begin; it is named where one fails
     * @param cases how many
     * @throws MediaException if the effect cannot be composed
     * @throws AssertionError if a piece differs from the straight render, or the effect changes the frame it was given
     */
    public void check(long seed, int cases) throws MediaException {
        for (int i = 0; i < cases; i++) {
            long own = seed + i;
            Random random = new Random(own);
            EffectValues values = EffectValues.of(effect, samples, i, FRAMES, random);
            EffectRun run = new EffectRun(composers, effect, values, canvas(random), picture(random), one(PLACEMENTS, random));
            try {
                compare(run, random, "effect " + effect.id() + ", seed " + own + ", " + values + ", " + run);
            } catch (MediaException e) {
                throw new MediaException(e.reason(), "", "seed " + own + ", " + values + ", " + run + ": " + e.explanation(), e);
            }
        }
    }

    /**
     * Returns how many frames were composed so far.
     *
     * @return the count
     */
    public int composed() {
        return composed;
    }

    /**
     * Returns how many composers had to be opened so far: with an effect that takes on new values while it runs, one for each
     * piece, however its parameters are animated.
     *
     * @return the count
     */
    public int opened() {
        return opened;
    }

    private void compare(EffectRun run, Random random, String what) throws MediaException {
        byte[][] straight = run.frames(0, FRAMES);
        for (int piece = 0; piece < PIECES; piece++) {
            int start = random.nextInt(FRAMES);
            int end = start + 1 + random.nextInt(FRAMES - start);
            byte[][] alone = run.frames(start, end);
            for (int n = start; n < end; n++) {
                require(Arrays.equals(straight[n], alone[n - start]),
                        what + ": frame " + n + " differs if rendering begins at " + start);
            }
        }
        composed += run.composed();
        opened += run.opened();
    }

    private static Canvas canvas(Random random) {
        return new Canvas(96, 54, FrameRate.of(25, 1), ColorDescription.BT709_LIMITED, random.nextInt(4) == 0);
    }

    private static PictureFormat picture(Random random) {
        PixelFormat format = one(FORMATS, random);
        ColorDescription color = switch (format) {
        case BGRA, RGBA -> new ColorDescription(ColorDescription.Matrix.RGB, Range.FULL);
        case GRAY8 -> new ColorDescription(ColorDescription.Matrix.BT709, Range.FULL);
        default -> random.nextInt(3) == 0
                ? new ColorDescription(ColorDescription.Matrix.BT601, Range.FULL)
                : ColorDescription.BT709_LIMITED;
        };
        return PictureFormat.of(96 - 2 * random.nextInt(3), 54, format, color);
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
