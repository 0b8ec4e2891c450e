package org.reelbench.ui.inspector.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.reelbench.ui.inspector.internal.sheet.Property;

/** Something that is so or not. */
final class FlagControl implements ValueControl {

    private final Button button;
    private Property property;

    FlagControl(Composite parent, Property property, Hand hand) {
        this.property = property;
        button = new Button(parent, SWT.CHECK);
        button.setToolTipText(property.label());
        button.addListener(SWT.Selection, _ -> hand.settle(this.property, button.getSelection()));
        show(property);
    }

    @Override
    public Control control() {
        return button;
    }

    @Override
    public void show(Property newProperty) {
        property = newProperty;
        button.setSelection((Boolean) newProperty.value());
    }
}
