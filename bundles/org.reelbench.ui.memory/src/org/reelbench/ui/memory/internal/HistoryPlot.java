package org.reelbench.ui.memory.internal;

import java.util.List;
import java.util.function.ToLongFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.ui.Megabytes;
import org.reelbench.ui.Theme;

/** Draws the readings of the last hour: the process, what is accounted for within it, and the levels of the budget. */
final class HistoryPlot extends Canvas {

    private static final Pressure[] LEVELS = { Pressure.ELEVATED, Pressure.WARNING, Pressure.CRITICAL };

    private List<MemoryReading> history = List.of();

    HistoryPlot(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setBackground(Theme.GROUND);
        addPaintListener(event -> paint(event.gc));
    }

    void show(List<MemoryReading> readings) {
        history = readings;
        redraw();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(Theme.GROUND);
        gc.fillRectangle(area);
        if (history.isEmpty() || area.isEmpty()) {
            return;
        }
        PlotScale scale = PlotScale.of(history, area.width, area.height);
        long budget = history.getLast().budgetBytes();
        gc.setForeground(Theme.LINE);
        for (Pressure level : LEVELS) {
            int y = scale.y((long) (budget * level.from()));
            gc.drawLine(0, y, area.width, y);
        }
        draw(gc, scale, Theme.CLIP_VIDEO, reading -> reading.process().processBytes() - reading.unaccountedBytes());
        draw(gc, scale, Theme.ACCENT, reading -> reading.process().processBytes());
        gc.setForeground(Theme.TEXT_DIM);
        gc.setFont(Theme.smallFont());
        // On ground of its own, for the levels lie near.
        gc.drawText(Megabytes.of(budget), 4, Math.max(0, scale.y(budget)));
    }

    private void draw(GC gc, PlotScale scale, Color color, ToLongFunction<MemoryReading> value) {
        int[] points = new int[2 * history.size()];
        for (int i = 0; i < history.size(); i++) {
            MemoryReading reading = history.get(i);
            points[2 * i] = scale.x(reading.at());
            points[2 * i + 1] = scale.y(value.applyAsLong(reading));
        }
        gc.setForeground(color);
        gc.setLineWidth(2);
        gc.drawPolyline(points);
        gc.setLineWidth(1);
    }
}
