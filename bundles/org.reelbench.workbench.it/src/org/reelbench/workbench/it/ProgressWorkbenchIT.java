package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.progress.IProgressConstants2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.media.Fingerprints;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.ui.JobFamilies;

/** What takes long is shown, rests and is cancelled where that is seen, and what was lost in a crash is offered again. */
@ExtendWith(ThreadRule.class)
class ProgressWorkbenchIT extends OpenWindow {

    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
    private static final int FILES = 20;
    /** So long that an export of it is still under way when somebody looks. */
    private static final int CLIPS = 60;
    private static final String UNSAVED = "Changes were not saved";

    @AfterEach
    void emptyTheQueue() throws Exception {
        ExportQueue queue = Services.get(ExportQueue.class);
        queue.resume();
        driver.until("no export is left", () -> Job.getJobManager().find(JobFamilies.EXPORT).length == 0);
        queue.forgetEnded();
    }

    private ToolItem tool(String tip) {
        ToolBar bar = driver.find(driver.shell(), ToolBar.class, tools -> tools.isVisible() && Words.tips(tools).contains(tip));
        return driver.ui(() -> Stream.of(bar.getItems()).filter(item -> tip.equals(item.getToolTipText())).findFirst()
                .orElseThrow());
    }

    private void press(String tip) {
        driver.until("'" + tip + "' can be done", () -> driver.ui(tool(tip)::isEnabled));
        ToolItem pressed = tool(tip);
        driver.act(() -> pressed.notifyListeners(SWT.Selection, new Event()));
    }

    private static boolean isShownInTheTaskBar(Job job) {
        return Boolean.TRUE.equals(job.getProperty(IProgressConstants2.SHOW_IN_TASKBAR_ICON_PROPERTY));
    }

    @Test
    void anImportIsCancelledByItsButtonInTheProgressView() throws Exception {
        open(Film.make(folder));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(Files.createLink(folder.resolve("take%02d.mp4".formatted(i)), folder.resolve("source1.mp4")));
        }
        driver.ui(() -> driver.window().getActivePage().showView(PROGRESS));
        try (Counted<Fingerprints> read = new Counted<>(Fingerprints.class, "of", FILES / 2)) {
            editor.add(files);
            driver.until("half are read", read::hasArrived);
            Job adding = Stream.of(Job.getJobManager().find(null))
                    .filter(job -> job.getName().equals("Adding " + FILES + " media"))
                    .findFirst().orElseThrow();
            assertTrue(isShownInTheTaskBar(adding));
            press("Cancel Operation");
            read.goOn();
            driver.until("it has ended", () -> adding.getState() == Job.NONE);
            assertEquals(FILES / 2, read.calls(), "no more is read");
        }
        assertEquals(3, editor.project().orElseThrow().session().project().media().size(), "nothing is added");
    }

    @Test
    void anExportUnderWayRestsGoesOnAndIsCancelledInTheProgressView() throws Exception {
        open(Film.make(folder, CLIPS));
        Path film = folder.resolve("long.mp4");
        driver.choose("File", "Export…");
        Shell dialog = driver.dialog("Export");
        Text target = driver.find(dialog, Text.class, Text::getEditable);
        driver.act(() -> target.setText(film.toString()));
        driver.click(driver.find(dialog, Button.class, button -> button.getText().replace("&", "").equals("Export")));
        driver.until("its list is shown", () -> driver.ui(() -> driver.window().getActivePage()
                .findView("org.reelbench.ui.export") != null));
        driver.choose("View", "Exports");
        Table list = driver.find(driver.shell(), Table.class,
                table -> table.getColumnCount() == 5 && table.getColumn(2).getText().equals("State"));
        driver.until("it is under way", () -> state(list).matches("\\d+ %"));
        assertTrue(isShownInTheTaskBar(Job.getJobManager().find(JobFamilies.EXPORT)[0]));
        press("Let the export under way rest, and begin no other");
        driver.until("it rests", () -> state(list).startsWith("paused"));
        int rested = percent(list);
        assertTrue(rested < 100, () -> "some is left: " + state(list));
        press("Go on with the exports");
        driver.until("it goes on", () -> state(list).matches("\\d+ %") && percent(list) > rested);
        driver.ui(() -> driver.window().getActivePage().showView(PROGRESS));
        press("Cancel Operation");
        driver.until("it has ended", () -> Job.getJobManager().find(JobFamilies.EXPORT).length == 0);
        driver.choose("View", "Exports");
        driver.until("it says so", () -> state(list).equals("cancelled"));
        assertFalse(Files.exists(film), "no half of a film is left");
    }

    private String state(Table list) {
        return driver.ui(() -> list.getItemCount() == 0 ? "" : list.getItem(0).getText(2));
    }

    private int percent(Table list) {
        String digits = state(list).replaceAll("\\D", "");
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }

    /** A project as it lies on the disk when the program has gone away without a word: what was edited is in its journal alone. */
    private Path crashed() throws Exception {
        Path file = Film.make(folder);
        open(file);
        editor.executeNext(revision -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", Film.V2.value()));
        driver.until("it is hidden", this::isHidden);
        String edit = editor.project().orElseThrow().session().undoLabel().orElseThrow();
        Path left = Files.createDirectory(folder.resolve("left"));
        driver.until("the edit is in the journal", () -> {
            try {
                return journal(folder).stream().anyMatch(line -> line.contains(edit));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        for (Path each : listed(folder)) {
            if (Files.isRegularFile(each)) {
                Files.copy(each, left.resolve(each.getFileName()));
            }
        }
        Path place = Files.createDirectory(left.resolve(".film.reel.recovery"));
        for (Path each : listed(folder.resolve(".film.reel.recovery"))) {
            if (!each.getFileName().toString().equals("lock")) {
                Files.copy(each, place.resolve(each.getFileName()));
            }
        }
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        return left.resolve("film.reel");
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static List<String> journal(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path each : listed(folder.resolve(".film.reel.recovery"))) {
            if (each.getFileName().toString().endsWith(".jsonl")) {
                lines.addAll(Files.readAllLines(each));
            }
        }
        return lines;
    }

    private boolean isHidden() {
        return editor.project().orElseThrow().sequence().track(Film.V2).hidden();
    }

    private boolean answered(Path file, String answer) throws Exception {
        CompletableFuture<Boolean> opened = editor.open(file).toCompletableFuture();
        Shell question = driver.dialog(UNSAVED);
        List<String> words = driver.ui(() -> Words.of(question));
        assertTrue(words.stream().anyMatch(word -> word.contains("before one change of ")),
                words::toString);
        driver.click(driver.find(question, Button.class, button -> button.getText().replace("&", "").equals(answer)));
        boolean isOpen = opened.get();
        driver.activate();
        return isOpen;
    }

    @Test
    void whatWasNotSavedIsOfferedPutOffRecoveredOrLeft() throws Exception {
        Path file = crashed();
        assertFalse(answered(file, "Cancel"), "nothing is opened");
        assertFalse(editor.project().orElseThrow().session().file().filter(file::equals).isPresent(), "what was open stays so");
        assertTrue(answered(file, "Recover"));
        assertTrue(isHidden());
        assertEquals(Optional.of("Hide 'V2'"), editor.project().orElseThrow().session().undoLabel());
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        open(file);
        assertFalse(isHidden(), "what nobody wants is not offered again");
    }

    @Test
    void whatWasNotSavedIsLeftAsideWhenItIsNotWanted() throws Exception {
        Path file = crashed();
        assertTrue(answered(file, "Open Without Them"));
        assertFalse(isHidden());
        try (Stream<Path> kept = Files.walk(file.resolveSibling(".film.reel.recovery"))) {
            assertTrue(kept.anyMatch(each -> each.toString().contains("kept")), "but it is kept");
        }
    }
}
