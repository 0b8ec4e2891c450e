package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.ui.tracks.internal.model.StillPicture;

/** What painters draw with. Coordinates are points of the view; the UI thread only. */
public interface Pen {

    /** The fonts of the track view. */
    enum Face {
        /** Names of tracks. */
        NAME,
        /** Names of clips, and hints. */
        SMALL,
        /** Timecodes. */
        TIMECODE
    }

    /** Fills a rectangle. */
    void fill(int x, int y, int width, int height, Color color);

    /** Lays a colour over a rectangle. */
    void tint(int x, int y, int width, int height, Color color, int alpha);

    /** Draws the border of a rectangle, inside of it. */
    void frame(int x, int y, int width, int height, Color color);

    /** Draws a line one point wide. */
    void line(int x1, int y1, int x2, int y2, Color color);

    /** Fills a polygon of x, y, x, y… */
    void polygon(int[] points, Color color);

    /** Writes text, its upper left corner at a point; what is wider than there is room for ends in an ellipsis. */
    void text(String text, int x, int y, int maxWidth, Color color, Face face);

    /** Returns the width of a line of text; measuring costs about as much as writing. */
    int width(String text, Face face);

    /** Returns the height of a line of text. */
    int lineHeight(Face face);

    /** Draws an icon by its name. */
    void icon(String name, int x, int y);

    /** Draws a small picture, scaled; what is wider than there is room for is cut off at the right. */
    void picture(Thumbnail picture, int x, int y, int width, int height, int maxWidth);

    /** Draws a rendered picture, scaled. */
    void still(StillPicture picture, int x, int y, int width, int height);

    /** Draws only inside of a rectangle from now on. */
    void clip(int x, int y, int width, int height);

    /** Draws everywhere again. */
    void unclip();
}
