package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be opened, pressed and found is ours: all that the platform brings besides stands in a list here. */
@ExtendWith(ThreadRule.class)
class OnlyOursWorkbenchIT {

    private static final String OURS = "org.reelbench.";
    private static final String MEMORY = "org.reelbench.ui.memory";

    private final Driver driver = Driver.ofTheWindow();

    @AfterEach
    void nothingIsInTheErrorLog() {
        assertEquals(List.of(), Driver.newProblems());
    }

    private IWorkbench workbench() {
        return driver.window().getWorkbench();
    }

    private static List<String> foreign(Stream<String> ids) {
        return ids.filter(id -> !id.startsWith(OURS)).sorted().distinct().toList();
    }

    @Test
    void noViewOrArrangementIsOfThePlatformButTheProgressView() {
        assertEquals(List.of("org.eclipse.ui.views.ProgressView"),
                driver.ui(() -> foreign(Stream.of(workbench().getViewRegistry().getViews()).map(IViewDescriptor::getId)
                        .filter(id -> !id.startsWith("org.eclipse.ui.internal.")))));
        assertEquals(List.of(), driver.ui(() -> foreign(Stream.of(workbench().getPerspectiveRegistry().getPerspectives())
                .map(IPerspectiveDescriptor::getId))));
    }

    @Test
    void noKeyOfTheHabitsIsForACommandOfThePlatform() {
        IBindingService bindings = workbench().getService(IBindingService.class);
        List<String> foreign = driver.ui(() -> foreign(Stream.of(bindings.getBindings())
                .filter(binding -> binding.getSchemeId().startsWith(OURS) && binding.getParameterizedCommand() != null)
                .map(Binding::getParameterizedCommand).map(command -> command.getId())));
        assertEquals(List.of(), foreign);
    }

    @Test
    void everyPageOfPreferencesOfOursIsInTheDialogAndHasAName() {
        List<String> names = driver.ui(() -> Stream.of(workbench().getPreferenceManager().getRootSubNodes())
                .filter(node -> node.getId().startsWith(OURS)).map(IPreferenceNode::getLabelText).sorted().toList());
        assertEquals(List.of("Cache", "Encoders", "General", "Keys", "Memory", "Playback", "Server"), names);
    }

    @Test
    void commandsViewsAndPreferencesAreFoundByTheirWordsAndDone() {
        driver.choose("Help", "Find Command…");
        Shell palette = driver.dialog("Find Command");
        Text words = driver.find(palette, Text.class, _ -> true);
        Table found = driver.find(palette, Table.class, _ -> true);
        List<String> all = items(found);
        assertTrue(all.containsAll(List.of("Show Memory", "Preferences: Server", "Undo", "Split at Playhead", "Export…")),
                all::toString);
        assertFalse(all.contains("Show Not Available"), all::toString);
        assertEquals(List.of(), LookWorkbenchIT.foreign(new ArrayList<>(all.stream()
                .map(name -> name.replace("Show Plug-ins", "")).toList())));
        driver.act(() -> words.setText("new project"));
        assertEquals("Ctrl+N", driver.ui(() -> found.getItem(0).getText(1)));
        driver.act(() -> words.setText("memory show"));
        assertEquals(List.of("Show Memory"), items(found));
        words.getDisplay().asyncExec(() -> words.notifyListeners(SWT.DefaultSelection, new Event()));
        driver.until("the palette has gone", () -> driver.ui(palette::isDisposed));
        driver.until("the view is open", () -> driver.ui(() -> driver.window().getActivePage().findView(MEMORY)) != null);
        driver.act(() -> driver.window().getActivePage().hideView(driver.window().getActivePage().findViewReference(MEMORY)));
    }

    private List<String> items(Table table) {
        return driver.ui(() -> Stream.of(table.getItems()).map(TableItem::getText).toList());
    }
}
