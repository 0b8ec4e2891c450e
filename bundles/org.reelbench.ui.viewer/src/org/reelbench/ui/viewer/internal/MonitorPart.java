package org.reelbench.ui.viewer.internal;

/** A view that shows a monitor, as the commands for monitors see it. On the UI thread. */
interface MonitorPart {

    /** Shows the monitor alone on the screen, or puts it back. */
    void toggleFullScreen();

    /** Saves the frame that is looked at as a picture. */
    void saveFrame();
}
