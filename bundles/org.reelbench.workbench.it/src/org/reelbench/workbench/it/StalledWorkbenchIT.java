package org.reelbench.workbench.it;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.project.ProjectFile;
import org.reelbench.ui.OpenProject;

/** A file of the film lies on a disk that does not answer: the window goes on, and the rest of the film with it. */
@ExtendWith(ThreadRule.class)
class StalledWorkbenchIT extends OpenWindow {

    private StalledFiles disk;

    @BeforeEach
    void openTheFilm() throws Exception {
        Path film = Film.make(folder);
        disk = new StalledFiles("source2.mp4");
        openFilm(film);
    }

    @AfterEach
    void letTheDiskAnswer() throws Exception {
        disk.close();
    }

    private Canvas screen() {
        return driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
    }

    private void shows(int source, long frame) {
        Canvas screen = screen();
        driver.until("source " + source + " is seen", () -> driver.ui(() -> ScreenPicture.read(screen)).is(source, frame));
    }

    @Test
    void whatLiesElsewhereIsSeenAndWhatIsWaitedForIsNamedAndComesLater() {
        shows(1, 0);
        editor.setPlayhead(100);
        driver.until("the disk is asked", disk::wasAsked);
        driver.until("it is said what is waited for",
                () -> tip().contains("source2.mp4") && tip().contains("does not answer"));
        editor.setPlayhead(40);
        shows(3, 10);
        editor.setPlayhead(100);
        disk.answer();
        shows(2, 40);
    }

    @Test
    void itPlaysPastWhatIsWaitedForAndStops() {
        shows(1, 0);
        driver.press(screen(), ' ', ' ', 0);
        driver.until("it has played to the end", () -> editor.playheadFrame() == Film.FRAMES - 1);
        driver.until("the disk was asked", disk::wasAsked);
        // Its last picture is shown before it has ended; moved until then, it would go on from there.
        driver.press(screen(), 'k', 'k', 0);
        editor.setPlayhead(30);
        shows(3, 0);
    }

    @Test
    void anExportThatWaitsIsCancelled() throws Exception {
        OpenProject project = editor.project().orElseThrow();
        QueuedExport export = Services.get(ExportQueue.class).add(ExportRequest.whole(project.sequence(), project.snapshot(),
                folder.resolve("film.mp4"), ExportPreset.builtIn("h264")));
        driver.until("the disk is asked", disk::wasAsked);
        export.cancel();
        driver.until("it is cancelled", () -> export.state() == QueuedExport.State.CANCELLED);
        Services.get(ExportQueue.class).forgetEnded();
    }

    @Test
    void anotherProjectIsOpenedMeanwhile() throws Exception {
        editor.setPlayhead(100);
        driver.until("the disk is asked", disk::wasAsked);
        Path empty = folder.resolve("empty.reel");
        ProjectFile.save(Film.empty(), empty);
        open(empty);
        driver.until("the title names it", () -> driver.titles().contains("Empty – Reelbench"));
    }

    /** What is said over the middle of the picture. */
    private String tip() {
        Canvas screen = screen();
        return driver.ui(() -> {
            Event event = new Event();
            event.x = screen.getSize().x / 2;
            event.y = screen.getSize().y / 2;
            screen.notifyListeners(SWT.MouseMove, event);
            String tip = screen.getToolTipText();
            return tip == null ? "" : tip;
        });
    }
}
