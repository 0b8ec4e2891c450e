package org.reelbench.playback;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows a sequence: one picture of it, or all of them in time with its sound.
 * <p>
 * For every thread. No call waits for a picture: pictures are rendered on the player's own thread, sound on another.
 * <p>
 * Whoever opened the player closes it. Decoders are held for what is shown; {@link #idle} gives them back before.
 */
@ProviderType
public interface Player extends AutoCloseable {

    /**
     * Shows one picture soon on the screen the player was opened with, in place of those asked for before. First comes what is
     * quick to have, if the picture itself takes longer; see {@link ScreenPicture#isApproximate}. The picture has the size the
     * screen has when this is called.
     *
     * @param scene what is looked at
     * @param frame the sequence frame, 0 or more; after the end it is black
     */
    void show(Scene scene, long frame);

    /**
     * Begins to play as fast as it is meant. Who plays something else already stops that first.
     *
     * @param scene what is played
     * @param startFrame the first frame, inside the sequence
     * @param direction which way
     * @param screen is shown the pictures; may be another one than single pictures are shown on
     * @param listener hears how it goes
     * @return the playback, or empty if nothing renders or nothing plays sound for the moment
     */
    default Optional<Playback> play(Scene scene, long startFrame, Direction direction, Screen screen, PlaybackListener listener) {
        return play(scene, Course.of(startFrame, direction), screen, listener);
    }

    /**
     * Begins to play. Who plays something else already stops that first. Where it goes round, playback goes on until it is stopped.
     *
     * @param scene what is played
     * @param course where it begins, inside the sequence, which way it goes and how fast
     * @param screen is shown the pictures; may be another one than single pictures are shown on
     * @param listener hears how it goes
     * @return the playback, or empty if nothing renders or nothing plays sound for the moment
     */
    Optional<Playback> play(Scene scene, Course course, Screen screen, PlaybackListener listener);

    /**
     * Lets a little of the sound at a frame be heard, as while a playhead is dragged, in place of what is still to be heard of frames
     * before. Does nothing while something plays, or where nothing renders or plays sound; playback ends it.
     *
     * @param scene what is listened to
     * @param frame the sequence frame, 0 or more; after the end it is silent
     */
    void scrub(Scene scene, long frame);

    /**
     * Sets how large pictures are rendered while they play, from the next picture on; {@link PreviewQuality#AUTO} at first.
     *
     * @param wanted how large
     */
    void setQuality(PreviewQuality wanted);

    /** Gives back decoders and pictures, when nothing is open any more. The player can be used again. */
    void idle();

    /**
     * Returns what the player has done so far.
     *
     * @return the counts, a snapshot
     */
    PlayerFigures figures();

    /**
     * Stops and gives everything back. Waits for what is under way, 200 ms as a rule and 3 s at most, because no native call may
     * run when the process ends. Closing twice is harmless.
     */
    @Override
    void close();
}
