package org.reelbench.workbench.it;

import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The preferences as a person opens and leaves them. */
final class Preferences {

    private Preferences() {
    }

    /** Opens the preferences on a page. */
    static Shell open(Driver driver, String page) {
        driver.choose("Edit", "Preferences…");
        Shell dialog = driver.dialog("Preferences");
        turn(driver, dialog, page);
        return dialog;
    }

    /** Goes to another page. */
    static void turn(Driver driver, Shell dialog, String page) {
        Tree tree = driver.find(dialog, Tree.class, _ -> true);
        driver.act(() -> {
            TreeItem item = Stream.of(tree.getItems()).filter(each -> each.getText().equals(page)).findFirst().orElseThrow();
            tree.setSelection(item);
            Event event = new Event();
            event.item = item;
            tree.notifyListeners(SWT.Selection, event);
        });
    }

    /** Presses a button that closes the dialog. */
    static void press(Driver driver, Shell dialog, String name) {
        driver.click(driver.find(dialog, Button.class, button -> button.getText().replace("&", "").equals(name)));
        driver.until("the dialog is closed", () -> driver.ui(dialog::isDisposed));
        driver.activate();
    }
}
