package org.reelbench.ui.inspector.internal;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** Sizes that follow the font of people. */
final class Fonts {

    private Fonts() {
    }

    /** How wide so many digits are. */
    static int widthPx(Control control, int chars) {
        GC gc = new GC(control);
        try {
            return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth() * chars);
        } finally {
            gc.dispose();
        }
    }
}
