package org.reelbench.ui.viewer.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/** Text in several lines in the middle of an area. */
final class WrappedText {

    private WrappedText() {
    }

    /** Tells whether there is room for a text without breaking words. */
    static boolean fits(GC gc, String text, Rectangle area) {
        for (String word : text.split(" ")) {
            if (gc.textExtent(word).x > area.width) {
                return false;
            }
        }
        TextLayout layout = layout(gc, text, area);
        try {
            return layout.getBounds().height <= area.height;
        } finally {
            layout.dispose();
        }
    }

    static void paintCentered(GC gc, String text, Rectangle area) {
        TextLayout layout = layout(gc, text, area);
        try {
            layout.draw(gc, area.x, area.y + (area.height - layout.getBounds().height) / 2);
        } finally {
            layout.dispose();
        }
    }

    private static TextLayout layout(GC gc, String text, Rectangle area) {
        TextLayout layout = new TextLayout(gc.getDevice());
        layout.setText(text);
        layout.setFont(gc.getFont());
        layout.setWidth(area.width);
        layout.setAlignment(SWT.CENTER);
        return layout;
    }
}
