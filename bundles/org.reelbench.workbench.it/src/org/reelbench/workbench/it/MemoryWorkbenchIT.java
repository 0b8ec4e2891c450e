package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.timeline.Sequence;

/** Memory is shown in the status line and in a view; when it is short, a line above the tracks says so and offers what helps. */
@ExtendWith(ThreadRule.class)
class MemoryWorkbenchIT extends OpenWindow {

    private static final String VIEW = "org.reelbench.ui.memory";
    private static final String HIDE = "Hide unused tracks";
    private static final long MIB = 1 << 20;

    private MemoryBudget budget;
    private MemoryMonitor monitor;

    @BeforeEach
    void openTheFilm() throws Exception {
        budget = Services.get(MemoryBudget.class);
        monitor = Services.get(MemoryMonitor.class);
        openFilm(Film.make(folder));
    }

    @AfterEach
    void closeTheView() throws Exception {
        budget.choose(0);
        monitor.look();
        driver.until("nothing is said above the tracks", () -> said().isEmpty());
        driver.act(() -> {
            IViewPart view = driver.window().getActivePage().findView(VIEW);
            if (view != null) {
                driver.window().getActivePage().hideView(view);
            }
        });
    }

    private List<String> said() {
        return driver.texts(driver.shell()).stream().filter(text -> text.startsWith("Memory is short: ")).toList();
    }

    private Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    @Test
    void theStatusLineTellsWhatIsUsedOfWhat() {
        monitor.look();
        driver.until("the meter has a reading", () -> driver.ui(() -> Words.of(driver.shell())).stream()
                .anyMatch(word -> word.matches("Memory: [\\d.]+ [MG]B of [\\d.]+ [MG]B used · .* unaccounted")));
    }

    @Test
    void theViewTellsWhoHoldsWhatAndTakesTheBudget() throws Exception {
        try (Account account = Services.get(MemoryLedger.class).open(Holding.SOUND, "a test")) {
            account.set(4096 * MIB);
            driver.choose("View", "Memory");
            driver.until("the view is open", () -> driver.ui(() -> driver.window().getActivePage().findView(VIEW)) != null);
            Table table = driver.find(driver.shell(), Table.class,
                    list -> Stream.of(list.getColumns()).anyMatch(column -> column.getText().equals("Held for")));
            assertEquals(List.of("Held for", "Owner", "Component", "Size"),
                    driver.ui(() -> Stream.of(table.getColumns()).map(TableColumn::getText).toList()));
            driver.until("the largest is on top",
                    () -> driver.ui(() -> table.getItemCount() > 0 && table.getItem(0).getText(1).equals("a test")));
            assertEquals("sound", driver.ui(() -> table.getItem(0).getText(0)));
            assertEquals("org.reelbench.workbench.it", driver.ui(() -> table.getItem(0).getText(2)));
            assertEquals("4.0 GB", driver.ui(() -> table.getItem(0).getText(3)));
        }
        Combo choice = driver.find(driver.shell(), Combo.class, combo -> combo.getItem(0).startsWith("Automatic ("));
        choose(choice, List.of(driver.ui(choice::getItems)).indexOf("32.0 GB"));
        driver.until("the budget is chosen", () -> budget.bytes() == 32_768 * MIB);
        choose(choice, 0);
        driver.until("the usual budget is back", () -> budget.bytes() == budget.usualBytes());
    }

    private void choose(Combo combo, int index) {
        driver.act(() -> {
            combo.select(index);
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void whenMemoryIsShortALineAboveTheTracksOffersToHideWhatIsUnused() {
        editor.setPlayhead(10);
        Canvas tracks = driver.find(driver.shell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("TrackCanvas"));
        driver.act(tracks::setFocus);
        Control focus = driver.ui(() -> driver.shell().getDisplay().getFocusControl());
        // Less than the window itself takes.
        budget.choose(MemoryBudget.LEAST_BYTES);
        monitor.look();
        driver.until("the line is there", () -> said().size() == 1);
        assertTrue(said().get(0).endsWith(" of 256 MB used"), said()::toString);
        assertSame(focus, driver.ui(() -> driver.shell().getDisplay().getFocusControl()));
        assertNotNull(focus);

        Button hide = driver.find(driver.shell(), Button.class, button -> button.getText().equals(HIDE));
        driver.click(hide);
        driver.until("what shows nothing at the playhead is hidden", () -> sequence().track(Film.V2).hidden());
        assertEquals(false, sequence().track(Film.V1).hidden());
        driver.until("the line is gone", () -> said().isEmpty());
        assertTrue(driver.menu("Edit").get(0).startsWith("Undo " + HIDE), driver.menu("Edit")::toString);
        editor.undo();
        driver.until("one step brings them back", () -> !sequence().track(Film.V2).hidden());
    }
}
