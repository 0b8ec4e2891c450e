package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The window is Reelbench's, and nothing of another product shows in it. */
@ExtendWith(ThreadRule.class)
class LookWorkbenchIT {

    @AfterEach
    void nothingIsInTheErrorLog() {
        assertEquals(List.of(), Driver.newProblems());
    }

    @Test
    void theMenusAreOursAndNoOthers() {
        Driver driver = Driver.ofTheWindow();
        assertEquals(List.of("File", "Edit", "View", "Playback", "Help"), driver.menu());
        assertEquals(List.of("Open Project…", "Save", "Save As…", "Export…", "Quit"), driver.menu("File"));
        // What can be undone is named behind the word.
        List<String> edit = driver.menu("Edit").stream().map(name -> name.replaceFirst("^(Undo|Redo) .*", "$1")).toList();
        assertEquals(List.of("Undo", "Redo", "Split at Playhead", "Delete", "Ripple Delete", "Select Nothing"), edit);
        assertEquals(List.of("Media", "Viewer", "Tracks", "Progress", "Error Log", "Reset Layout"), driver.menu("View"));
        assertEquals(List.of("Play / Pause", "Previous Frame", "Next Frame", "Go to Start", "Go to End"),
                driver.menu("Playback"));
        assertEquals(List.of("About Reelbench"), driver.menu("Help"));
    }

    @Test
    void theWindowHoldsTheFiveViews() {
        Driver driver = Driver.ofTheWindow();
        List<String> titles = driver.ui(() -> Stream.of(driver.window().getActivePage().getViewReferences())
                .map(IViewReference::getPartName).sorted().toList());
        assertEquals(List.of("Error Log", "Media", "Progress", "Tracks", "Viewer"), titles);
    }

    @Test
    void theAboutDialogNamesTheProductAndItsMediaLibrary() {
        Driver driver = Driver.ofTheWindow();
        driver.choose("Help", "About Reelbench");
        Shell dialog = driver.dialog("About Reelbench");
        driver.until("the media library is named",
                () -> driver.texts(dialog).stream().anyMatch(text -> text.startsWith("FFmpeg")));
        assertTrue(driver.texts(dialog).stream().noneMatch(text -> text.contains("Eclipse IDE")),
                () -> driver.texts(dialog).toString());
        driver.act(dialog::close);
    }
}
