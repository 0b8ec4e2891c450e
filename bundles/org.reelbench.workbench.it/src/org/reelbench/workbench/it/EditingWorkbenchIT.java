package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.testcard.Reading;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Transport;

/** A film is opened, edited, played and exported in the window, and every frame is what it should be. */
@ExtendWith(ThreadRule.class)
class EditingWorkbenchIT {

    @TempDir
    static Path folder;

    private static Path project;

    private final Driver driver = Driver.ofTheWindow();
    private Editor editor;

    @BeforeEach
    void openTheFilm() throws Exception {
        if (project == null) {
            project = Film.make(folder);
        }
        editor = Services.get(Editor.class);
        assertTrue(editor.open(project).toCompletableFuture().get(), "opened");
        driver.until("the title names the film", () -> driver.titles().contains("Film – Reelbench"));
    }

    @AfterAll
    static void closeTheFilm() throws Exception {
        // Before its folder is deleted.
        assertTrue(Services.get(Editor.class).forgetChanges().toCompletableFuture().get(), "closed");
    }

    @AfterEach
    void nothingIsInTheErrorLog() {
        assertEquals(List.of(), Driver.newProblems());
    }

    @Test
    void aFilmIsEditedPlayedAndExported() throws Exception {
        showsOnScreen(1, 0);
        editor.setPlayhead(45);
        showsOnScreen(3, 15);

        clickEyeOfTheUppermostTrack();
        driver.until("V2 is hidden", () -> sequence().track(Film.V2).hidden());
        showsOnScreen(1, 45);
        driver.until("the title shows there is something to save", () -> driver.titles().contains("*Film – Reelbench"));

        driver.press(tracks(), 's', 's', 0);
        driver.until("V1 is split", () -> itemsOfV1() == 3);
        assertEquals(45, sequence().track(Film.V1).items().startOf(1));
        driver.press(tracks(), (char) ('Z' - '@'), 'z', SWT.CTRL);
        driver.until("the split is undone", () -> itemsOfV1() == 2);
        assertTrue(sequence().track(Film.V2).hidden(), "only the split is undone");

        plays();

        Path film = folder.resolve("film-export.mp4");
        export(film);
        driver.until("the export has ended", () -> Files.exists(film) && exports().length == 0);
        List<Reading> readings = Film.read(film);
        assertEquals(Film.FRAMES, readings.size());
        for (int i = 0; i < Film.FRAMES; i++) {
            int frame = i;
            int source = i < Film.PART_FRAMES ? 1 : 2;
            assertTrue(readings.get(i).is(source, i % Film.PART_FRAMES),
                    () -> "frame " + frame + " shows " + readings.get(frame));
        }
    }

    private void plays() throws Exception {
        Transport transport = Services.get(Transport.class);
        editor.setPlayhead(0);
        driver.until("the playhead is at the start", () -> editor.playheadFrame() == 0);
        driver.press(tracks(), ' ', ' ', 0);
        driver.until("it plays", () -> driver.ui(transport::isPlaying));
        driver.until("the playhead moves by itself", () -> editor.playheadFrame() >= 20);
        driver.press(tracks(), ' ', ' ', 0);
        driver.until("it stands still", () -> !driver.ui(transport::isPlaying));
        editor.setPlayhead(70);
        showsOnScreen(2, 10);
        driver.press(tracks(), 'j', 'j', 0);
        driver.until("it plays", () -> driver.ui(transport::isPlaying));
        driver.until("the playhead moves back by itself", () -> editor.playheadFrame() <= 55);
        driver.press(tracks(), 'k', 'k', 0);
        driver.until("it stands still", () -> !driver.ui(transport::isPlaying));
        editor.setPlayhead(70);
        showsOnScreen(2, 10);
        driver.press(tracks(), (char) 0, SWT.ARROW_RIGHT, 0);
        showsOnScreen(2, 11);
        driver.press(tracks(), (char) 0, SWT.ARROW_LEFT, 0);
        driver.press(tracks(), (char) 0, SWT.ARROW_LEFT, 0);
        showsOnScreen(2, 9);
    }

    @Test
    void aCancelledExportLeavesNoFile() {
        Path film = folder.resolve("cancelled.mp4");
        export(film);
        driver.until("the export runs", () -> exports().length == 1 || Files.exists(film));
        Job.getJobManager().cancel(JobFamilies.EXPORT);
        driver.until("the export has ended", () -> exports().length == 0);
        assertFalse(Files.exists(film) && isPartial(film), "no part of a film is left");
    }

    private static boolean isPartial(Path film) {
        try {
            return Film.read(film).size() != Film.FRAMES;
        } catch (Exception e) {
            return true;
        }
    }

    @Test
    void closingTheWindowDuringAnExportAsksFirst() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        // An export that takes as long as the question is open, however quick the machine is.
        Job export = new Job("Exporting asked.mp4") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Status.OK_STATUS;
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == JobFamilies.EXPORT;
            }
        };
        export.schedule();
        try {
            driver.closeWindow();
            Shell question = driver.dialog("An export is running");
            driver.click(driver.find(question, Button.class, button -> button.getText().equals("Go On")));
            driver.until("the question is closed", () -> driver.ui(question::isDisposed));
            assertTrue(driver.ui(() -> driver.shell().isVisible()), "the window is still there");
            assertEquals(1, exports().length, "the export goes on");
        } finally {
            mayEnd.countDown();
            export.join();
        }
    }

    @Test
    void mediaAreNotLookedIntoOnTheUiThread() {
        OpenProject open = editor.project().orElseThrow();
        driver.act(() -> assertThrows(IllegalStateException.class, () -> open.catalog().medium(new Id("m1"))));
    }

    @Test
    void lettersAreNoCommandsWhileTextIsTyped() {
        driver.choose("File", "Export…");
        Shell dialog = driver.dialog("Export");
        Text file = driver.find(dialog, Text.class, text -> text.getEditable());
        editor.setPlayhead(45);
        driver.press(file, 's', 's', 0);
        driver.act(dialog::close);
        assertEquals(2, itemsOfV1(), "nothing was split");
    }

    private void export(Path film) {
        driver.choose("File", "Export…");
        Shell dialog = driver.dialog("Export");
        Text file = driver.find(dialog, Text.class, text -> text.getEditable());
        driver.act(() -> file.setText(film.toString()));
        driver.click(driver.find(dialog, Button.class, button -> button.getText().equals("Export")));
        driver.until("the dialog is closed", () -> driver.ui(dialog::isDisposed));
    }

    private static Job[] exports() {
        return Job.getJobManager().find(JobFamilies.EXPORT);
    }

    private Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    private int itemsOfV1() {
        return sequence().track(Film.V1).items().size();
    }

    private Canvas tracks() {
        return driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("TrackCanvas"));
    }

    private void clickEyeOfTheUppermostTrack() {
        driver.click(tracks(), 136, 60);
    }

    /** Waits until the viewer shows a frame, as it is on the screen. */
    private void showsOnScreen(int source, long frame) {
        Canvas screen = driver.find(driver.shell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
        driver.until("the viewer shows source " + source + " frame " + frame,
                () -> driver.ui(() -> ScreenPicture.read(screen)).is(source, frame));
    }
}
