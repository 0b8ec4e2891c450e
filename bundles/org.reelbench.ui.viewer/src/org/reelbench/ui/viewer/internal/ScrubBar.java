package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.function.LongConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.timeline.FrameRange;
import org.reelbench.ui.Theme;
import org.reelbench.ui.viewer.internal.transport.ScrubScale;

/** A strip under the picture that stands for all of it: where it is looked at and what is marked. Pressed, it goes there. */
final class ScrubBar extends Canvas {

    private static final int HEIGHT_PX = 16;
    private static final int EDGE_PX = 8;
    private static final int LINE_PX = 4;

    private long durationFrames;
    private long positionFrame;
    private @Nullable FrameRange marks;

    ScrubBar(Composite parent, LongConsumer goTo) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setBackground(Theme.PANEL);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> {
            if (event.button == 1) {
                goTo.accept(scale().frameAt(event.x - EDGE_PX));
            }
        });
        addListener(SWT.MouseMove, event -> {
            if ((event.stateMask & SWT.BUTTON1) != 0) {
                goTo.accept(scale().frameAt(event.x - EDGE_PX));
            }
        });
    }

    void show(long duration, long position, Optional<FrameRange> marked) {
        FrameRange range = marked.orElse(null);
        if (duration != durationFrames || position != positionFrame || range != marks) {
            durationFrames = duration;
            positionFrame = position;
            marks = range;
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 64 : widthHint, HEIGHT_PX);
    }

    private ScrubScale scale() {
        return new ScrubScale(Math.max(1, getClientArea().width - 2 * EDGE_PX), durationFrames);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        ScrubScale scale = scale();
        int top = (area.height - LINE_PX) / 2;
        gc.setBackground(Theme.PANEL);
        gc.fillRectangle(area);
        gc.setBackground(Theme.LINE);
        gc.fillRectangle(EDGE_PX, top, scale.widthPx(), LINE_PX);
        if (durationFrames == 0) {
            return;
        }
        FrameRange range = marks;
        if (range != null) {
            int from = scale.xOf(range.inFrame());
            gc.setBackground(Theme.ACCENT);
            gc.fillRectangle(EDGE_PX + from, top, Math.max(1, scale.xOf(range.outFrame()) - from), LINE_PX);
        }
        gc.setBackground(Theme.PLAYHEAD);
        gc.fillRectangle(EDGE_PX + scale.xOf(positionFrame) - 1, 2, 2, area.height - 4);
    }
}
