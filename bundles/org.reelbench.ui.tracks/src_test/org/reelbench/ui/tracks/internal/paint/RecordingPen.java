package org.reelbench.ui.tracks.internal.paint;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.ui.tracks.internal.model.StillPicture;

/** Remembers what was drawn. */
final class RecordingPen implements Pen {

    final List<String> texts = new ArrayList<>();
    final List<Rectangle> textPlaces = new ArrayList<>();
    final List<String> icons = new ArrayList<>();
    final List<Rectangle> fills = new ArrayList<>();
    final List<Rectangle> tints = new ArrayList<>();
    /** The points that lines cover; they are upright or level. */
    final List<Rectangle> lines = new ArrayList<>();
    int strokes;
    int pictures;
    final List<Rectangle> stills = new ArrayList<>();
    int frames;

    @Override
    public void fill(int x, int y, int width, int height, Color color) {
        fills.add(new Rectangle(x, y, width, height));
        strokes++;
    }

    @Override
    public void tint(int x, int y, int width, int height, Color color, int alpha) {
        tints.add(new Rectangle(x, y, width, height));
        strokes++;
    }

    @Override
    public void frame(int x, int y, int width, int height, Color color) {
        strokes++;
        frames++;
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, Color color) {
        lines.add(new Rectangle(x1, y1, x2 - x1 + 1, y2 - y1 + 1));
        strokes++;
    }

    @Override
    public void polygon(int[] points, Color color) {
        strokes++;
    }

    @Override
    public void text(String text, int x, int y, int maxWidth, Color color, Face face) {
        strokes++;
        texts.add(text);
        textPlaces.add(new Rectangle(x, y, Math.min(maxWidth, width(text, face)), lineHeight(face)));
    }

    @Override
    public int width(String text, Face face) {
        return 7 * text.length();
    }

    @Override
    public int lineHeight(Face face) {
        return 14;
    }

    @Override
    public void icon(String name, int x, int y) {
        icons.add(name);
    }

    @Override
    public void picture(Thumbnail picture, int x, int y, int width, int height, int maxWidth) {
        strokes++;
        pictures++;
    }

    @Override
    public void still(StillPicture picture, int x, int y, int width, int height) {
        strokes++;
        stills.add(new Rectangle(x, y, width, height));
    }

    @Override
    public void clip(int x, int y, int width, int height) {
        // what is drawn outside counts as drawn
    }

    @Override
    public void unclip() {
        // what is drawn outside counts as drawn
    }
}
