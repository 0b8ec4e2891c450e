package org.reelbench.ui.tracks.internal.canvas;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;
import org.reelbench.sketches.Thumbnail;

/** Thumbnails as images of the display: those painted last. On the UI thread; disposed by the canvas. */
final class ThumbnailImages {

    /** More than a large screen shows; about 57 KiB each. */
    private static final int MOST = 400;
    private static final int DEPTH = 24;
    private static final PaletteData BGR = new PaletteData(0xff, 0xff00, 0xff0000);

    private final Display display;
    private final Map<Thumbnail, Image> images = new LinkedHashMap<>(MOST, 0.75f, true);

    ThumbnailImages(Display display) {
        this.display = display;
    }

    Image of(Thumbnail thumbnail) {
        Image known = images.get(thumbnail);
        if (known != null) {
            return known;
        }
        Image made = new Image(display, new ImageData(thumbnail.widthPx(), thumbnail.heightPx(), DEPTH, BGR, 1, thumbnail.bgr()));
        images.put(thumbnail, made);
        Iterator<Image> oldest = images.values().iterator();
        while (images.size() > MOST && oldest.hasNext()) {
            oldest.next().dispose();
            oldest.remove();
        }
        return made;
    }

    void dispose() {
        images.values().forEach(Image::dispose);
        images.clear();
    }
}
