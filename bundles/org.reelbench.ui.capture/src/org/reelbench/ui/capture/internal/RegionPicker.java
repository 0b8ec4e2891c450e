package org.reelbench.ui.capture.internal;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.reelbench.ui.Theme;

/** Lets a rectangle of the screen be drawn with the mouse; Escape leaves everything as it was. */
final class RegionPicker {

    private static final int SEE_THROUGH = 90;
    private static final int SMALLEST_PX = 16;

    private final Shell cover;
    private final Consumer<String> picked;
    private Rectangle drawn = new Rectangle(0, 0, 0, 0);
    private boolean drawing;

    private RegionPicker(Display display, Consumer<String> picked) {
        this.picked = picked;
        cover = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        cover.setBounds(display.getBounds());
        cover.setAlpha(SEE_THROUGH);
        cover.setBackground(Theme.GROUND);
        cover.setCursor(display.getSystemCursor(SWT.CURSOR_CROSS));
        cover.addPaintListener(event -> paint(event.gc));
        cover.addListener(SWT.MouseDown, this::begin);
        cover.addListener(SWT.MouseMove, this::draw);
        cover.addListener(SWT.MouseUp, _ -> end());
        cover.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                cover.dispose();
            }
        });
    }

    /** Covers the screen until something is picked. */
    static void open(Display display, Consumer<String> picked) {
        RegionPicker picker = new RegionPicker(display, picked);
        picker.cover.open();
        picker.cover.forceFocus();
    }

    /** A rectangle as the recorder's setting says it, with even sides. */
    static String text(Rectangle area) {
        return (area.width & ~1) + "x" + (area.height & ~1) + "+" + Math.max(0, area.x) + "+" + Math.max(0, area.y);
    }

    private void begin(Event event) {
        drawing = true;
        drawn = new Rectangle(event.x, event.y, 0, 0);
    }

    private void draw(Event event) {
        if (drawing) {
            drawn.width = event.x - drawn.x;
            drawn.height = event.y - drawn.y;
            cover.redraw();
        }
    }

    private void end() {
        Rectangle area = upright(drawn);
        Point origin = cover.toDisplay(0, 0);
        cover.dispose();
        if (area.width >= SMALLEST_PX && area.height >= SMALLEST_PX) {
            picked.accept(text(new Rectangle(area.x + origin.x, area.y + origin.y, area.width, area.height)));
        }
    }

    /** The same rectangle, drawn from its upper left corner. */
    static Rectangle upright(Rectangle area) {
        return new Rectangle(Math.min(area.x, area.x + area.width), Math.min(area.y, area.y + area.height), Math.abs(area.width),
                Math.abs(area.height));
    }

    private void paint(GC gc) {
        Rectangle area = upright(drawn);
        gc.setForeground(Theme.ACCENT);
        gc.setLineWidth(3);
        gc.drawRectangle(area);
        gc.setForeground(Theme.TEXT);
        gc.drawText(area.isEmpty() ? "Draw what is recorded; Escape leaves it as it was" : area.width + " × " + area.height,
                area.x + 8, area.y + 8, true);
    }
}
