package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaProbe;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/** Many files are added at once: the window answers, says how far it is, lets people cancel, and undoes all in one step. */
@ExtendWith(ThreadRule.class)
class ImportWorkbenchIT extends OpenWindow {

    private static final int FILES = "deep".equals(System.getProperty("reelbench.tier")) ? 1000 : 100;
    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
    private static final int BESIDE_ROWS = 3;

    private List<Path> files;

    @BeforeEach
    void openTheFilm() throws Exception {
        open(Film.make(folder));
        driver.until("the media are listed", () -> driver.ui(() -> table().getItemCount()) == 3);
        files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(Files.createLink(folder.resolve("take%04d.mp4".formatted(i)), folder.resolve("source1.mp4")));
        }
    }

    private Table table() {
        Composite panel = driver.find(driver.shell(), Composite.class,
                part -> part.getClass().getSimpleName().equals("MediaPanel"));
        return driver.find(panel, Table.class, _ -> true);
    }

    private List<MediaReference> media() {
        return editor.project().orElseThrow().session().project().media();
    }

    private Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    private static List<Job> imports() {
        return Stream.of(Job.getJobManager().find(null)).filter(job -> job.getName().equals("Adding " + FILES + " media"))
                .toList();
    }

    @Test
    void manyFilesAreOneStepOfWhichOnlyThoseInSightAreLookedInto() throws Exception {
        Table table = table();
        int seenRows = driver.ui(() -> table.getClientArea().height / table.getItemHeight()) + BESIDE_ROWS;
        try (Counted<Fingerprints> read = new Counted<>(Fingerprints.class, "of", 0);
                Counted<MediaProbe> probed = new Counted<>(MediaProbe.class, "probe", 0)) {
            editor.add(files);
            driver.until("all are listed", () -> driver.ui(table::getItemCount) == 3 + FILES);
            assertEquals(files.stream().map(Path::toString).toList(),
                    media().stream().skip(3).map(medium -> folder.resolve(medium.path()).toString()).toList());
            driver.until("what is in sight is known", () -> driver.ui(() -> table.getItem(3).getText(1)).startsWith("320×180"));
            assertTrue(probed.calls() <= seenRows, () -> probed.calls() + " looked into of " + seenRows + " rows");
            assertTrue(read.calls() <= FILES + seenRows, () -> read.calls() + " fingerprints");
        }
        editor.undo();
        driver.until("one step takes all back", () -> driver.ui(table::getItemCount) == 3);
        editor.redo();
        driver.until("and brings all again", () -> driver.ui(table::getItemCount) == 3 + FILES);
    }

    @Test
    void anImportSaysHowFarItIsAndIsCancelled() throws Exception {
        driver.ui(() -> driver.window().getActivePage().showView(PROGRESS));
        try (Counted<Fingerprints> read = new Counted<>(Fingerprints.class, "of", FILES / 2)) {
            editor.add(files);
            driver.until("half are read", read::hasArrived);
            driver.until("it is seen how far it is", () -> driver.texts(driver.shell()).stream()
                    .anyMatch(text -> text.startsWith("Adding " + FILES + " media") || text.contains("take")));
            assertEquals(1, imports().size());
            imports().getFirst().cancel();
            read.goOn();
            driver.until("it has ended", () -> imports().isEmpty());
            assertEquals(FILES / 2, read.calls(), "no more is read");
            assertEquals(3, media().size(), "nothing is added");
        }
    }

    @Test
    void manyFilesThatAreDroppedOnATrackAreOneStep() throws Exception {
        Canvas tracks = driver.find(driver.shell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("TrackCanvas"));
        Sequence before = sequence();
        try (Counted<MediaProbe> probed = new Counted<>(MediaProbe.class, "probe", 0)) {
            // On V2, behind its clip.
            driver.act(() -> DroppedFiles.on(tracks, 900, 60, files));
            driver.until("all are on the track", () -> clips(sequence()).size() == 1 + FILES);
            assertEquals(files.stream().map(file -> file.getFileName().toString()).toList(),
                    clips(sequence()).subList(1, FILES + 1));
            assertTrue(probed.calls() <= 3 * FILES, () -> probed.calls() + " times looked into a file");
        }
        editor.undo();
        driver.until("one step takes all back", () -> media().size() == 3 && sequence().equals(before));
    }

    private static List<String> clips(Sequence sequence) {
        return sequence.findTrack(Film.V2).orElseThrow().items().toList().stream().filter(Clip.class::isInstance)
                .map(Clip.class::cast)
                .map(Clip::name).toList();
    }
}
