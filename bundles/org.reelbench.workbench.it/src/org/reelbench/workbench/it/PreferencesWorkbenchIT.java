package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.ProjectFile;
import org.reelbench.ui.Editor;

/** The preferences are ours and no others; keys follow the habits that are chosen; projects opened last are offered. */
@ExtendWith(ThreadRule.class)
class PreferencesWorkbenchIT {

    private final Driver driver = Driver.ofTheWindow();

    @AfterEach
    void nothingIsInTheErrorLog() {
        assertEquals(List.of(), Driver.newProblems());
    }

    private Shell open(String page) {
        driver.choose("Edit", "Preferences…");
        Shell dialog = driver.dialog("Preferences");
        Tree tree = driver.find(dialog, Tree.class, _ -> true);
        driver.act(() -> {
            TreeItem item = Stream.of(tree.getItems()).filter(each -> each.getText().equals(page)).findFirst().orElseThrow();
            tree.setSelection(item);
            Event event = new Event();
            event.item = item;
            tree.notifyListeners(SWT.Selection, event);
        });
        return dialog;
    }

    private void press(Shell dialog, String name) {
        driver.click(driver.find(dialog, Button.class, button -> button.getText().replace("&", "").equals(name)));
        driver.until("the dialog is closed", () -> driver.ui(dialog::isDisposed));
    }

    private String scheme() {
        return driver.ui(() -> driver.window().getWorkbench().getService(IBindingService.class).getActiveScheme().getId());
    }

    @Test
    void thePagesAreOursAndNoOthers() {
        Shell dialog = open("General");
        Tree tree = driver.find(dialog, Tree.class, _ -> true);
        assertEquals(List.of("General", "Keys"),
                driver.ui(() -> Stream.of(tree.getItems()).map(TreeItem::getText).sorted().toList()));
        List<String> words = driver.ui(() -> Words.of(dialog));
        assertTrue(words.contains("Open the project of the last time at the start"), words::toString);
        assertEquals(List.of(), LookWorkbenchIT.foreign(words));
        press(dialog, "Cancel");
    }

    @Test
    void keysFollowTheHabitsThatAreChosen() {
        choose("As in Premiere Pro");
        try {
            assertEquals("org.reelbench.keys.premiere", scheme());
        } finally {
            choose("Reelbench");
        }
        assertEquals("org.reelbench.keys", scheme());
    }

    private void choose(String habits) {
        Shell dialog = open("Keys");
        Combo combo = driver.find(dialog, Combo.class, each -> List.of(each.getItems()).contains(habits));
        assertEquals(List.of("Reelbench", "As in Final Cut Pro", "As in Premiere Pro"),
                driver.ui(() -> List.of(combo.getItems())));
        driver.act(() -> {
            combo.select(combo.indexOf(habits));
            combo.notifyListeners(SWT.Selection, new Event());
        });
        press(dialog, "Apply and Close");
    }

    @Test
    void aCommandAndItsKeyAreFound() {
        Shell dialog = open("Keys");
        Text search = driver.find(dialog, Text.class, text -> text.getMessage().equals("Search commands and keys"));
        driver.act(() -> search.setText("save as"));
        Table list = driver.find(dialog, Table.class, table -> table.getColumnCount() == 2);
        assertEquals(1, driver.ui(list::getItemCount));
        assertEquals("Save As…", driver.ui(() -> list.getItem(0).getText(0)));
        assertEquals("Shift+Ctrl+S", driver.ui(() -> list.getItem(0).getText(1)));
        press(dialog, "Cancel");
    }

    @Test
    void projectsThatWereOpenedAreOfferedAgain(@TempDir Path folder) throws Exception {
        Editor editor = Services.get(Editor.class);
        for (String name : List.of("first.reel", "second.reel")) {
            ProjectFile.save(Film.empty(), folder.resolve(name));
            assertTrue(editor.open(folder.resolve(name)).toCompletableFuture().get(), "opened");
        }
        driver.until("the latest comes first", () -> driver.menu("File", "Open Recent").size() >= 2
                && driver.menu("File", "Open Recent").getFirst().startsWith("second.reel"));
        assertTrue(driver.menu("File", "Open Recent").get(1).startsWith("first.reel"));
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
    }
}
