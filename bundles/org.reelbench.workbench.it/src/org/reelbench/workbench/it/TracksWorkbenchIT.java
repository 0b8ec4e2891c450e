package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Id;

/** Clips are edited in the track view by the mouse and by keys, and every gesture is one step. */
class TracksWorkbenchIT extends TracksWindow {

    @Test
    void aClipIsMovedAndDrawnToAnEdgeInOneStep() {
        mouse.drag(x(60), V2, x(90.4), V2);
        becomes(Film.V2, "60 c3[0+60]");
        assertEquals(Set.of(new Id("c3")), editor.selection());
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
        becomes(Film.V2, "30 c3[0+60]");
    }

    @Test
    void escapeGivesUpAMove() {
        mouse.hold(x(60), V2, x(80), V2);
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        mouse.release();
        assertEquals("30 c3[0+60]", on(Film.V2));
        assertTrue(editor.project().orElseThrow().session().undoLabel().isEmpty(), "nothing was edited");
        mouse.drag(x(60), V2, x(90), V2);
        becomes(Film.V2, "60 c3[0+60]");
    }

    @Test
    void theToolsOfTheKeysTrimRippleRollSlipSlideAndCut() {
        mouse.drag(x(60) + 3, V1, x(80) + 3, V1);
        becomes(Film.V1, "c1[0+60] 20 c2[20+40]");
        undo("c1[0+60] c2[0+60]");
        press('r', 0);
        mouse.drag(x(50), V1, x(30), V1);
        becomes(Film.V1, "c1[0+40] c2[0+60]");
        undo("c1[0+60] c2[0+60]");
        press('t', 0);
        mouse.drag(x(55), V1, x(35), V1);
        driver.until("there is no earlier frame to roll to", () -> on(Film.V1).equals("c1[0+60] c2[0+60]"));
        mouse.drag(x(55), V1, x(65), V1);
        becomes(Film.V1, "c1[0+70] c2[10+50]");
        press('y', 0);
        mouse.drag(x(100), V1, x(95), V1);
        becomes(Film.V1, "c1[0+70] c2[15+50]");
        press('c', 0);
        mouse.click(x(100), V1);
        becomes(Film.V1, "c1[0+70] c2[15+30] c4[45+20]");
        press('u', 0);
        press('n', 0);
        mouse.drag(x(85), V1, x(80), V1);
        becomes(Film.V1, "c1[0+65] c2[15+30] c4[40+25]");
        press('n', 0);
    }

    @Test
    void aMarqueeSelectsAndKeysEditWhatIsSelected() {
        mouse.drag(x(124), V1 + 18, x(50), V1);
        driver.until("both are selected", () -> editor.selection().equals(Set.of(new Id("c1"), new Id("c2"))));
        driver.press(tracks, ',', ',', 0);
        assertEquals("c1[0+60] c2[0+60]", on(Film.V1), "nothing goes before the start");
        driver.press(tracks, '.', '.', 0);
        becomes(Film.V1, "1 c1[0+60] c2[0+60]");
        driver.press(tracks, SWT.ESC, SWT.ESC, 0);
        driver.until("nothing is selected", () -> editor.selection().isEmpty());
    }

    @Test
    void aDragAboveTheTracksMakesATrack() {
        mouse.drag(x(60), V2, x(60), 5);
        driver.until("there are three tracks", () -> sequence().tracks().size() == 3);
        becomes(Film.V2, "");
        undo("c1[0+60] c2[0+60]");
        assertEquals(2, sequence().tracks().size());
    }

    @Test
    void markersAreSetGoneToAndDragged() {
        editor.setPlayhead(40);
        press('m', 0);
        driver.until("a marker stands", () -> sequence().markers().size() == 1 && sequence().markers().getFirst().frame() == 40);
        mouse.drag(x(40) + 3, 5, x(80) + 3, 5);
        driver.until("it was dragged", () -> Math.abs(sequence().markers().getFirst().frame() - 80) <= 1);
        editor.setPlayhead(0);
        driver.press(tracks, 'M', 'm', SWT.SHIFT);
        driver.until("the playhead is at the marker", () -> editor.playheadFrame() == sequence().markers().getFirst().frame());
    }

    @Test
    void clipsAreCopiedPastedDuplicatedAndCut() {
        mouse.click(x(60), V2);
        driver.until("it is selected", () -> editor.selection().equals(Set.of(new Id("c3"))));
        pressCtrl('c');
        editor.setPlayhead(100);
        pressCtrl('v');
        becomes(Film.V2, "30 c3[0+60] 10 c4[0+60]");
        pressCtrl('d');
        becomes(Film.V2, "30 c3[0+60] c5[0+60] 10 c4[0+60]");
        pressCtrl('x');
        becomes(Film.V2, "90 c5[0+60] 10 c4[0+60]");
        assertEquals("c1[0+60] c2[0+60]", on(Film.V1));
    }

    @Test
    void aTrackIsRenamedInPlaceWhileLettersAreNoCommands() {
        driver.act(() -> tracks.notifyListeners(SWT.MouseDoubleClick, at(40, V2)));
        Text field = driver.find(tracks, Text.class, _ -> true);
        assertEquals("V2", driver.ui(field::getText));
        driver.press(field, 'c', 'c', 0);
        driver.act(() -> field.setText("Titles"));
        driver.act(() -> {
            Event enter = new Event();
            enter.detail = SWT.TRAVERSE_RETURN;
            field.notifyListeners(SWT.Traverse, enter);
        });
        driver.until("it has its name", () -> sequence().track(Film.V2).name().equals("Titles"));
        mouse.click(x(60), V2);
        driver.until("it is selected and not cut", () -> editor.selection().equals(Set.of(new Id("c3"))));
        assertEquals("30 c3[0+60]", on(Film.V2));
    }

    @Test
    void theMenuOfATrackAddsOne() {
        List<String> names = menuAt(40, V2);
        assertTrue(names.containsAll(List.of("Rename Track…", "Hide", "Lock", "Delete Track")), names::toString);
        choose("Add Audio Track");
        driver.until("there is an audio track", () -> sequence().tracks().size() == 3);
    }

    @Test
    void theToolInHandIsPressedIn() {
        driver.until("the select tool is", () -> isPressedIn("Select, move and trim clips") && isPressedIn("Let near edges"));
        press('c', 0);
        driver.until("the razor is", () -> isPressedIn("Cut where you click") && !isPressedIn("Select, move and trim clips"));
    }

    private boolean isPressedIn(String tip) {
        ToolBar bar = driver.find(driver.shell(), ToolBar.class,
                each -> Stream.of(each.getItems()).anyMatch(item -> startsWith(item, tip)));
        return driver.ui(() -> Stream.of(bar.getItems()).filter(item -> startsWith(item, tip)).anyMatch(ToolItem::getSelection));
    }

    private static boolean startsWith(ToolItem item, String tip) {
        return item.getToolTipText() != null && item.getToolTipText().startsWith(tip);
    }
}
