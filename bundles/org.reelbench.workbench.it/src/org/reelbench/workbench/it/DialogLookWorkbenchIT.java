package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Theme;

/** Every dialog looks as the page about the look says, in the theme and the zoom of this run. */
@ExtendWith(ThreadRule.class)
class DialogLookWorkbenchIT {

    private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();

    private final Driver driver = Driver.ofTheWindow();
    private final Editor editor = Services.get(Editor.class);

    DialogLookWorkbenchIT() throws InterruptedException {
        // the editor may come late
    }

    @AfterEach
    void nothingIsInTheErrorLog() throws Exception {
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        assertEquals(List.of(), Driver.newProblems());
    }

    @Test
    void everyDialogIsInOrder(@TempDir Path folder) throws Exception {
        assertTrue(editor.open(Film.make(folder)).toCompletableFuture().get(), "opened");
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("New Project", List.of("File", "New Project…"));
        ways.put("Project Settings", List.of("File", "Project Settings…"));
        ways.put("Export", List.of("File", "Export…"));
        ways.put("Preferences", List.of("Edit", "Preferences…"));
        ways.put("Find Command", List.of("Help", "Find Command…"));
        ways.put("About Reelbench", List.of("Help", "About Reelbench"));
        Map<String, Object> faults = new TreeMap<>();
        ways.forEach((title, way) -> look(title, way, faults));
        assertEquals(Map.of(), faults);
    }

    private void look(String title, List<String> way, Map<String, Object> faults) {
        driver.choose(way.getFirst(), way.getLast());
        Shell dialog = driver.dialog(title);
        driver.act(() -> {
            dialog.layout(true, true);
            put(faults, title + " clips", LookChecks.clipped(dialog));
            put(faults, title + " overlaps", LookChecks.overlapping(dialog));
            put(faults, title + " is faint", LookChecks.faint(dialog));
        });
        driver.ui(() -> LookPicture.of(dialog)).keep(PICTURES.resolve(String.join("-",
                title.toLowerCase(Locale.ROOT).replace(' ', '-'), Theme.isLight() ? "light" : "dark",
                Integer.toString(driver.ui(() -> LookPicture.zoom(dialog.getDisplay())))) + ".png"));
        driver.act(dialog::close);
        driver.until(title + " is closed", () -> driver.ui(dialog::isDisposed));
    }

    private static void put(Map<String, Object> faults, String what, List<?> found) {
        if (!found.isEmpty()) {
            faults.put(what, found);
        }
    }
}
