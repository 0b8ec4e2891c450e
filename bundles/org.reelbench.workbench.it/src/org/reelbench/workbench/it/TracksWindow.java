package org.reelbench.workbench.it;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Transition;

/** What tests of the track view have in common: a small film is open in it, and the mouse is over it. */
@ExtendWith(ThreadRule.class)
abstract class TracksWindow extends OpenWindow {

    static final int HEADER_PX = 156;
    /** In the rows of V2 and of V1, below the names of clips. */
    static final int V2 = 34 + 30;
    static final int V1 = 34 + 53 + 30;

    Canvas tracks;
    Mouse mouse;

    @BeforeEach
    void openTheFilm() throws Exception {
        open(Film.make(folder));
        driver.act(() -> {
            try {
                driver.window().getActivePage().showView("org.reelbench.ui.tracks");
            } catch (org.eclipse.ui.PartInitException e) {
                throw new AssertionError(e);
            }
        });
        tracks = driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("TrackCanvas"));
        driver.until("the title names the film", () -> driver.titles().contains("Film – Reelbench"));
        mouse = new Mouse(driver, tracks);
        press('v', 0);
    }

    void press(char key, int modifiers) {
        driver.press(tracks, key, Character.toLowerCase(key), modifiers);
    }

    void pressCtrl(char key) {
        driver.press(tracks, (char) (key & 0x1f), key, SWT.CTRL);
    }

    /** Holds a key down while something is dragged; it is let go with the mouse. */
    void holdKey(int key) {
        driver.act(() -> {
            Event event = new Event();
            event.keyCode = key;
            tracks.notifyListeners(SWT.KeyDown, event);
        });
    }

    /** The column of a frame while the whole film is seen. */
    int x(double frame) {
        int lanesPx = driver.ui(() -> tracks.getSize().x) - HEADER_PX;
        return HEADER_PX + (int) Math.round(frame * lanesPx / (Film.FRAMES * 1.05));
    }

    Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    /** What lies on a track: clips with the first frame of their source and their length, and gaps. */
    String on(Id track) {
        List<String> items = new ArrayList<>();
        for (Item item : sequence().track(track).items()) {
            items.add(switch (item) {
            case Clip clip -> clip.id() + "[" + sequence().rate().frameAt(clip.sourceIn()) + "+" + clip.durationFrames() + "]";
            case Gap gap -> Long.toString(gap.durationFrames());
            case Transition transition -> transition.inOffsetFrames() + "~" + transition.outOffsetFrames();
            });
        }
        return String.join(" ", items);
    }

    void becomes(Id track, String expected) {
        driver.until(track + " becomes " + expected + " and is not " + on(track), () -> on(track).equals(expected));
    }

    void undo(String expected) {
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
        becomes(Film.V1, expected);
    }

    static Event at(int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        return event;
    }

    /** Opens the menu at a place and returns its names. */
    List<String> menuAt(int x, int y) {
        driver.act(() -> {
            Event event = at(x, y);
            Point place = tracks.toDisplay(event.x, event.y);
            event.x = place.x;
            event.y = place.y;
            tracks.notifyListeners(SWT.MenuDetect, event);
        });
        return driver.ui(() -> Stream.of(tracks.getMenu().getItems()).map(MenuItem::getText).toList());
    }

    /** Chooses from the menu that was opened. */
    void choose(String name) {
        driver.click(
                driver.ui(() -> Stream.of(tracks.getMenu().getItems()).filter(item -> item.getText().equals(name)).findFirst()
                        .orElseThrow()));
    }
}
