package org.reelbench.ui.inspector.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.reelbench.ui.inspector.internal.sheet.Property;

/** A text that is only read. */
final class FixedControl implements ValueControl {

    private final Label label;

    FixedControl(Composite parent, Property property) {
        label = new Label(parent, SWT.NONE);
        show(property);
    }

    @Override
    public Control control() {
        return label;
    }

    @Override
    public void show(Property property) {
        String text = (String) property.value();
        if (!label.getText().equals(text)) {
            label.setText(text.replace("&", "&&"));
            label.setToolTipText(text);
        }
    }
}
