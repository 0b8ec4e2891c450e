package org.reelbench.ui.inspector.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.reelbench.ui.inspector.internal.sheet.Property;

/** The path of a file, chosen in a dialog. */
final class FileControl implements ValueControl {

    private final Composite row;
    private final Label name;
    private Property property;

    FileControl(Composite parent, Property property, Hand hand) {
        this.property = property;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(row);
        name = new Label(row, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(0, SWT.DEFAULT).applyTo(name);
        Button button = new Button(row, SWT.PUSH);
        button.setText("Choose…");
        button.addListener(SWT.Selection, _ -> {
            FileDialog dialog = new FileDialog(row.getShell(), SWT.OPEN);
            dialog.setText(this.property.label());
            String path = dialog.open();
            if (path != null) {
                hand.settle(this.property, path);
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
        String path = (String) newProperty.value();
        name.setText(path.isEmpty() ? "None" : path.substring(path.lastIndexOf('/') + 1));
        name.setToolTipText(path);
    }
}
