package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.timeline.Clip;

/** Lists and buttons keep the keys they use, menus have letters, and Escape leaves dialogs. */
@ExtendWith(ThreadRule.class)
class KeysWorkbenchIT extends KeyboardWindow {

    private static final String PICTURES = "Show media as pictures";

    @Test
    void listsAndButtonsKeepTheKeysTheyUse() throws Exception {
        openTheFilm();
        bin();
        Table list = (Table) driver.ui(display::getFocusControl);
        driver.act(list::deselectAll);
        bin();
        assertEquals(0, driver.ui(list::getSelectionIndex), "the keys begin at the first medium");
        keys.press("Down", "Right");
        driver.until("the list is walked through", () -> driver.ui(list::getSelectionIndex) == 1);
        tracks();
        keys.press("Right");
        playhead(1);
        keys.press("Ctrl+5");
        tabTo("the limiter", () -> display.getFocusControl() instanceof Button);
        boolean before = sequence().limiter();
        keys.press("Space");
        driver.until("the box is ticked", () -> sequence().limiter() != before);
        assertEquals(1, editor.playheadFrame(), "nothing plays");
    }

    @Test
    void picturesAreWalkedThroughAndPutOnTheChosenTrack() throws Exception {
        openTheFilm();
        ToolBar bar = driver.find(driver.shell(), ToolBar.class, tools -> Words.tips(tools).contains(PICTURES));
        ToolItem pictures = driver.ui(() -> Stream.of(bar.getItems()).filter(item -> PICTURES.equals(item.getToolTipText()))
                .findFirst().orElseThrow());
        press(pictures, true);
        keys.press("Ctrl+1");
        focus("the pictures", () -> display.getFocusControl() instanceof Canvas canvas && canvas.getMenu() != null);
        keys.press("End");
        tracks();
        keys.press("Alt+Up", "Alt+Up");
        driver.until("V2 is chosen", () -> editor.chosenTrack().equals(Optional.of(Film.V2)));
        keys.press("End");
        playhead(Film.FRAMES);
        keys.press("P");
        becomes(Film.V2, "30 Source 3[0+60] 30 source3.mp4[0+70]");
        keys.press("Ctrl+Z");
        becomes(Film.V2, "30 Source 3[0+60]");
        press(pictures, false);
    }

    @Test
    void keyframesAreSetAndFoundByKeys() throws Exception {
        openTheFilm();
        tracks();
        keys.press("D");
        driver.until("a clip is selected", () -> editor.selection().size() == 1);
        keys.press("Ctrl+5");
        tabTo("keyframes", () -> display.getFocusControl().getClass().getSimpleName().equals("KeyframeBar"));
        keys.press("Space");
        driver.until("there is a keyframe", () -> keyframes() == 1);
        assertEquals(0, editor.playheadFrame(), "nothing plays");
        tracks();
        keys.press("Right", "Right", "Right");
        playhead(3);
        keys.press("Ctrl+5");
        tabTo("keyframes", () -> display.getFocusControl().getClass().getSimpleName().equals("KeyframeBar"));
        keys.press("Space");
        driver.until("there is another one", () -> keyframes() == 2);
        keys.press("Left");
        playhead(0);
        // The buttons hear of the playhead's move a little later than the editor, and behind the last keyframe the key does nothing.
        driver.until("the next one is found", () -> {
            keys.press("Right");
            return editor.playheadFrame() == 3;
        });
        keys.press("Space");
        driver.until("it is taken away", () -> keyframes() == 1);
    }

    /** How many keyframes the selected clip has. */
    private int keyframes() {
        Clip clip = sequence().findClip(editor.selection().iterator().next()).orElseThrow().clip();
        return clip.curves().values().stream().mapToInt(curve -> curve.keyframes().size()).sum();
    }

    @Test
    void menusAreReachedByTheirLettersAndDialogsLeftByEscape() throws Exception {
        openTheFilm();
        tracks();
        keys.press("End");
        playhead(Film.FRAMES);
        keys.press("Alt+E", "A", "B");
        becomes(Film.V1, "Source 1[0+60] Source 2[0+60] Colour Bars[0+150]");
        for (String[] dialog : new String[][] { { "Ctrl+N", "New Project" }, { "Ctrl+E", "Export" },
                { "Alt+Enter", "Project Settings" }, { "Ctrl+,", "Preferences" } }) {
            takeTheKeys();
            keys.press(dialog[0]);
            Shell shown = driver.dialog(dialog[1]);
            focus(dialog[1], () -> isIn(shown));
            keys.press("Escape");
            driver.until(dialog[1] + " is left", () -> driver.ui(shown::isDisposed));
        }
    }

    private void openTheFilm() throws Exception {
        openFilm(Film.make(folder));
    }

    /** Buttons of views have no keys: how media are shown is none of what the test is about. */
    private void press(ToolItem item, boolean on) {
        if (driver.ui(item::getSelection) != on) {
            driver.act(() -> item.setSelection(on));
            driver.click(item);
        }
    }
}
