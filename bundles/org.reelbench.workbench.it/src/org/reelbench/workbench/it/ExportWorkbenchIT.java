package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.testcard.Reading;
import org.reelbench.ui.JobFamilies;

/** The export dialog offers what works, and an export asks before it replaces a file or shows slates. */
@ExtendWith(ThreadRule.class)
class ExportWorkbenchIT extends OpenWindow {

    private static final String REPLACE = "Replace the file?";
    private static final String MISSING = "Media are missing";

    @BeforeEach
    void openTheFilm() throws Exception {
        openFilm(Film.make(folder));
    }

    @AfterEach
    void emptyTheQueue() throws Exception {
        ExportQueue queue = Services.get(ExportQueue.class);
        queue.resume();
        ended();
        queue.forgetEnded();
    }

    @Test
    void everyPresetIsOfferedAndOneThatIsNotAvailableSaysWhy() {
        Shell dialog = open();
        Combo formats = driver.find(dialog, Combo.class, _ -> true);
        List<String> offered = driver.ui(() -> List.of(formats.getItems()));
        for (ExportPreset preset : ExportPreset.BUILT_IN) {
            assertTrue(offered.stream().anyMatch(text -> text.startsWith(preset.label())), preset.label());
        }
        Button export = button(dialog, "Export");
        assertTrue(driver.ui(export::isEnabled));
        Text file = driver.find(dialog, Text.class, Text::getEditable);
        assertTrue(driver.ui(file::getText).endsWith("film-export.mp4"));
        int high = offered.indexOf(offered.stream().filter(text -> text.contains("(not available)")).findFirst().orElseThrow());
        choose(formats, high);
        assertFalse(driver.ui(export::isEnabled));
        List<String> words = driver.ui(() -> Words.of(dialog));
        assertTrue(words.stream().anyMatch(word -> word.contains("libx264")), words::toString);
        choose(formats, offered.indexOf(ExportPreset.builtIn("webm").label()));
        assertTrue(driver.ui(file::getText).endsWith("film-export.webm"));
        driver.act(dialog::close);
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyIfThatIsWanted() throws Exception {
        Path still = folder.resolve("still.png");
        Files.writeString(still, "precious");
        export("png", still);
        answer(REPLACE, "Cancel");
        ended();
        assertEquals("precious", Files.readString(still));
        export("png", still);
        answer(REPLACE, "Replace");
        ended();
        assertEquals((byte) 'P', Files.readAllBytes(still)[1]);
    }

    @Test
    void missingMediaAreNamedAndSlatesAreOffered() throws Exception {
        // Such as nobody has ever opened: what is open can be read even when it has no name any more.
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path project = Film.make(elsewhere);
        Files.delete(elsewhere.resolve("source2.mp4"));
        Files.delete(elsewhere.resolve("source3.mp4"));
        open(project);
        Path film = folder.resolve("slates.mp4");
        export("h264", film);
        Shell question = driver.dialog(MISSING);
        List<String> words = driver.ui(() -> Words.of(question));
        assertTrue(words.stream().anyMatch(word -> word.contains("source2.mp4") && word.contains("source3.mp4")),
                words::toString);
        answer(MISSING, "Cancel");
        ended();
        assertFalse(Files.exists(film));
        export("h264", film);
        answer(MISSING, "Export with Slates");
        ended();
        assertTrue(Film.read(film).getFirst().is(1, 0));
        assertFalse(Film.read(film).getLast().valid(), "a slate is no test card");
    }

    @Test
    void aRangeThatIsMarkedIsExportedAloneAndGuessedBefore() throws Exception {
        editor.executeNext(
                revision -> EditCommand.of(EditCommands.SET_IN_OUT, revision).with("inFrame", 20).with("outFrame", 50));
        driver.until("it is marked", () -> editor.project().orElseThrow().sequence().inOut() != null);
        Path part = folder.resolve("part.mp4");
        Shell dialog = open();
        Combo ranges = driver.find(dialog, Combo.class, combo -> combo.getItem(0).startsWith("Whole sequence"));
        List<String> offered = driver.ui(() -> List.of(ranges.getItems()));
        assertEquals(2, offered.size(), offered::toString);
        choose(ranges, 1);
        Text target = driver.find(dialog, Text.class, Text::getEditable);
        driver.act(() -> target.setText(part.toString()));
        driver.until("it says about what it comes to", () -> driver.texts(dialog).stream()
                .anyMatch(text -> text.startsWith("About ") && text.contains("made in about")));
        press(dialog);
        ended();
        List<Reading> frames = Film.read(part);
        assertEquals(30, frames.size());
        assertTrue(frames.getFirst().is(1, 20), () -> "the first is " + frames.getFirst());
        assertTrue(frames.get(9).is(1, 29) && frames.get(10).is(3, 0), "source 3 covers it from frame 30 on");
        assertTrue(frames.getLast().is(3, 19), () -> "the last is " + frames.getLast());
    }

    @Test
    void exportsAreMadeOneAfterTheOtherAndPausedInTheirList() throws Exception {
        ExportQueue queue = Services.get(ExportQueue.class);
        queue.pause();
        export("h264", folder.resolve("first.mp4"));
        Table list = list();
        driver.until("it is listed", () -> rows(list).equals(List.of("first.mp4: waiting")));
        export("h264", folder.resolve("second.mp4"));
        driver.until("both wait", () -> rows(list).equals(List.of("first.mp4: waiting", "second.mp4: waiting")));
        assertFalse(enabled("Let the export under way rest, and begin no other"));
        press("Go on with the exports");
        ended();
        driver.until("both are done", () -> rows(list).equals(List.of("first.mp4: done", "second.mp4: done")));
        assertEquals(Film.FRAMES, Film.read(folder.resolve("first.mp4")).size());
        assertEquals(Film.FRAMES, Film.read(folder.resolve("second.mp4")).size());
        assertTrue(enabled("Open the folder of the selected export"));
        press("Take exports off the list that have ended");
        driver.until("the list is empty", () -> rows(list).isEmpty());
    }

    @Test
    void whatIsCancelledIsTriedAgainFromTheList() throws Exception {
        ExportQueue queue = Services.get(ExportQueue.class);
        queue.pause();
        export("h264", folder.resolve("film.mp4"));
        Table list = list();
        driver.until("it is listed", () -> rows(list).equals(List.of("film.mp4: waiting")));
        press("Cancel the selected export");
        ended();
        driver.until("it says so", () -> rows(list).equals(List.of("film.mp4: cancelled")));
        queue.resume();
        press("Export once more what failed or was cancelled");
        driver.until("it is made", () -> rows(list).equals(List.of("film.mp4: done")));
        ended();
        assertTrue(Film.read(folder.resolve("film.mp4")).getLast().is(2, Film.PART_FRAMES - 1));
        press("Take exports off the list that have ended");
        driver.until("the list is empty", () -> rows(list).isEmpty());
    }

    private Table list() {
        driver.until("the list of exports is shown", () -> driver.ui(() -> driver.window().getActivePage()
                .findView("org.reelbench.ui.export") != null));
        driver.choose("View", "Exports");
        return driver.find(driver.shell(), Table.class,
                table -> table.getColumnCount() == 5 && table.getColumn(2).getText().equals("State"));
    }

    private List<String> rows(Table list) {
        return driver.ui(() -> Stream.of(list.getItems()).map(item -> item.getText(0) + ": " + item.getText(2)).toList());
    }

    private ToolItem tool(String tip) {
        ToolBar bar = driver.find(driver.shell(), ToolBar.class, tools -> Words.tips(tools).contains(tip));
        return driver.ui(() -> Stream.of(bar.getItems()).filter(item -> tip.equals(item.getToolTipText())).findFirst()
                .orElseThrow());
    }

    private boolean enabled(String tip) {
        return driver.ui(tool(tip)::isEnabled);
    }

    private void press(String tip) {
        driver.until("'" + tip + "' can be done", () -> enabled(tip));
        driver.click(tool(tip));
    }

    private Shell open() {
        driver.choose("File", "Export…");
        return driver.dialog("Export");
    }

    private void export(String preset, Path file) {
        Shell dialog = open();
        Combo formats = driver.find(dialog, Combo.class, _ -> true);
        Text target = driver.find(dialog, Text.class, Text::getEditable);
        choose(formats, driver.ui(() -> Stream.of(formats.getItems()).toList().indexOf(ExportPreset.builtIn(preset).label())));
        driver.act(() -> target.setText(file.toString()));
        press(dialog);
    }

    private void press(Shell dialog) {
        driver.click(button(dialog, "Export"));
        driver.until("the dialog is closed", () -> driver.ui(dialog::isDisposed));
    }

    /** Chooses as a person does: the combo tells that it has changed. */
    private void choose(Combo combo, int index) {
        driver.act(() -> {
            combo.select(index);
            combo.notifyListeners(SWT.Modify, new Event());
        });
    }

    private void answer(String title, String text) {
        Shell question = driver.dialog(title);
        driver.click(button(question, text));
        driver.until("the question is gone", () -> driver.ui(question::isDisposed));
    }

    private Button button(Shell dialog, String text) {
        return driver.find(dialog, Button.class, button -> button.getText().replace("&", "").equals(text));
    }

    private void ended() {
        driver.until("the export has ended", () -> Job.getJobManager().find(JobFamilies.EXPORT).length == 0);
    }
}
