package org.reelbench.ui.inspector.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Keyframe;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.CurvePlot;
import org.reelbench.ui.inspector.internal.sheet.CurvePlot.Grip;
import org.reelbench.ui.inspector.internal.sheet.CurvePlot.Part;
import org.reelbench.ui.inspector.internal.sheet.Keying;
import org.reelbench.ui.inspector.internal.sheet.Kind;
import org.reelbench.ui.inspector.internal.sheet.Property;

/**
 * A value over the frames of its clip. Keyframes and the handles of curves between them are dragged: tried while the mouse moves, one
 * edit when it is let go, and nothing after Escape. A double click sets a keyframe; a click with the right button says how it goes on.
 */
final class CurveEditor extends Canvas {

    private static final int HEIGHT_PX = 104;
    private static final int KEY_PX = 5;
    private static final int HANDLE_PX = 3;

    private final Hand hand;
    private final Runnable keyboard;
    private final Listener escape = this::key;
    private Property property;
    private @Nullable Grip held;
    /** The picture in which something is held; it does not change its scale under the mouse. */
    private @Nullable CurvePlot before;
    private @Nullable Curve dragged;

    /**
     * Creates the editor.
     *
     * @param keyboard lets keys mean this value
     */
    CurveEditor(Composite parent, Property property, Hand hand, Runnable keyboard) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.property = property;
        this.hand = hand;
        this.keyboard = keyboard;
        setBackground(Theme.GROUND);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> plot().ifPresent(plot -> down(plot, event)));
        addListener(SWT.MouseMove, this::move);
        addListener(SWT.MouseUp, _ -> letGo());
        addListener(SWT.MouseDoubleClick, event -> plot().ifPresent(plot -> add(plot, event)));
        addListener(SWT.MenuDetect, this::detect);
        addListener(SWT.Dispose, _ -> {
            if (held != null) {
                giveUp();
            }
        });
    }

    void show(Property now) {
        property = now;
        redraw();
    }

    boolean isWanted() {
        return keying().filter(Keying::isMoving).isPresent();
    }

    private Optional<Keying> keying() {
        return property.keying();
    }

    private Optional<CurvePlot> plot() {
        CurvePlot picture = before;
        Curve moved = dragged;
        if (picture != null) {
            return Optional.of(moved == null ? picture : picture.with(moved));
        }
        Keying keying = keying().orElse(null);
        Curve curve = keying == null ? null : keying.curve();
        Rectangle area = getClientArea();
        return keying == null || curve == null
                ? Optional.empty()
                : Optional.of(CurvePlot.of(curve, keying.clip().clip().durationFrames(), area.width, area.height));
    }

    private void down(CurvePlot plot, Event event) {
        if (event.button == 1 && held == null) {
            plot.gripAt(event.x, event.y).ifPresent(grip -> {
                held = grip;
                before = plot;
                keyboard.run();
                getDisplay().addFilter(SWT.KeyDown, escape);
            });
        }
    }

    private void move(Event event) {
        Grip grip = held;
        CurvePlot plot = before;
        if (grip == null || plot == null) {
            setCursor(plot().flatMap(now -> now.gripAt(event.x, event.y)).isPresent()
                    ? getDisplay().getSystemCursor(SWT.CURSOR_HAND)
                    : null);
            return;
        }
        double factor = keying().map(Keying::factor).orElse(1.0);
        Kind.Numbers numbers = property.kind() instanceof Kind.Numbers some ? some : null;
        Curve now = plot.dragged(grip, event.x, event.y, numbers == null ? -Double.MAX_VALUE : numbers.least() / factor,
                numbers == null ? Double.MAX_VALUE : numbers.greatest() / factor);
        Curve last = dragged;
        if (!now.equals(last == null ? plot.curve() : last)) {
            dragged = now;
            keying().ifPresent(keying -> hand.tryOut(property.label(), List.of(keying.all(now))));
            redraw();
        }
    }

    private void letGo() {
        Grip grip = held;
        CurvePlot plot = before;
        Curve moved = dragged;
        if (grip == null || plot == null) {
            return;
        }
        release();
        Keying keying = keying().orElse(null);
        if (keying == null) {
            return;
        }
        if (moved != null && !moved.equals(plot.curve())) {
            hand.make(property.label(), List.of(keying.all(moved)));
        } else {
            hand.giveUp();
            if (grip.part() == Part.KEY) {
                hand.goTo(keying.onSequence(plot.curve().keyframes().get(grip.index())));
            }
        }
    }

    private void release() {
        held = null;
        before = null;
        dragged = null;
        getDisplay().removeFilter(SWT.KeyDown, escape);
        if (!isDisposed()) {
            redraw();
        }
    }

    private void giveUp() {
        release();
        hand.giveUp();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            event.doit = false;
            event.type = SWT.None;
            giveUp();
        }
    }

    private void add(CurvePlot plot, Event event) {
        Keying keying = keying().orElse(null);
        if (keying == null || event.button != 1 || plot.gripAt(event.x, event.y).isPresent()) {
            return;
        }
        long frame = Math.clamp(Math.round(plot.frameAt(event.x)), 0, plot.durationFrames() - 1);
        hand.make(property.label(), List.of(keying.set(frame, plot.curve().valueAt(frame))));
    }

    private void detect(Event event) {
        Point place = toControl(event.x, event.y);
        Keying keying = keying().orElse(null);
        Grip grip = plot().flatMap(plot -> plot.gripAt(place.x, place.y)).filter(found -> found.part() == Part.KEY).orElse(null);
        Menu old = getMenu();
        if (old != null) {
            old.dispose();
        }
        setMenu(keying == null || grip == null ? null : menu(keying, keying.keyframes().get(grip.index())));
    }

    private Menu menu(Keying keying, Keyframe key) {
        Menu menu = new Menu(this);
        for (Keying.Way way : Keying.Way.values()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(way.name().charAt(0) + way.name().substring(1).toLowerCase(Locale.ROOT));
            item.setSelection(Keying.named(key.toNext()).filter(way::equals).isPresent());
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection()) {
                    hand.make(property.label(), List.of(keying.go(key, way)));
                }
            });
        }
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem remove = new MenuItem(menu, SWT.PUSH);
        remove.setText("Remove Keyframe");
        remove.addListener(SWT.Selection, _ -> hand.make(property.label(), List.of(keying.remove(key.frame()))));
        return menu;
    }

    private void paint(GC gc) {
        CurvePlot plot = plot().orElse(null);
        Keying keying = keying().orElse(null);
        if (plot == null || keying == null) {
            return;
        }
        gc.setAntialias(SWT.ON);
        gc.setFont(Theme.smallFont());
        gc.setForeground(Theme.TEXT_DIM);
        words(gc, plot, keying.factor());
        if (keying.isWithin()) {
            gc.setForeground(Theme.PLAYHEAD);
            int x = (int) Math.round(plot.xOf(keying.frame()));
            gc.drawLine(x, 0, x, plot.heightPx());
        }
        gc.setForeground(Theme.ACCENT);
        int last = (int) Math.round(plot.yOf(plot.curve().valueAt(plot.frameAt(0))));
        for (int x = 1; x < plot.widthPx(); x++) {
            int y = (int) Math.round(plot.yOf(plot.curve().valueAt(plot.frameAt(x))));
            gc.drawLine(x - 1, last, x, y);
            last = y;
        }
        for (int index = 0; index < plot.curve().keyframes().size(); index++) {
            handle(gc, plot, new Grip(Part.FIRST_HANDLE, index), index);
            handle(gc, plot, new Grip(Part.SECOND_HANDLE, index), index + 1);
            key(gc, plot, new Grip(Part.KEY, index));
        }
    }

    /** The greatest and the least value; what is held says where it is. */
    private void words(GC gc, CurvePlot plot, double factor) {
        Kind.Numbers numbers = property.kind() instanceof Kind.Numbers some ? some : null;
        if (numbers != null) {
            String top = NumberText.of(plot.high() * factor, numbers) + " " + numbers.unit();
            gc.drawText(top.strip(), 2, 0, true);
            String bottom = NumberText.of(plot.low() * factor, numbers) + " " + numbers.unit();
            gc.drawText(bottom.strip(), 2, plot.heightPx() - gc.getFontMetrics().getHeight(), true);
            Grip grip = held;
            if (grip != null && grip.part() == Part.KEY) {
                Keyframe key = plot.curve().keyframes().get(grip.index());
                String text = "frame " + key.frame() + ": " + NumberText.of(key.value() * factor, numbers) + " " + numbers.unit();
                gc.setForeground(Theme.TEXT);
                gc.drawText(text.strip(), Math.max(2, plot.widthPx() - gc.textExtent(text).x - 2), 0, true);
            }
        }
    }

    private static void handle(GC gc, CurvePlot plot, Grip grip, int ofKey) {
        plot.spot(grip).ifPresent(spot -> {
            Keyframe key = plot.curve().keyframes().get(ofKey);
            int x = (int) Math.round(plot.xOf(spot.frame()));
            int y = (int) Math.round(plot.yOf(spot.value()));
            gc.setForeground(Theme.TEXT_DIM);
            gc.drawLine((int) Math.round(plot.xOf(key.frame())), (int) Math.round(plot.yOf(key.value())), x, y);
            gc.setBackground(Theme.TEXT_DIM);
            gc.fillOval(x - HANDLE_PX, y - HANDLE_PX, 2 * HANDLE_PX, 2 * HANDLE_PX);
        });
    }

    private void key(GC gc, CurvePlot plot, Grip grip) {
        plot.spot(grip).ifPresent(spot -> {
            int x = (int) Math.round(plot.xOf(spot.frame()));
            int y = (int) Math.round(plot.yOf(spot.value()));
            gc.setBackground(grip.equals(held) ? Theme.TEXT : Theme.ACCENT);
            gc.fillPolygon(new int[] { x - KEY_PX, y, x, y - KEY_PX, x + KEY_PX, y, x, y + KEY_PX });
        });
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? HEIGHT_PX : widthHint, HEIGHT_PX);
    }
}
