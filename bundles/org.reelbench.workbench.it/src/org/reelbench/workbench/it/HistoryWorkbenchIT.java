package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;

/** The list of edits in the window goes to the edit that is clicked. */
@ExtendWith(ThreadRule.class)
class HistoryWorkbenchIT extends OpenWindow {

    private static final String VIEW = "org.reelbench.workbench.history";

    @BeforeEach
    void openAProject() throws Exception {
        Path file = folder.resolve("steps.reel");
        ProjectFile.save(Film.empty(), file);
        open(file);
    }

    @AfterEach
    void closeTheHistory() throws Exception {
        driver.act(() -> {
            IViewPart view = driver.window().getActivePage().findView(VIEW);
            driver.window().getActivePage().hideView(view);
        });
    }

    private Table list() {
        return driver.find(driver.shell(), Table.class, table -> table.getItemCount() > 0
                && List.of("Opened", "Earlier edits").contains(table.getItem(0).getText()));
    }

    private List<String> entries() {
        Table list = list();
        return driver.ui(() -> Stream.of(list.getItems()).map(TableItem::getText).toList());
    }

    private void click(int index) {
        Table list = list();
        driver.act(() -> {
            list.setSelection(index);
            list.notifyListeners(SWT.Selection, new Event());
        });
    }

    private ProjectSession session() {
        return editor.project().orElseThrow().session();
    }

    @Test
    void aClickGoesBackAndForthBetweenEdits() {
        driver.choose("View", "History");
        for (String name : List.of("One", "Two", "Three")) {
            editor.executeNext(revision -> EditCommand.of(EditCommands.RENAME_SEQUENCE, revision).with("name", name));
        }
        driver.until("three edits are listed", () -> driver.ui(() -> driver.window().getActivePage().findView(VIEW)) != null
                && session().undoLabels(9).size() == 3 && entries().size() == 4);
        click(1);
        driver.until("two are undone", () -> session().redoLabels(9).size() == 2);
        assertEquals("One", session().project().mainSequence().name());
        driver.until("the list shows where it is", () -> driver.ui(() -> list().getSelectionIndex()) == 1);
        assertEquals(4, entries().size(), "what is undone can be done again");
        click(3);
        driver.until("all are done again", () -> session().redoLabel().equals(Optional.empty()));
        assertEquals("Three", session().project().mainSequence().name());
        click(0);
        driver.until("all are undone", () -> session().undoLabel().equals(Optional.empty()));
        assertEquals("Empty", session().project().mainSequence().name());
    }
}
