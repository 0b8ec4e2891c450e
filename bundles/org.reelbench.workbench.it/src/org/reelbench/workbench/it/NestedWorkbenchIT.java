package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/** A sequence inside of a clip is made, opened, edited as it is seen, and left again. */
class NestedWorkbenchIT extends TracksWindow {

    /** In the only row of the opened sequence. */
    private static final int ROW = V2;

    private int depth() {
        return editor.project().orElseThrow().path().size();
    }

    private void nest() {
        mouse.click(x(60), V2);
        driver.until("the clip is selected", () -> editor.selection().equals(Set.of(new Id("c3"))));
        assertTrue(menuAt(x(60), V2).contains("Make a Sequence of the Selection"));
        choose("Make a Sequence of the Selection");
        driver.until("the view shows the sequence", () -> menuAt(x(60), V2).contains("Open the Sequence"));
    }

    private void openByDoubleClick() {
        driver.act(() -> tracks.notifyListeners(SWT.MouseDoubleClick, at(x(60), V2)));
        driver.until("the sequence is opened", () -> depth() == 1);
    }

    private void shows(int source, long frame) {
        Canvas screen = driver.find(driver.shell(), Canvas.class,
                canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
        driver.until("source " + source + " is shown at " + frame + " and not " + driver.ui(() -> ScreenPicture.read(screen)),
                () -> driver.ui(() -> ScreenPicture.read(screen)).is(source, frame));
    }

    private String inside() {
        Sequence inner = sequence();
        Track track = inner.tracks().stream().filter(each -> each.items().durationFrames() > 0).findFirst().orElseThrow();
        return on(track.id());
    }

    private boolean isOnPath(String name) {
        return driver.ui(() -> driver.texts(tracks.getParent())).contains(name);
    }

    @Test
    void aClipIsNestedOpenedTrimmedInsideAndSeenSoFromOutside() {
        editor.setPlayhead(45);
        shows(3, 15);
        nest();
        String outside = on(Film.V2);
        openByDoubleClick();
        assertEquals("c3[0+60]", inside());
        long seen = editor.playheadFrame();
        assertEquals(30, seen, 1, "where the mouse was");
        shows(3, seen);
        driver.until("the way back is named", () -> isOnPath("Film") && isOnPath(sequence().name()));
        press('q', 0);
        driver.until("what lies before the playhead is gone, and not " + inside(),
                () -> inside().equals("c3[" + seen + "+" + (60 - seen) + "]"));
        driver.press(tracks, (char) 0, SWT.ARROW_UP, SWT.CTRL);
        driver.until("the film is shown again", () -> depth() == 0 && editor.playheadFrame() == 45);
        assertEquals(outside, on(Film.V2));
        shows(3, 15 + seen);
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
        shows(3, 15);
    }

    @Test
    void theWayBackIsClickedAndTakenWhereTheSequenceIsUndone() {
        nest();
        mouse.click(x(60), V2);
        driver.until("the nested clip is selected", () -> editor.selection().size() == 1);
        driver.press(tracks, (char) 0, SWT.ARROW_DOWN, SWT.CTRL);
        driver.until("the sequence is opened", () -> depth() == 1);
        mouse.click(HEADER_PX + 100, ROW);
        driver.until("its clip is selected", () -> editor.selection().equals(Set.of(new Id("c3"))));
        driver.until("the way back is there", () -> isOnPath("Film"));
        Label back = driver.find(driver.shell(), Label.class, label -> label.getText().equals("Film"));
        driver.act(() -> back.notifyListeners(SWT.MouseDown, new Event()));
        driver.until("the film is shown again", () -> depth() == 0);
        driver.until("there is no way any more", () -> !isOnPath("\u203a"));
        openByDoubleClick();
        driver.press(tracks, (char) ('Z' - '@'), 'z', SWT.CTRL);
        driver.until("what is undone is left", () -> depth() == 0);
        becomes(Film.V2, "30 c3[0+60]");
    }

    @Test
    void aNestedClipIsTakenApart() {
        nest();
        List<String> names = menuAt(x(60), V2);
        assertTrue(names.contains("Take the Sequence Apart"), names::toString);
        choose("Take the Sequence Apart");
        driver.until("the clip lies there again, and not " + on(Film.V2), () -> StreamSupport
                .stream(sequence().track(Film.V2).items().spliterator(), false)
                .anyMatch(item -> item instanceof Clip clip && clip.content().equals(new MediaStream(new Id("m3"), 0))));
        assertTrue(on(Film.V2).matches("30 c\\d+\\[0\\+60\\]"), on(Film.V2));
    }
}
