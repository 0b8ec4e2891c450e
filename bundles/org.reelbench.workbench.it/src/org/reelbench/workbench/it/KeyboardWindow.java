package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Transition;

/** A window that is worked with by the keyboard of the X server alone: no button of the mouse is pressed. */
abstract class KeyboardWindow extends OpenWindow {

    private static final int[] MOUSE = { SWT.MouseDown, SWT.MouseUp, SWT.MouseDoubleClick, SWT.MouseWheel };
    private static final int MOST_TABS = 40;

    final Display display = driver.shell().getDisplay();
    final Keyboard keys = new Keyboard();
    /** The window as the server knows it, the same for all tests. */
    private static long main;
    private final List<String> mouse = Collections.synchronizedList(new ArrayList<>());
    private final Listener watch = event -> mouse.add(event.toString());

    @BeforeEach
    void lookForTheMouse() throws InterruptedException {
        if (main == 0) {
            knowTheWindow();
        }
        takeTheKeys();
        driver.act(() -> {
            for (int type : MOUSE) {
                display.addFilter(type, watch);
            }
        });
    }

    @AfterEach
    void nobodyTouchedTheMouse() throws Exception {
        keys.close();
        driver.act(() -> {
            for (int type : MOUSE) {
                display.removeFilter(type, watch);
            }
        });
        Services.get(ExportQueue.class).forgetEnded();
        assertEquals(List.of(), mouse, "nobody touched the mouse");
    }

    /** A window that takes itself for the active one asks the server for nothing: another one makes it ask. */
    private void knowTheWindow() throws InterruptedException {
        driver.act(() -> {
            Shell front = new Shell(display);
            front.open();
            driver.shell().forceActive();
            front.dispose();
        });
        driver.until("the window has the keys",
                () -> driver.ui(display::getActiveShell) == driver.shell() && keys.window() != 0);
        main = keys.window();
    }

    /** Where no window manager runs, keys go to nobody after a dialog was closed. */
    void takeTheKeys() {
        // A question to the server comes behind all that the window has asked of it before, such as to close the dialog.
        driver.ui(display::getCursorLocation);
        driver.until("a window has the keys", () -> {
            if (keys.window() == 0) {
                keys.goTo(main);
            }
            return keys.window() != 0;
        });
    }

    void bin() {
        takeTheKeys();
        keys.press("Ctrl+1");
        focus("the bin", () -> display.getFocusControl() instanceof Table);
    }

    void tracks() {
        takeTheKeys();
        keys.press("Ctrl+4");
        focus("the tracks", () -> display.getFocusControl().getClass().getSimpleName().equals("TrackCanvas"));
    }

    void playhead(long frame) {
        driver.until("the playhead is at " + frame, () -> editor.playheadFrame() == frame);
    }

    boolean isIn(Shell dialog) {
        return display.getFocusControl() != null && display.getFocusControl().getShell() == dialog;
    }

    /** Waits until the focus is where it is meant to be. */
    void focus(String where, Callable<Boolean> condition) {
        driver.until("the focus is at " + where + " and not at " + driver.ui(() -> String.valueOf(display.getFocusControl())),
                () -> driver.ui(condition));
    }

    void tabTo(String where, Callable<Boolean> condition) {
        for (int i = 0; i < MOST_TABS && !driver.ui(condition); i++) {
            Control before = driver.ui(display::getFocusControl);
            keys.press("Tab");
            driver.until("the focus goes on to " + where, () -> driver.ui(display::getFocusControl) != before);
        }
        assertTrue(driver.ui(condition), where);
    }

    Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    void becomes(Id track, String expected) {
        driver.until(track + " becomes " + expected + " and is not " + on(track), () -> on(track).equals(expected));
    }

    /** What lies on a track: clips with the first frame of their source and their length, gaps and transitions. */
    String on(Id track) {
        Stream<Item> items = sequence().track(track).items().toList().stream();
        return String.join(" ", items.map(item -> switch (item) {
        case Clip clip ->
            clip.name() + "[" + sequence().rate().frameAt(clip.sourceIn()) + "+" + clip.durationFrames() + "]";
        case Gap gap -> Long.toString(gap.durationFrames());
        case Transition transition -> transition.inOffsetFrames() + "~" + transition.outOffsetFrames();
        }).toList());
    }
}
