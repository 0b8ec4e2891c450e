package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.ui.Editor;

/** What tests of the open window have in common: a folder and the editor; no project and no problem is left for the next one. */
abstract class OpenWindow {

    @TempDir
    Path folder;

    final Driver driver = Driver.ofTheWindow();
    Editor editor;

    @BeforeEach
    void findTheEditor() throws Exception {
        editor = Services.get(Editor.class);
    }

    @AfterEach
    void closeTheProjectAndLookIntoTheErrorLog() throws Exception {
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        assertEquals(List.of(), Driver.newProblems());
    }

    void open(Path project) throws Exception {
        assertTrue(editor.open(project).toCompletableFuture().get(), "opened");
    }

    /** Opens a film that {@link Film} has made. */
    void openFilm(Path film) throws Exception {
        open(film);
        driver.until("the title names the film", () -> driver.titles().contains("Film – Reelbench"));
    }
}
