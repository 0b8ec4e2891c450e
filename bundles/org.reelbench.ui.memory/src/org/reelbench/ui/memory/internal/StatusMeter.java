package org.reelbench.ui.memory.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;

/**
 * The meter in the status line: what is used of the budget; a click opens the view. It is there as long as the window, so it also
 * keeps the notice above the tracks.
 */
public final class StatusMeter extends WorkbenchWindowControlContribution {

    private static final int WIDTH_PX = 150;
    private static final int HEIGHT_PX = 18;
    private static final int BAR_PX = 3;

    private final ServiceSlot<MemoryMonitor> monitor = ServiceSlot.open(MemoryMonitor.class, StatusMeter.class);
    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, StatusMeter.class);
    private final ShortageNotice notice = new ShortageNotice(new NoticeBoard(), new EditorTracks(editor),
            () -> monitor.get().ifPresent(MemoryMonitor::look));
    private @Nullable MemoryFeed feed;
    private @Nullable Canvas canvas;
    private @Nullable MemoryReading reading;

    /** Creates the meter; the workbench does. */
    public StatusMeter() {
        // everything is made in createControl
    }

    @Override
    protected Control createControl(Composite parent) {
        Canvas made = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS) {

            @Override
            public Point computeSize(int widthHint, int heightHint, boolean changed) {
                return new Point(WIDTH_PX, HEIGHT_PX);
            }
        };
        made.addPaintListener(event -> paint(event.gc, made.getClientArea()));
        made.addListener(SWT.MouseDown, _ -> open());
        canvas = made;
        feed = new MemoryFeed(this::read, notice::warned, this::watch);
        return made;
    }

    private void watch(boolean isWatched) {
        if (isWatched) {
            monitor.get().ifPresent(MemoryMonitor::look);
            return;
        }
        notice.dismiss();
        reading = null;
        Canvas shown = canvas;
        if (shown != null && !shown.isDisposed()) {
            shown.setToolTipText(MemoryFeed.UNWATCHED);
            shown.redraw();
        }
    }

    private void read(MemoryReading latest) {
        notice.read(latest);
        reading = latest;
        Canvas shown = canvas;
        if (shown != null && !shown.isDisposed()) {
            shown.setToolTipText("Memory: " + Amounts.summary(latest));
            shown.redraw();
        }
    }

    private void paint(GC gc, Rectangle area) {
        gc.setBackground(Theme.GROUND);
        gc.fillRectangle(area);
        MemoryReading latest = reading;
        if (latest == null) {
            return;
        }
        double share = Math.min(1, latest.share());
        int top = area.height - BAR_PX;
        gc.setBackground(Theme.RAISED);
        gc.fillRectangle(0, top, area.width, BAR_PX);
        gc.setBackground(latest.pressure().atLeast(Pressure.WARNING)
                ? Theme.PROBLEM
                : latest.pressure() == Pressure.ELEVATED ? Theme.ACCENT : Theme.TEXT_DIM);
        gc.fillRectangle(0, top, (int) (area.width * share), BAR_PX);
        gc.setForeground(Theme.TEXT_DIM);
        gc.setFont(Theme.smallFont());
        String text = Amounts.usedOf(latest.process().processBytes(), latest.budgetBytes());
        Point size = gc.textExtent(text);
        gc.drawText(text, Math.max(0, (area.width - size.x) / 2), Math.max(0, (top - size.y) / 2), true);
    }

    private static void open() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            return;
        }
        try {
            window.getActivePage().showView(MemoryView.ID);
        } catch (PartInitException e) {
            Platform.getLog(StatusMeter.class).error("The memory view cannot be opened", e);
        }
    }

    @Override
    public void dispose() {
        MemoryFeed open = feed;
        if (open != null) {
            feed = null;
            open.close();
        }
        notice.dismiss();
        monitor.close();
        editor.close();
        super.dispose();
    }
}
