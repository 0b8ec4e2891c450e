package org.reelbench.playback;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where pictures are shown.
 * <p>
 * Called on the player's thread; returns at once.
 */
@ConsumerType
public interface Screen {

    /**
     * Returns how wide pictures may be.
     *
     * @return the width there is, in pixels, above 0
     */
    int widthPx();

    /**
     * Returns how high pictures may be.
     *
     * @return the height there is, in pixels, above 0
     */
    int heightPx();

    /**
     * Shows a picture in place of the one before.
     *
     * @param picture the picture, the screen's from now on
     */
    void show(ScreenPicture picture);

    /**
     * Says why there is no picture.
     *
     * @param message one line for people
     */
    void fail(String message);
}
