package org.reelbench.ui.inspector.internal;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.Property;

/** A colour: typed as {@code #rrggbb}, or chosen after a click on the field that shows it. */
final class ColorControl implements ValueControl {

    private static final int FIELD_PX = 20;
    private static final int CHARS = 9;
    private static final int RADIX = 16;

    private final Hand hand;
    private final Composite row;
    private final Canvas field;
    private final Text text;
    private Property property;
    private String shown = "";

    ColorControl(Composite parent, Property property, Hand hand) {
        this.property = property;
        this.hand = hand;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(row);
        field = new Canvas(row, SWT.DOUBLE_BUFFERED);
        field.setToolTipText("Choose a colour");
        field.setCursor(field.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        GridDataFactory.fillDefaults().hint(FIELD_PX, FIELD_PX).align(SWT.BEGINNING, SWT.CENTER).applyTo(field);
        field.addListener(SWT.Paint, event -> {
            parse(shown).ifPresent(rgb -> event.gc.setBackground(new Color(rgb)));
            event.gc.fillRectangle(field.getClientArea());
            event.gc.setForeground(Theme.LINE);
            event.gc.drawRectangle(0, 0, FIELD_PX - 1, FIELD_PX - 1);
        });
        field.addListener(SWT.MouseUp, _ -> choose());
        text = new Text(row, SWT.BORDER);
        GridDataFactory.fillDefaults().hint(Fonts.widthPx(text, CHARS), SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.DefaultSelection, _ -> settle());
        text.addListener(SWT.FocusOut, _ -> settle());
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                text.setText(shown);
                event.doit = false;
            }
        });
        show(property);
    }

    /** Reads a colour; empty if the text is none. */
    static Optional<RGB> parse(String text) {
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(text.substring(1), RADIX);
        return Optional.of(new RGB(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff));
    }

    private void choose() {
        ColorDialog dialog = new ColorDialog(row.getShell());
        dialog.setText(property.label());
        parse(shown).ifPresent(dialog::setRGB);
        RGB chosen = dialog.open();
        if (chosen != null && !text.isDisposed()) {
            text.setText(String.format(Locale.ROOT, "#%02x%02x%02x", chosen.red, chosen.green, chosen.blue));
            settle();
        }
    }

    @Override
    public Control control() {
        return row;
    }

    @Override
    public void show(Property newProperty) {
        property = newProperty;
        if (text.getText().equals(shown)) {
            put((String) newProperty.value());
        }
    }

    private void put(String value) {
        shown = value;
        text.setText(value);
        field.redraw();
    }

    @Override
    public void settle() {
        String wanted = text.getText().strip();
        if (wanted.equals(shown)) {
            return;
        }
        if (parse(wanted).isEmpty()) {
            text.setText(shown);
            return;
        }
        put(wanted);
        hand.settle(property, wanted);
    }
}
