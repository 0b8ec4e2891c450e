package org.reelbench.timeline;

import org.reelbench.timeline.internal.ClipEdits;

/**
 * The edits of what a clip is called, shows and how it lies between left and right, as pure functions; {@link Edits} has those of
 * its picture and gain, {@link Keyframes} those of values that change.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too. None of them changes where a clip lies or
 * how long it is, and transitions stay.
 */
public final class ClipValues {

    private ClipValues() {
    }

    /**
     * Gives a clip another name.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param name the name shown to people
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or its track is locked
     */
    public static Sequence setName(Sequence sequence, Id clip, String name) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withName(name));
    }

    /**
     * Sets where the sound of a clip lies between left and right. A curve of its pan stays and goes on standing in for the value.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param pan the pan, from −1 for left to 1 for right
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked or the pan is out of range
     */
    public static Sequence setPan(Sequence sequence, Id clip, double pan) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withPan(pan));
    }

    /**
     * Sets how a clip's picture is put together with what lies below it.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param blend the blend mode
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or its track is locked
     */
    public static Sequence setBlend(Sequence sequence, Id clip, BlendMode blend) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withPicture(old.picture().withBlend(blend)));
    }

    /**
     * Sets how long a clip fades in and out.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param fades the fades
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked or the fades are longer than it
     */
    public static Sequence setFades(Sequence sequence, Id clip, Fades fades) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withFades(fades));
    }

    /**
     * Sets which of the recorded channels of a clip are heard.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param channels the channels
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or its track is locked
     */
    public static Sequence setChannels(Sequence sequence, Id clip, ChannelChoice channels) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withSound(old.sound().withChannels(channels)));
    }

    /**
     * Sets whether a clip's sound stays as high as recorded when it runs faster or slower.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param keepPitch whether it does
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or its track is locked
     */
    public static Sequence setKeepPitch(Sequence sequence, Id clip, boolean keepPitch) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withSound(old.sound().withKeepPitch(keepPitch)));
    }

    /**
     * Lets a clip show something else, from the same source time on and at the same speed.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param content what is shown or heard
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, a still picture would lie on an audio track or the clip
     *         would show the sequence it lies in
     */
    public static Sequence setContent(Sequence sequence, Id clip, Content content) throws EditRefused {
        return ClipEdits.changeContent(sequence, clip, content);
    }
}
