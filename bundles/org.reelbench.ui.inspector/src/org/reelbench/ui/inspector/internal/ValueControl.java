package org.reelbench.ui.inspector.internal;

import org.eclipse.swt.widgets.Control;
import org.reelbench.ui.inspector.internal.sheet.Property;

/** Shows the value of a property and lets it be changed. On the UI thread. */
interface ValueControl {

    /** Returns what lies in the row. */
    Control control();

    /** Shows a value, unless a hand is at it. */
    void show(Property property);

    /** Makes an edit of what was typed and not yet settled; does nothing if nothing was. */
    default void settle() {
        // Most values are settled at once.
    }
}
