package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.media.Composers;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugins;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.ui.JobFamilies;
import org.reelbench.ui.Megabytes;

/** Plug-ins come, are replaced and go while a film is open, and the view tells what there is. */
@ExtendWith(ThreadRule.class)
class PluginsWorkbenchIT extends OpenWindow {

    private static final String VIEW = "org.reelbench.ui.plugins";
    /** The column of native memory. */
    private static final int NATIVE = 4;

    private Plugins plugins;

    @BeforeEach
    void openTheFilmAndTheView() throws Exception {
        plugins = Services.get(Plugins.class);
        openFilm(Film.make(folder));
        driver.choose("View", "Plug-ins");
        driver.until("the view is open", () -> view() != null);
    }

    @AfterEach
    void removeThePlugins() throws Exception {
        for (Plugin plugin : plugins.plugins()) {
            plugins.remove(plugin.id());
        }
        driver.act(() -> driver.window().getActivePage().hideView(view()));
    }

    private IViewPart view() {
        return driver.ui(() -> driver.window().getActivePage().findView(VIEW));
    }

    @Test
    void anEffectComesAndGoesWhileAFilmIsOpenAndTheFilmKeepsItAndNamesIt() throws Exception {
        saysOfPlugins("No plug-ins yet: install a file, or put it into " + plugins.folder());
        assertFalse(driver.ui(() -> button("Remove…").isEnabled()));

        plugins.install(ExamplePlugin.write(folder, "1.0.0"));
        driver.until("it is listed", () -> List.of(ExamplePlugin.ID, "1.0.0", "Running", "", "", "", "").equals(firstRow()));
        assertTrue(Services.get(Composers.class).effect(ExamplePlugin.EFFECT).isPresent());
        useTheEffect();

        select(0);
        assertFalse(driver.ui(() -> button("Retry").isEnabled()), "it runs");
        driver.click(button("Remove…"));
        Shell question = driver.dialog("Remove Plug-in");
        assertTrue(driver.texts(question).stream().anyMatch(text -> text.contains(ExamplePlugin.ID + " 1.0.0")));
        driver.click(driver.find(question, Button.class, each -> named(each, "Remove")));
        saysOfPlugins(ExamplePlugin.ID + " is removed; projects keep what they used of it");
        driver.until("the list is empty", () -> firstRow().isEmpty());
        assertTrue(Services.get(Composers.class).effect(ExamplePlugin.EFFECT).isEmpty());

        assertEquals(List.of(ExamplePlugin.EFFECT), effectsOfTheFirstClip());
        export(folder.resolve("without.mp4"));
        List<String> said = new ArrayList<>();
        driver.until("the export says why it ended", () -> said.addAll(Driver.newProblems()));
        assertEquals(1, said.size(), said::toString);
        assertTrue(
                said.getFirst().contains("'" + ExamplePlugin.EFFECT + "' is not installed; install the plug-in that brings it"),
                said::toString);
        driver.until("the export has ended", () -> Job.getJobManager().find(JobFamilies.EXPORT).length == 0);
    }

    @Test
    void whatAPluginHoldsIsListedUntilItIsRemoved() throws Exception {
        plugins.install(ExamplePlugin.keeper(folder));
        driver.until("what it has registered is listed", () -> firstRow().contains("3.0 MB"));
        assertEquals("", firstRow().get(NATIVE));
        useTheEffect();
        driver.until("it has kept a picture", () -> plugins.lentBytes().containsKey(ExamplePlugin.ID));
        driver.until("its native memory is listed", () -> firstRow().get(NATIVE).endsWith("MB"));
        long keptBytes = plugins.lentBytes().get(ExamplePlugin.ID);
        assertEquals(Megabytes.of(keptBytes), firstRow().get(NATIVE));

        plugins.remove(ExamplePlugin.ID);
        driver.until("the list is empty", () -> firstRow().isEmpty());
        assertEquals(0, Services.get(MemoryLedger.class).heldBytes(ExamplePlugin.ID));
        driver.until("what calls had is back", () -> plugins.lentBytes().isEmpty());
    }

    @Test
    void whatCannotBeTakenBackIsSaidWithTheReasonAndOneThatWasUpdatedGoesBack() throws Exception {
        plugins.install(ExamplePlugin.write(folder, "1.0.0"));
        driver.until("it is listed", () -> firstRow().contains("1.0.0"));
        select(0);
        driver.click(button("Roll Back"));
        saysOfPlugins("there is no version of " + ExamplePlugin.ID + " before 1.0.0 any more");

        plugins.update(ExamplePlugin.write(folder, "1.1.0"));
        driver.until("the new version is listed", () -> firstRow().contains("1.1.0"));
        driver.click(button("Roll Back"));
        saysOfPlugins(ExamplePlugin.ID + " 1.0.0 is back");
        driver.until("the version before is listed", () -> firstRow().contains("1.0.0"));
    }

    private void useTheEffect() {
        editor.executeNext(revision -> EditCommand.of(EditCommands.SET_EFFECTS, revision).with("clip", "c1").with("effects",
                List.of(Map.of("effect", ExamplePlugin.EFFECT))));
        driver.until("the clip has the effect", () -> effectsOfTheFirstClip().size() == 1);
    }

    private List<String> effectsOfTheFirstClip() {
        Clip clip = (Clip) editor.project().orElseThrow().sequence().track(Film.V1).items().get(0);
        return clip.effects().stream().map(AppliedEffect::effect).toList();
    }

    private void export(Path film) {
        driver.choose("File", "Export…");
        Shell dialog = driver.dialog("Export");
        Text file = driver.find(dialog, Text.class, Text::getEditable);
        driver.act(() -> file.setText(film.toString()));
        driver.click(driver.find(dialog, Button.class, each -> named(each, "Export")));
        driver.until("the dialog is closed", () -> driver.ui(dialog::isDisposed));
    }

    private void saysOfPlugins(String text) {
        driver.until("'" + text + "' is read", () -> driver.texts(driver.shell()).contains(text));
    }

    private Button button(String name) {
        return driver.find(driver.shell(), Button.class, each -> named(each, name));
    }

    private static boolean named(Button button, String name) {
        return button.getText().replace("&", "").equals(name);
    }

    private Table table() {
        return driver.find(driver.shell(), Table.class,
                list -> Stream.of(list.getColumns()).map(TableColumn::getText).anyMatch("Left Behind"::equals));
    }

    private List<String> firstRow() {
        return driver.ui(() -> {
            Table table = table();
            return table.getItemCount() == 0
                    ? List.of()
                    : Stream.iterate(0, i -> i < table.getColumnCount(), i -> i + 1).map(table.getItem(0)::getText).toList();
        });
    }

    private void select(int row) {
        driver.act(() -> {
            Table table = table();
            table.select(row);
            Event event = new Event();
            event.item = table.getItem(row);
            table.notifyListeners(SWT.Selection, event);
        });
    }
}
