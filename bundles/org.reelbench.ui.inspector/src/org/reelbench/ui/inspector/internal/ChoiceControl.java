package org.reelbench.ui.inspector.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.reelbench.ui.inspector.internal.sheet.Kind.Choices;
import org.reelbench.ui.inspector.internal.sheet.Property;

/** One of some texts. */
final class ChoiceControl implements ValueControl {

    private final Combo combo;
    private final Choices choices;
    private Property property;

    ChoiceControl(Composite parent, Property property, Choices choices, Hand hand) {
        this.property = property;
        this.choices = choices;
        combo = new Combo(parent, SWT.READ_ONLY);
        combo.setItems(choices.labels().toArray(String[]::new));
        combo.addListener(SWT.Selection, _ -> {
            String wanted = choices.values().get(combo.getSelectionIndex());
            if (!wanted.equals(this.property.value())) {
                hand.settle(this.property, wanted);
            }
        });
        show(property);
    }

    @Override
    public Control control() {
        return combo;
    }

    @Override
    public void show(Property newProperty) {
        property = newProperty;
        int index = choices.values().indexOf(newProperty.value());
        if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
    }
}
