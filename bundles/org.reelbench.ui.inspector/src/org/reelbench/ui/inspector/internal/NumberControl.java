package org.reelbench.ui.inspector.internal;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.Kind.Numbers;
import org.reelbench.ui.inspector.internal.sheet.Property;

/**
 * A number that is typed, stepped by arrow keys (ten times as far with Shift) or moved along a bar. It is tried while it moves, and
 * one edit when the mouse is let go, Enter is pressed or the focus goes; Escape brings back what was there.
 */
final class NumberControl implements ValueControl {

    private static final int NUMBER_CHARS = 6;
    private static final int SHIFT_STEPS = 10;

    private final Hand hand;
    private final Numbers numbers;
    private final Composite row;
    private final Text text;
    private final Optional<ValueBar> bar;
    private Property property;
    private String shown = "";
    private boolean isTried;

    NumberControl(Composite parent, Property property, Numbers numbers, Hand hand) {
        this.property = property;
        this.numbers = numbers;
        this.hand = hand;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(4, 0).applyTo(row);
        bar = numbers.bar().map(range -> new ValueBar(row, range,
                new ValueBar.Listener(this::take, value -> tryOut(NumberText.rounded(value, numbers)), this::settle)));
        bar.ifPresent(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)::applyTo);
        text = new Text(row, SWT.BORDER | SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(bar.isEmpty(), false).align(SWT.FILL, SWT.CENTER)
                .hint(Fonts.widthPx(text, NUMBER_CHARS), SWT.DEFAULT).applyTo(text);
        Label unit = new Label(row, SWT.NONE);
        unit.setText(numbers.unit());
        unit.setForeground(Theme.TEXT_DIM);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).exclude(numbers.unit().isEmpty()).applyTo(unit);
        text.addListener(SWT.KeyDown, this::key);
        text.addListener(SWT.DefaultSelection, _ -> settle());
        text.addListener(SWT.FocusOut, _ -> {
            if (!isHeld()) {
                settle();
            }
        });
        show(property);
    }

    @Override
    public Control control() {
        return row;
    }

    @Override
    public void show(Property newProperty) {
        property = newProperty;
        if (!isHeld() && !isTried && text.getText().equals(shown)) {
            put((Double) newProperty.value());
        }
    }

    private void put(double value) {
        shown = NumberText.of(value, numbers);
        if (!text.getText().equals(shown)) {
            text.setText(shown);
        }
        bar.ifPresent(there -> there.show(value));
    }

    private boolean isHeld() {
        return bar.filter(ValueBar::isHeld).isPresent();
    }

    /** The keyboard comes along with the mouse, so that Escape means this number. */
    private void take() {
        text.setFocus();
    }

    private void tryOut(double value) {
        isTried = true;
        text.setText(NumberText.of(value, numbers));
        hand.tryOut(property, value);
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN) {
            double step = numbers.step() * ((event.stateMask & SWT.SHIFT) == 0 ? 1 : SHIFT_STEPS);
            NumberText.parse(text.getText(), numbers).ifPresent(now -> {
                double next = NumberText.rounded(now + (event.keyCode == SWT.ARROW_UP ? step : -step), numbers);
                tryOut(next);
                bar.ifPresent(there -> there.show(next));
            });
            event.doit = false;
        } else if (event.keyCode == SWT.ESC) {
            giveUp();
            event.doit = false;
        }
    }

    private void giveUp() {
        bar.ifPresent(ValueBar::drop);
        if (isTried) {
            isTried = false;
            hand.giveUp();
        }
        put(Double.parseDouble(shown));
        text.selectAll();
    }

    @Override
    public void settle() {
        boolean wasTried = isTried;
        isTried = false;
        if (text.getText().equals(shown)) {
            if (wasTried) {
                hand.giveUp();
            }
            return;
        }
        Optional<Double> value = NumberText.parse(text.getText(), numbers);
        if (value.isEmpty()) {
            giveUp();
            return;
        }
        put(value.get());
        hand.settle(property, value.get());
    }
}
