package org.reelbench.ui.capture.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.ui.Theme;
import org.reelbench.ui.capture.internal.RateHistory.Second;

/** Draws how a recording goes: pictures a second against those aimed at, pictures lost, and the score, over the last two minutes. */
final class RatePlot extends Canvas {

    private static final int HEIGHT_PX = 44;
    private static final int BEST_SCORE = 100;
    /** Room above what is aimed at, so that its line is seen. */
    private static final double HEADROOM = 1.15;

    private final RateHistory history = new RateHistory();

    RatePlot(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setBackground(Theme.GROUND);
        addPaintListener(event -> paint(event.gc));
    }

    /** Another recording begins. */
    void clear() {
        history.clear();
        setToolTipText(null);
        redraw();
    }

    /** Takes the newest numbers. */
    void show(long nowNs, RecordingStatistics now) {
        if (history.add(nowNs, now)) {
            setToolTipText(told(history.seconds().getLast()));
            redraw();
        }
    }

    static String told(Second last) {
        return String.format(Locale.ROOT,
                "The last two minutes: pictures a second (%.0f of %.0f now), lost (%.0f now), score (%d now)",
                last.recorded(), last.aimed(), last.lost(), last.score());
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(Theme.GROUND);
        gc.fillRectangle(area);
        List<Second> seconds = history.seconds();
        if (seconds.isEmpty() || area.isEmpty()) {
            return;
        }
        double most = HEADROOM * seconds.stream().mapToDouble(one -> Math.max(1, Math.max(one.aimed(), one.recorded()))).max()
                .orElse(1);
        gc.setBackground(Theme.PROBLEM);
        for (int i = 0; i < seconds.size(); i++) {
            int height = (int) Math.ceil(area.height * Math.min(1, seconds.get(i).lost() / most));
            gc.fillRectangle(x(i, seconds, area), area.height - height, Math.max(1, area.width / RateHistory.SECONDS), height);
        }
        draw(gc, seconds, area, Theme.LINE, one -> one.aimed() / most);
        draw(gc, seconds, area, Theme.TEXT_DIM, one -> one.score() / (BEST_SCORE * HEADROOM));
        draw(gc, seconds, area, Theme.ACCENT, one -> one.recorded() / most);
    }

    /** The newest second is at the right. */
    private static int x(int index, List<Second> seconds, Rectangle area) {
        return area.width - (seconds.size() - index) * area.width / RateHistory.SECONDS;
    }

    private static void draw(GC gc, List<Second> seconds, Rectangle area, Color color, ToDoubleFunction<Second> share) {
        int[] points = new int[2 * seconds.size()];
        for (int i = 0; i < seconds.size(); i++) {
            points[2 * i] = x(i, seconds, area);
            points[2 * i + 1] = (int) Math.round((area.height - 1) * (1 - share.applyAsDouble(seconds.get(i))));
        }
        gc.setForeground(color);
        gc.drawPolyline(points);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, HEIGHT_PX);
    }
}
