package org.reelbench.ui.inspector.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.Kind;
import org.reelbench.ui.inspector.internal.sheet.Property;

/**
 * A text of one line or several. It is one edit when Enter is pressed (with Ctrl where there are lines) or the focus goes; one of
 * several lines is tried while it is typed. Escape brings back what was there.
 */
final class TextControl implements ValueControl {

    private static final int LINES_SHOWN = 3;

    private final Hand hand;
    private final boolean hasLines;
    private final Composite row;
    private final Text text;
    private Property property;
    private String shown = "";
    private boolean isTried;
    private boolean isPut;

    TextControl(Composite parent, Property property, Hand hand) {
        this.property = property;
        this.hand = hand;
        hasLines = property.kind() == Kind.Plain.LINES;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(hasLines ? 1 : 0, hasLines ? 1 : 0).applyTo(row);
        text = new Text(row, hasLines ? SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.BORDER | SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, false).hint(0, hasLines ? LINES_SHOWN * text.getLineHeight() : SWT.DEFAULT)
                .applyTo(text);
        if (hasLines) {
            frame();
        }
        text.addListener(SWT.KeyDown, this::key);
        // Tab goes on to the next value also where there are lines.
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true;
            }
        });
        text.addListener(SWT.DefaultSelection, _ -> settle());
        text.addListener(SWT.FocusOut, _ -> settle());
        text.addListener(SWT.Modify, _ -> {
            if (hasLines && !isPut) {
                isTried = true;
                hand.tryOut(this.property, typed());
            }
        });
        show(property);
    }

    /** The system draws no edge around several lines that would show the focus. */
    private void frame() {
        row.addListener(SWT.Paint, event -> {
            event.gc.setForeground(text.isFocusControl() ? Theme.ACCENT : Theme.LINE);
            event.gc.drawRectangle(0, 0, row.getSize().x - 1, row.getSize().y - 1);
        });
        text.addListener(SWT.FocusIn, _ -> row.redraw());
        text.addListener(SWT.FocusOut, _ -> row.redraw());
    }

    @Override
    public Control control() {
        return row;
    }

    @Override
    public void show(Property newProperty) {
        property = newProperty;
        if (!isTried && typed().equals(shown)) {
            put((String) newProperty.value());
        }
    }

    private void put(String value) {
        shown = value;
        if (!typed().equals(value)) {
            isPut = true;
            text.setText(value);
            isPut = false;
        }
    }

    /** Lines end as they do in project files, whatever the machine. */
    private String typed() {
        return text.getText().replace("\r\n", "\n");
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            giveUp();
            event.doit = false;
        } else if (hasLines && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)
                && (event.stateMask & SWT.CTRL) != 0) {
            settle();
            event.doit = false;
        }
    }

    private void giveUp() {
        if (isTried) {
            isTried = false;
            hand.giveUp();
        }
        put(shown);
    }

    @Override
    public void settle() {
        String wanted = typed();
        if (wanted.equals(shown)) {
            giveUp();
            return;
        }
        isTried = false;
        shown = wanted;
        hand.settle(property, wanted);
    }
}
