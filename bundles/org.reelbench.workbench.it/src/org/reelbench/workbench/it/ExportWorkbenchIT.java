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
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;

/** The export dialog offers what works, and an export asks before it replaces a file or shows slates. */
@ExtendWith(ThreadRule.class)
class ExportWorkbenchIT {

    private static final String REPLACE = "Replace the file?";
    private static final String MISSING = "Media are missing";

    @TempDir
    Path folder;

    private final Driver driver = Driver.ofTheWindow();
    private Editor editor;

    @BeforeEach
    void openTheFilm() throws Exception {
        editor = Services.get(Editor.class);
        assertTrue(editor.open(Film.make(folder)).toCompletableFuture().get(), "opened");
        driver.until("the title names the film", () -> driver.titles().contains("Film – Reelbench"));
    }

    @AfterEach
    void nothingIsInTheErrorLog() throws Exception {
        assertTrue(editor.forgetChanges().toCompletableFuture().get(), "closed");
        assertEquals(List.of(), Driver.newProblems());
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
        Files.delete(folder.resolve("source2.mp4"));
        Files.delete(folder.resolve("source3.mp4"));
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
