package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The window is Reelbench's, and nothing of another product shows in it. */
class LookWorkbenchIT {

    @Test
    void theMenusAreOursAndNoOthers() {
        Driver driver = Driver.ofTheWindow();
        assertEquals(List.of("File", "Edit", "View", "Playback", "Help"), driver.menu());
        assertEquals(List.of("Open Project…", "Save", "Save As…", "Export…", "Quit"), driver.menu("File"));
        assertEquals(List.of("Undo", "Redo", "Split at Playhead", "Delete", "Ripple Delete", "Select Nothing"), driver.menu("Edit"));
        assertEquals(List.of("Media", "Viewer", "Tracks", "Progress", "Error Log", "Reset Layout"), driver.menu("View"));
        assertEquals(List.of("Play / Pause", "Previous Frame", "Next Frame", "Go to Start", "Go to End"), driver.menu("Playback"));
        assertEquals(List.of("About Reelbench"), driver.menu("Help"));
    }
}
