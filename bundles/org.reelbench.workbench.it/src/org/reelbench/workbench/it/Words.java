package org.reelbench.workbench.it;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/** All words that people can read on widgets, tooltips and menus included; on the UI thread. */
final class Words {

    private final List<String> found = new ArrayList<>();

    private Words() {
    }

    /** The words of a control and all in it; of a window also its title and menus. */
    static List<String> of(Control root) {
        Words words = new Words();
        words.collect(root);
        return words.found.stream().filter(word -> !word.isBlank()).distinct().toList();
    }

    private void collect(Control control) {
        add(control.getToolTipText());
        switch (control) {
        case Shell shell -> {
            add(shell.getText());
            if (shell.getMenuBar() != null) {
                collect(shell.getMenuBar());
            }
        }
        case Label label -> add(label.getText());
        case CLabel label -> add(label.getText());
        case Link link -> add(link.getText());
        case Button button -> add(button.getText());
        case Text text -> add(text.getText());
        case StyledText text -> add(text.getText());
        case Combo combo -> List.of(combo.getItems()).forEach(this::add);
        case Group group -> add(group.getText());
        default -> items(control);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child);
            }
        }
    }

    private void items(Control control) {
        if (control instanceof ToolBar bar) {
            for (ToolItem item : bar.getItems()) {
                add(item.getText());
                add(item.getToolTipText());
            }
        } else if (control instanceof CTabFolder folder) {
            for (CTabItem item : folder.getItems()) {
                add(item.getText());
                add(item.getToolTipText());
            }
        } else if (control instanceof Table table) {
            for (TableColumn column : table.getColumns()) {
                add(column.getText());
            }
        } else if (control instanceof Tree tree) {
            for (TreeColumn column : tree.getColumns()) {
                add(column.getText());
            }
        }
    }

    private void collect(Menu menu) {
        for (MenuItem item : menu.getItems()) {
            add(item.getText());
            if ((item.getStyle() & SWT.CASCADE) != 0 && item.getMenu() != null) {
                collect(item.getMenu());
            }
        }
    }

    private void add(String word) {
        if (word != null) {
            found.add(word.replace("&", ""));
        }
    }

    /** The tooltips of the buttons of a tool bar. */
    static List<String> tips(ToolBar bar) {
        List<String> tips = new ArrayList<>();
        for (ToolItem item : bar.getItems()) {
            if ((item.getStyle() & SWT.SEPARATOR) == 0) {
                tips.add(String.valueOf(item.getToolTipText()));
            }
        }
        return tips;
    }
}
