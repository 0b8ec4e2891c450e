package org.reelbench.ui.tracks.internal.input;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.tools.TrackTools;

/** A name that is typed in place: Enter or a click elsewhere takes it, Escape leaves the old one. On the UI thread. */
final class NameField {

    private final TrackTools tools;
    private final Text text;
    private final Consumer<String> renamed;
    private final String before;
    private boolean isDone;

    private NameField(Composite parent, TrackTools tools, Rectangle place, String name, Consumer<String> renamed) {
        this.tools = tools;
        this.renamed = renamed;
        before = name;
        text = new Text(parent, SWT.SINGLE | SWT.BORDER);
        text.setBackground(Theme.GROUND);
        text.setForeground(Theme.TEXT);
        text.setText(name);
        text.setBounds(place);
        text.selectAll();
        tools.setTyping(true);
        text.setFocus();
        text.addListener(SWT.Traverse, this::traversed);
        text.addListener(SWT.FocusOut, _ -> end(true));
    }

    /**
     * Lets a name be typed.
     *
     * @param parent what it lies in
     * @param tools is told that text is typed
     * @param place where
     * @param name the name as it is
     * @param renamed takes another name
     */
    static void open(Composite parent, TrackTools tools, Rectangle place, String name, Consumer<String> renamed) {
        new NameField(parent, tools, place, name, renamed);
    }

    private void traversed(Event event) {
        if (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            end(event.detail == SWT.TRAVERSE_RETURN);
        }
    }

    private void end(boolean takes) {
        if (isDone) {
            return;
        }
        isDone = true;
        String name = text.getText().strip();
        Composite parent = text.getParent();
        text.dispose();
        tools.setTyping(false);
        parent.setFocus();
        if (takes && !name.isEmpty() && !name.equals(before)) {
            renamed.accept(name);
        }
    }
}
