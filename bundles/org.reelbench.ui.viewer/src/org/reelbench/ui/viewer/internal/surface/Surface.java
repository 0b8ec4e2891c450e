package org.reelbench.ui.viewer.internal.surface;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.reelbench.playback.Fit;
import org.reelbench.playback.ScreenPicture;

/** A picture of one size that can be painted. */
public interface Surface extends AutoCloseable {

    /**
     * Creates the quickest surface this window system has.
     *
     * @param display the display
     * @param size the size of the pictures
     * @return the surface, to be closed by the caller
     */
    static Surface create(Display display, Fit size) {
        return CairoSurface.isAvailable() ? new CairoSurface(display, size) : new ImageSurface(display, size);
    }

    /**
     * Returns the size.
     *
     * @return the size of the pictures
     */
    Fit size();

    /**
     * Takes a picture over.
     *
     * @param picture a picture of this size; stays the caller's and is not needed afterwards
     */
    void put(ScreenPicture picture);

    /**
     * Paints the picture taken last.
     *
     * @param gc where to
     * @param target where on it; another size than the picture's scales it
     */
    void paint(GC gc, Rectangle target);

    /** Gives the memory back. Closing twice is harmless. */
    @Override
    void close();
}
