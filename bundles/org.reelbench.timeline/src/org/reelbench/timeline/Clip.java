package org.reelbench.timeline;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * A piece of content on a track: which part of it, how fast, where on the canvas and how loud.
 * <p>
 * Immutable, safe for every thread. Equal clips are equal records: −0.0 is stored as 0.0. How long the medium is, is not known
 * here: a clip may reach beyond either end of its source, where the first or last picture stands still and the sound is silent.
 *
 * @param id the id, one of its own among the clips and transitions of a sequence
 * @param name the name shown to people
 * @param content what is shown or heard
 * @param sourceIn the in point: the time in the source at which the clip's first frame is taken
 * @param durationFrames how long the clip is on its track, in frames of the sequence, from 1 to {@link Item#MAX_DURATION_FRAMES}
 * @param speed how fast the source runs: 1 as recorded, 2 twice as fast, −1 backwards, 0 a freeze frame, which shows the in point
 *        all the time; numerator and denominator within ±{@value #MAX_SPEED_TERM}
 * @param picture how its picture is laid over what lies below
 * @param sound how it is heard
 * @param fades how long it fades in and out, together not longer than it lasts
 * @param curves the animated properties by their names, see {@link Animated}; a curve stands in for the constant of its property
 * @param effects the effects in the order they are applied
 * @param bonds which clips it belongs together with
 * @param extras members of the project file this version does not know
 */
public record Clip(Id id, String name, Content content, RationalTime sourceIn, long durationFrames, Rational speed,
        PictureTreatment picture, SoundTreatment sound, Fades fades, SortedMap<String, Curve> curves,
        List<AppliedEffect> effects, Bonds bonds, Extras extras) implements Item {

    /** The quietest gain, in decibels: below what 24 bits can hold. */
    public static final double MIN_GAIN_DB = -144;

    /** The loudest gain, in decibels. */
    public static final double MAX_GAIN_DB = 48;

    /** The greatest numerator and denominator of a speed, so that source times stay exact in 64 bits. */
    public static final long MAX_SPEED_TERM = 1_000_000;

    /**
     * Creates a clip.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Clip {
        if (durationFrames < 1 || durationFrames > MAX_DURATION_FRAMES) {
            throw new IllegalArgumentException(
                    "clip " + id + " lasts from 1 to " + MAX_DURATION_FRAMES + " frames, not " + durationFrames);
        }
        if (speed.numerator() > MAX_SPEED_TERM || speed.numerator() < -MAX_SPEED_TERM
                || speed.denominator() > MAX_SPEED_TERM) {
            throw new IllegalArgumentException("the speed of clip " + id + " is a fraction of numbers up to " + MAX_SPEED_TERM
                    + ", not " + speed);
        }
        if (fades.inFrames() > durationFrames || fades.outFrames() > durationFrames - fades.inFrames()) {
            throw new IllegalArgumentException("clip " + id + " is " + durationFrames + " frames long: it cannot fade in for "
                    + fades.inFrames() + " and out for " + fades.outFrames());
        }
        curves = Animated.checked(id, curves);
        effects = List.copyOf(effects);
    }

    /**
     * Returns a clip as it comes from a bin: at its own speed, fitted, opaque, as loud as recorded, without effects, bound to no
     * other clip.
     *
     * @param id the id
     * @param name the name shown to people
     * @param content what is shown or heard
     * @param sourceIn the in point in the source
     * @param durationFrames how long it is, in frames of the sequence, from 1 to {@link Item#MAX_DURATION_FRAMES}
     * @return the clip
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static Clip of(Id id, String name, Content content, RationalTime sourceIn, long durationFrames) {
        return new Clip(id, name, content, sourceIn, durationFrames, Rational.ONE, PictureTreatment.PLAIN,
                SoundTreatment.AS_RECORDED, Fades.NONE, Collections.emptySortedMap(), List.of(), Bonds.NONE, Extras.NONE);
    }

    /**
     * Returns the source time that a frame of the clip shows.
     *
     * @param frameInClip the frame counted from the clip's start; outside of 0 to the duration it tells about the handles
     * @param rate the rate of the sequence
     * @return in point + frame × speed ÷ rate, exact; may lie outside of the source
     * @throws ArithmeticException if the result does not fit 64-bit terms
     */
    public RationalTime sourceTimeAt(long frameInClip, FrameRate rate) {
        return sourceIn.plus(rate.timeOf(frameInClip).times(speed));
    }

    /**
     * Returns the value of a property that can be animated, at a frame: of its curve, or the constant if there is none.
     *
     * @param property the property's name, see {@link Animated}
     * @param frameInClip the frame counted from the clip's start; parts of frames are allowed
     * @return the value, always in the range of the property
     * @throws IllegalArgumentException if there is no such property
     */
    public double valueAt(String property, double frameInClip) {
        Curve curve = curves.get(property);
        double value = curve == null ? constant(property) : curve.valueAt(frameInClip);
        return Math.clamp(value, Animated.least(property), Animated.greatest(property));
    }

    /**
     * Returns this clip with another id.
     *
     * @param newId the id
     * @return the clip
     */
    public Clip withId(Id newId) {
        return new Clip(newId, name, content, sourceIn, durationFrames, speed, picture, sound, fades, curves, effects,
                bonds, extras);
    }

    /**
     * Returns this clip under another name.
     *
     * @param newName the name shown to people
     * @return the clip
     */
    public Clip withName(String newName) {
        return new Clip(id, newName, content, sourceIn, durationFrames, speed, picture, sound, fades, curves, effects,
                bonds, extras);
    }

    /**
     * Returns this clip showing something else, from the same source time on.
     *
     * @param newContent what is shown or heard
     * @return the clip
     */
    public Clip withContent(Content newContent) {
        return new Clip(id, name, newContent, sourceIn, durationFrames, speed, picture, sound, fades, curves, effects,
                bonds, extras);
    }

    /**
     * Returns this clip with another piece of its source. Fades that no longer fit are shortened.
     *
     * @param newSourceIn the in point in the source
     * @param newDurationFrames the duration in frames of the sequence, from 1 to {@link Item#MAX_DURATION_FRAMES}
     * @return the clip
     * @throws IllegalArgumentException if the duration is out of range
     */
    public Clip withSource(RationalTime newSourceIn, long newDurationFrames) {
        return new Clip(id, name, content, newSourceIn, newDurationFrames, speed, picture, sound,
                fades.fitting(newDurationFrames),
                curves, effects, bonds, extras);
    }

    /**
     * Returns this clip at another speed, its in point and duration kept.
     *
     * @param newSpeed the speed; 0 freezes the in point
     * @return the clip
     * @throws IllegalArgumentException if the speed is out of range
     */
    public Clip withSpeed(Rational newSpeed) {
        return new Clip(id, name, content, sourceIn, durationFrames, newSpeed, picture, sound, fades, curves, effects,
                bonds, extras);
    }

    /**
     * Returns this clip with its picture laid in another way.
     *
     * @param newPicture how it is laid over what lies below
     * @return the clip
     */
    public Clip withPicture(PictureTreatment newPicture) {
        return new Clip(id, name, content, sourceIn, durationFrames, speed, newPicture, sound, fades, curves, effects, bonds,
                extras);
    }

    /**
     * Returns this clip heard in another way.
     *
     * @param newSound how it is heard
     * @return the clip
     */
    public Clip withSound(SoundTreatment newSound) {
        return new Clip(id, name, content, sourceIn, durationFrames, speed, picture, newSound, fades, curves, effects, bonds,
                extras);
    }

    /**
     * Returns this clip with other fades.
     *
     * @param newFades how long it fades in and out
     * @return the clip
     * @throws IllegalArgumentException if together they are longer than the clip
     */
    public Clip withFades(Fades newFades) {
        return new Clip(id, name, content, sourceIn, durationFrames, speed, picture, sound, newFades, curves, effects, bonds,
                extras);
    }

    /**
     * Returns this clip at another place of the canvas.
     *
     * @param newTransform the transform
     * @return the clip
     */
    public Clip withTransform(Transform newTransform) {
        return withPicture(picture.withTransform(newTransform));
    }

    /**
     * Returns this clip with another opacity.
     *
     * @param newOpacity the opacity, from 0 to 1
     * @return the clip
     * @throws IllegalArgumentException if the opacity is out of range
     */
    public Clip withOpacity(double newOpacity) {
        return withPicture(picture.withOpacity(newOpacity));
    }

    /**
     * Returns this clip with another gain.
     *
     * @param newGainDb the gain in decibels, from {@link #MIN_GAIN_DB} to {@link #MAX_GAIN_DB}
     * @return the clip
     * @throws IllegalArgumentException if the gain is out of range
     */
    public Clip withGainDb(double newGainDb) {
        return withSound(sound.withGainDb(newGainDb));
    }

    /**
     * Returns this clip with its sound elsewhere between left and right.
     *
     * @param newPan the pan, from −1 for left to 1 for right
     * @return the clip
     * @throws IllegalArgumentException if the pan is out of range
     */
    public Clip withPan(double newPan) {
        return withSound(sound.withPan(newPan));
    }

    /**
     * Returns this clip with other animated properties.
     *
     * @param newCurves the curves by the names of the properties, see {@link Animated}
     * @return the clip
     * @throws IllegalArgumentException if there is no such property or a value is out of its range
     */
    public Clip withCurves(SortedMap<String, Curve> newCurves) {
        return new Clip(id, name, content, sourceIn, durationFrames, speed, picture, sound, fades, newCurves, effects,
                bonds, extras);
    }

    /**
     * Returns this clip with other effects.
     *
     * @param newEffects the effects in the order they are applied
     * @return the clip
     */
    public Clip withEffects(List<AppliedEffect> newEffects) {
        return new Clip(id, name, content, sourceIn, durationFrames, speed, picture, sound, fades, curves, newEffects,
                bonds, extras);
    }

    /**
     * Returns this clip bound to other clips.
     *
     * @param newBonds the bonds
     * @return the clip
     */
    public Clip withBonds(Bonds newBonds) {
        return new Clip(id, name, content, sourceIn, durationFrames, speed, picture, sound, fades, curves, effects,
                newBonds, extras);
    }

    /**
     * Returns this clip with other members this version does not know.
     *
     * @param newExtras the members
     * @return the clip
     */
    public Clip withExtras(Extras newExtras) {
        return new Clip(id, name, content, sourceIn, durationFrames, speed, picture, sound, fades, curves, effects,
                bonds, newExtras);
    }

    /**
     * Returns where on the canvas the picture lies.
     *
     * @return the transform of its {@link #picture}
     */
    public Transform transform() {
        return picture.transform();
    }

    /**
     * Returns how much of what lies below is covered.
     *
     * @return the opacity of its {@link #picture}, from 0 to 1
     */
    public double opacity() {
        return picture.opacity();
    }

    /**
     * Returns how much louder than recorded it is.
     *
     * @return the gain of its {@link #sound} in decibels, from {@link #MIN_GAIN_DB} to {@link #MAX_GAIN_DB}
     */
    public double gainDb() {
        return sound.gainDb();
    }

    /**
     * Returns where its sound lies between left and right.
     *
     * @return the pan of its {@link #sound}, from −1 for left to 1 for right
     */
    public double pan() {
        return sound.pan();
    }

    private double constant(String property) {
        return switch (property) {
        case Animated.OPACITY -> picture.opacity();
        case Animated.GAIN_DB -> sound.gainDb();
        case Animated.PAN -> sound.pan();
        case Animated.X_PX -> transform().xPx();
        case Animated.Y_PX -> transform().yPx();
        case Animated.SCALE -> transform().scale();
        case Animated.ROTATION_DEGREES -> transform().rotationDegrees();
        case Animated.ANCHOR_X -> transform().anchorX();
        case Animated.ANCHOR_Y -> transform().anchorY();
        case Animated.CROP_LEFT_PX -> transform().crop().leftPx();
        case Animated.CROP_TOP_PX -> transform().crop().topPx();
        case Animated.CROP_RIGHT_PX -> transform().crop().rightPx();
        case Animated.CROP_BOTTOM_PX -> transform().crop().bottomPx();
        // What is no property is refused where its range is asked for.
        default -> 0;
        };
    }
}
