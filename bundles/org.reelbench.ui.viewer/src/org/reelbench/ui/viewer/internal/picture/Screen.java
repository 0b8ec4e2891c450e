package org.reelbench.ui.viewer.internal.picture;

/** Where pictures are shown. Called on the viewer's thread; returns at once. */
public interface Screen {

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
