package org.reelbench.ui.viewer.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/** Text in several lines in the middle of an area. */
final class WrappedText {

    private WrappedText() {
    }

    static void paintCentered(GC gc, String text, Rectangle area) {
        TextLayout layout = new TextLayout(gc.getDevice());
        try {
            layout.setText(text);
            layout.setFont(gc.getFont());
            layout.setWidth(area.width);
            layout.setAlignment(SWT.CENTER);
            layout.draw(gc, area.x, area.y + (area.height - layout.getBounds().height) / 2);
        } finally {
            layout.dispose();
        }
    }
}
