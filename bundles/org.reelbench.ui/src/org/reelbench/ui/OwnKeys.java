package org.reelbench.ui;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;

/**
 * Knows which keys a control uses itself while it has the focus, so that they are not taken for commands of the window: lists walk by
 * the arrows, buttons are pressed by Space. For the UI thread only; it holds nothing.
 */
public final class OwnKeys {

    private static final String ARROWS = "org.reelbench.ui.arrows";
    private static final String SPACE = "org.reelbench.ui.space";

    private OwnKeys() {
    }

    /**
     * Says that a control of our own drawing walks by arrows, Home and End, as lists do.
     *
     * @param control the control
     */
    public static void useArrows(Control control) {
        control.setData(ARROWS, Boolean.TRUE);
    }

    /**
     * Says that a control of our own drawing is pressed by Space, as buttons are.
     *
     * @param control the control
     */
    public static void useSpace(Control control) {
        control.setData(SPACE, Boolean.TRUE);
    }

    /**
     * Tells whether arrows, Home and End belong to what has the focus.
     *
     * @param focus what has the focus; null if nothing has
     * @return true for lists, tables, trees, bars, and what {@link #useArrows} was called for
     */
    public static boolean usesArrows(@Nullable Widget focus) {
        return switch (focus) {
        case Table _,Tree _,List _,ToolBar _,Scale _,Slider _ -> true;
        case null -> false;
        default -> focus.getData(ARROWS) != null;
        };
    }

    /**
     * Tells whether Space belongs to what has the focus.
     *
     * @param focus what has the focus; null if nothing has
     * @return true for buttons of all kinds, links, lists with boxes to tick, and what {@link #useSpace} was called for
     */
    public static boolean usesSpace(@Nullable Widget focus) {
        return switch (focus) {
        case Button _,Link _,ToolBar _ -> true;
        case Table table -> (table.getStyle() & SWT.CHECK) != 0;
        case Tree tree -> (tree.getStyle() & SWT.CHECK) != 0;
        case null -> false;
        default -> focus.getData(SPACE) != null;
        };
    }
}
