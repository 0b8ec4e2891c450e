package org.reelbench.ui.inspector.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.Kind;
import org.reelbench.ui.inspector.internal.sheet.Property;
import org.reelbench.ui.inspector.internal.sheet.Section;
import org.reelbench.ui.inspector.internal.sheet.Sheet;

/** The rows of a sheet; sheets of the same shape that follow change values only. */
final class SheetRows extends Composite {

    private static final int COLUMNS = 3;
    private static final int MARGIN_PX = 8;
    private static final int LABEL_CHARS = 15;

    private final Hand hand;
    private final List<String> shape;
    private final List<SectionHead> heads = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private record Row(ValueControl control, Optional<KeyframeBar> keyframes, Optional<CurveEditor> curve) {

        void show(Property property) {
            control.show(property);
            keyframes.ifPresent(bar -> property.keying().ifPresent(bar::show));
            curve.ifPresent(editor -> editor.show(property));
        }

        /** Gives the curve room while the value moves; tells whether it takes more or less than before. */
        boolean arrange() {
            return curve.map(editor -> {
                GridData place = (GridData) editor.getLayoutData();
                boolean isOther = place.exclude == editor.isWanted();
                place.exclude = !editor.isWanted();
                editor.setVisible(editor.isWanted());
                return isOther;
            }).orElse(false);
        }
    }

    SheetRows(Composite parent, Sheet sheet, Hand hand) {
        super(parent, SWT.NONE);
        this.hand = hand;
        setBackground(Theme.PANEL);
        shape = sheet.shape();
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(MARGIN_PX, MARGIN_PX).spacing(8, 4).applyTo(this);
        for (Section section : sheet.sections()) {
            heads.add(new SectionHead(this, section, hand));
            section.properties().forEach(this::add);
        }
    }

    boolean hasShapeOf(Sheet sheet) {
        return shape.equals(sheet.shape());
    }

    /** Shows a sheet of the same shape; tells whether it takes more or less room than the one before. */
    boolean show(Sheet sheet) {
        int head = 0;
        int row = 0;
        for (Section section : sheet.sections()) {
            heads.get(head++).show(section);
            for (Property property : section.properties()) {
                rows.get(row++).show(property);
            }
        }
        boolean isResized = rows.stream().map(Row::arrange).reduce(false, Boolean::logicalOr);
        if (isResized) {
            layout();
        }
        return isResized;
    }

    /** Makes edits of what was typed and not yet settled. */
    void settle() {
        rows.forEach(row -> row.control.settle());
    }

    private void add(Property property) {
        Label label = new Label(this, SWT.NONE);
        label.setText(property.label().replace("&", "&&"));
        label.setToolTipText(property.label());
        label.setForeground(Theme.TEXT_DIM);
        boolean isTall = property.kind() == Kind.Plain.LINES;
        GridDataFactory.fillDefaults().align(SWT.FILL, isTall ? SWT.BEGINNING : SWT.CENTER)
                .hint(Fonts.widthPx(label, LABEL_CHARS), SWT.DEFAULT).applyTo(label);
        ValueControl control = control(property);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
                .span(property.keying().isPresent() ? 1 : 2, 1).applyTo(control.control());
        Optional<KeyframeBar> bar = property.keying().map(keying -> new KeyframeBar(this, property.label(), keying, hand));
        Optional<CurveEditor> curve = property.keying().map(_ -> curve(property, control));
        Row row = new Row(control, bar, curve);
        row.arrange();
        rows.add(row);
    }

    private CurveEditor curve(Property property, ValueControl control) {
        CurveEditor made = new CurveEditor(this, property, hand, () -> control.control().setFocus());
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).applyTo(made);
        return made;
    }

    private ValueControl control(Property property) {
        return switch (property.kind()) {
        case Kind.Numbers numbers -> new NumberControl(this, property, numbers, hand);
        case Kind.Choices choices -> new ChoiceControl(this, property, choices, hand);
        case Kind.Plain plain -> switch (plain) {
        case FIXED -> new FixedControl(this, property);
        case LINE, LINES -> new TextControl(this, property, hand);
        case FLAG -> new FlagControl(this, property, hand);
        case COLOR -> new ColorControl(this, property, hand);
        case FILE -> new FileControl(this, property, hand);
        };
        };
    }
}
