package org.reelbench.ui.inspector.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.reelbench.ui.Icons;
import org.reelbench.ui.OwnKeys;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.Keying;
import org.reelbench.ui.inspector.internal.sheet.Keying.Way;

/**
 * The keyframes of one value: to the previous one, set or take away the one under the playhead, to the next one. A click with the
 * right button says how the value goes on from the keyframe before.
 */
final class KeyframeBar extends Canvas {

    private static final int BUTTON_PX = 16;
    private static final int HEIGHT_PX = 20;
    private static final int PREVIOUS = 0;
    private static final int TOGGLE = 1;
    private static final int NEXT = 2;
    private static final int BUTTONS = 3;

    private final String label;
    private final Hand hand;
    private Keying keying;
    private int hovered = -1;

    KeyframeBar(Composite parent, String label, Keying keying, Hand hand) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.label = label;
        this.keying = keying;
        this.hand = hand;
        setBackground(Theme.PANEL);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> hover(event.x / BUTTON_PX));
        addListener(SWT.MouseExit, _ -> hover(-1));
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && isEnabled(event.x / BUTTON_PX)) {
                press(event.x / BUTTON_PX);
            }
        });
        setMenu(menu(this));
        listenToKeys();
    }

    /** Arrows lead to the keyframes before and behind, Space sets one or takes it away. */
    private void listenToKeys() {
        OwnKeys.useArrows(this);
        OwnKeys.useSpace(this);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        addListener(SWT.KeyDown, event -> {
            int button = switch (event.keyCode) {
            case SWT.ARROW_LEFT -> PREVIOUS;
            case ' ', SWT.CR, SWT.KEYPAD_CR -> TOGGLE;
            case SWT.ARROW_RIGHT -> NEXT;
            default -> BUTTONS;
            };
            if (isEnabled(button)) {
                press(button);
            }
        });
    }

    private void press(int button) {
        switch (button) {
        case PREVIOUS -> hand.goTo(keying.previous());
        case TOGGLE -> hand.make(label, List.of(keying.toggle()));
        default -> hand.goTo(keying.next());
        }
    }

    private boolean isEnabled(int button) {
        return switch (button) {
        case PREVIOUS -> keying.previous().isPresent();
        case TOGGLE -> keying.isOnKeyframe() || keying.isWithin();
        case NEXT -> keying.next().isPresent();
        default -> false;
        };
    }

    private String icon(int button) {
        String dim = isEnabled(button) ? "" : "-dim";
        return switch (button) {
        case PREVIOUS -> "key-previous" + dim;
        case TOGGLE -> keying.isOnKeyframe() ? "key-on" : keying.isMoving() ? "key" : "key-none";
        default -> "key-next" + dim;
        };
    }

    private void hover(int button) {
        if (button != hovered) {
            hovered = button;
            setToolTipText(switch (button) {
            case PREVIOUS -> "Previous keyframe";
            case TOGGLE -> keying.isOnKeyframe() ? "Remove keyframe" : "Set keyframe";
            case NEXT -> "Next keyframe";
            default -> null;
            });
            redraw();
        }
    }

    private void paint(GC gc) {
        for (int button = 0; button < BUTTONS; button++) {
            if (button == hovered && isEnabled(button)) {
                gc.setBackground(Theme.RAISED);
                gc.fillRectangle(button * BUTTON_PX, 0, BUTTON_PX, HEIGHT_PX);
            }
            gc.drawImage(Icons.image(icon(button)), button * BUTTON_PX, (HEIGHT_PX - BUTTON_PX) / 2);
        }
        if (isFocusControl()) {
            gc.setForeground(Theme.ACCENT);
            gc.drawRectangle(0, 0, BUTTONS * BUTTON_PX - 1, HEIGHT_PX - 1);
        }
    }

    void show(Keying now) {
        keying = now;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(BUTTONS * BUTTON_PX, HEIGHT_PX);
    }

    private Menu menu(Canvas bar) {
        Menu menu = new Menu(bar);
        Map<Way, MenuItem> ways = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(way.name().charAt(0) + way.name().substring(1).toLowerCase(Locale.ROOT));
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection() && keying.way().filter(way::equals).isEmpty()) {
                    hand.make(label, keying.go(way));
                }
            });
            ways.put(way, item);
        }
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem stop = new MenuItem(menu, SWT.PUSH);
        stop.setText("Remove All Keyframes");
        stop.addListener(SWT.Selection, _ -> hand.make(label, List.of(keying.stop())));
        menu.addListener(SWT.Show, _ -> {
            ways.forEach((way, item) -> {
                item.setEnabled(!keying.go(way).isEmpty());
                item.setSelection(keying.way().filter(way::equals).isPresent());
            });
            stop.setEnabled(keying.isMoving());
        });
        return menu;
    }
}
