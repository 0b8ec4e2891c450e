package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
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
import org.reelbench.memory.MemoryBudget;
import org.reelbench.project.ProjectFile;
import org.reelbench.settings.ProgramSettings;
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
        return Preferences.open(driver, page);
    }

    private void press(Shell dialog, String name) {
        Preferences.press(driver, dialog, name);
    }

    private String scheme() {
        return driver.ui(() -> driver.window().getWorkbench().getService(IBindingService.class).getActiveScheme().getId());
    }

    @Test
    void thePagesAreOursAndNoOthers() {
        Shell dialog = open("General");
        Tree tree = driver.find(dialog, Tree.class, _ -> true);
        List<String> pages = driver.ui(() -> Stream.of(tree.getItems()).map(TreeItem::getText).toList());
        assertEquals(List.of("General", "Playback", "Cache", "Memory", "Encoders", "Server", "Keys"), pages);
        for (String page : pages) {
            Preferences.turn(driver, dialog, page);
        }
        List<String> words = driver.ui(() -> Words.of(dialog));
        assertTrue(words.contains("Open the project of the last time at the start"), words::toString);
        assertTrue(words.contains("Ports, such as 8000-9000"), words::toString);
        assertEquals(List.of(), LookWorkbenchIT.foreign(words));
        press(dialog, "Cancel");
    }

    @Test
    void aSettingIsWrittenIntoTheFileToldAtOnceAndTakenOutAgain() throws Exception {
        ProgramSettings settings = Services.get(ProgramSettings.class);
        MemoryBudget budget = Services.get(MemoryBudget.class);
        Shell dialog = open("Memory");
        Combo memory = enabled(dialog, "memory.budget.mib");
        select(memory, "16.0 GB");
        press(dialog, "Apply and Close");
        driver.until("the budget is told", () -> budget.bytes() == 16L << 30);
        assertEquals(Optional.of("16384"), settings.get().text("memory.budget.mib"));
        assertTrue(Files.readString(Path.of(settings.fileName())).contains("memory.budget.mib = 16384"));

        Shell again = open("Memory");
        Combo shown = enabled(again, "memory.budget.mib");
        assertEquals("16.0 GB", driver.ui(shown::getText));
        driver.act(() -> {
            shown.select(0);
            shown.notifyListeners(SWT.Selection, new Event());
        });
        press(again, "Apply and Close");
        driver.until("the usual budget is back", () -> budget.bytes() == budget.usualBytes());
        assertEquals(Optional.empty(), settings.get().text("memory.budget.mib"));
    }

    @Test
    void aBadValueIsRefusedInWordsAndCannotBeKept() {
        Shell dialog = open("Server");
        Text ports = enabled(dialog, Text.class, "http.ports");
        assertEquals("8000-9000", driver.ui(ports::getText));
        driver.act(() -> ports.setText("80 or so"));
        Button apply = driver.find(dialog, Button.class, button -> button.getText().equals("Apply and Close"));
        assertFalse(driver.ui(apply::isEnabled));
        List<String> words = driver.ui(() -> Words.of(dialog));
        assertTrue(
                words.stream()
                        .anyMatch(word -> word.contains("is a port, two with - between them, or 0 for any, not '80 or so'")),
                words::toString);
        driver.act(() -> ports.setText("8100"));
        assertTrue(driver.ui(apply::isEnabled));
        press(dialog, "Cancel");
    }

    @Test
    void whatTheEnvironmentSetsIsShownAndCannotBeChanged() {
        // The environment of these tests says so.
        Shell dialog = open("Server");
        Text seconds = driver.find(dialog, Text.class, text -> "http.drain.seconds".equals(text.getToolTipText()));
        driver.until("the value is shown", () -> driver.ui(() -> seconds.getText().equals("3")));
        assertFalse(driver.ui(seconds::isEnabled));
        List<String> words = driver.ui(() -> Words.of(dialog));
        assertTrue(words.contains("Set by the environment (REELBENCH_HTTP_DRAIN_SECONDS); it cannot be changed here"),
                words::toString);
        press(dialog, "Cancel");
    }

    private Combo enabled(Shell dialog, String setting) {
        return enabled(dialog, Combo.class, setting);
    }

    private <C extends Control> C enabled(Shell dialog, Class<C> type, String setting) {
        C control = driver.find(dialog, type, each -> setting.equals(each.getToolTipText()));
        driver.until("the setting was read", () -> driver.ui(control::isEnabled));
        return control;
    }

    private void select(Combo combo, String name) {
        driver.act(() -> {
            combo.select(combo.indexOf(name));
            combo.notifyListeners(SWT.Selection, new Event());
        });
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
