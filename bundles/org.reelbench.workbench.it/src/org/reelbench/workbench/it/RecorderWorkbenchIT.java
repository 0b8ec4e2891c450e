package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.timeline.Sequence;

/** The recorder view records, shows what it records, and puts it on the timeline. */
@ExtendWith(ThreadRule.class)
class RecorderWorkbenchIT extends OpenWindow {

    private static final String VIEW = "org.reelbench.ui.capture";

    @BeforeEach
    void openTheFilm() throws Exception {
        openFilm(Film.make(folder));
        driver.choose("View", "Recorder");
        driver.until("the view is open", () -> view() != null);
    }

    @AfterEach
    void closeTheRecorder() throws Exception {
        driver.act(() -> driver.window().getActivePage().hideView(view()));
    }

    private IViewPart view() {
        return driver.ui(() -> driver.window().getActivePage().findView(VIEW));
    }

    private Sequence sequence() {
        return editor.project().orElseThrow().sequence();
    }

    @Test
    void whatIsRecordedIsShownMeanwhileAndPutWhereThePlayheadIs() {
        choose("Test card");
        choose("Clicks");
        editor.setPlayhead(Film.FRAMES);
        Button record = driver.find(driver.shell(), Button.class, button -> button.getText().equals("Record"));
        driver.click(record);
        driver.until("a second is recorded",
                () -> said().stream().anyMatch(text -> text.matches("0:00:0[1-9] · .* MB · .* · score \\d+")));
        driver.until("the picture is shown", () -> colours("LivePreview") > 20);
        driver.until("sound is heard", () -> colours("LevelMeter") > 1);
        driver.until("how it goes is drawn", () -> colours("RatePlot") > 2);
        assertEquals("Stop", driver.ui(record::getText));
        driver.click(record);
        driver.until("the file is named", () -> said().stream().anyMatch(text -> text.matches("(?s).*Recording .*\\.mp4.*")));
        assertEquals("Record", driver.ui(record::getText));
        driver.until("it is on the timeline", () -> sequence().durationFrames() > Film.FRAMES);
    }

    @Test
    void whatIsPutOnTheTimelineWhileItIsRecordedGrowsThereAndIsTakenOffInOneStep() {
        choose("Test card");
        choose("Clicks");
        editor.setPlayhead(Film.FRAMES);
        Button record = driver.find(driver.shell(), Button.class, button -> button.getText().equals("Record"));
        driver.click(record);
        driver.until("it records", () -> driver.ui(record::getText).equals("Stop"));
        Button put = driver.find(driver.shell(), Button.class,
                button -> button.getText().equals("Put on Timeline at Playhead"));
        driver.click(put);
        driver.until("it is on the timeline", () -> sequence().durationFrames() > Film.FRAMES);
        assertFalse(driver.ui(put::isEnabled), "once is enough");
        long begun = sequence().durationFrames();
        driver.until("it grows there", () -> sequence().durationFrames() > begun + 30);
        driver.click(record);
        driver.until("the file is named", () -> said().stream().anyMatch(text -> text.matches("(?s).*Recording .*\\.mp4.*")));
        driver.until("it has its length",
                () -> editor.project().orElseThrow().session().project().media().stream()
                        .allMatch(one -> one.recorded() == null));
        assertEquals(1, media("Recording "), "it is not put there again at its end");
        editor.undo();
        driver.until("it is off again", () -> sequence().durationFrames() == Film.FRAMES);
        assertEquals(0, media("Recording "));
    }

    private long media(String name) {
        return editor.project().orElseThrow().session().project().media().stream().filter(one -> one.name().startsWith(name))
                .count();
    }

    private List<String> said() {
        return driver.texts(driver.shell());
    }

    /** Chooses a device once it is listed. */
    private void choose(String device) {
        driver.until("'" + device + "' is listed", () -> driver.ui(() -> {
            for (Combo combo : combos(driver.shell(), new ArrayList<>())) {
                int index = combo.indexOf(device);
                if (index >= 0) {
                    combo.select(index);
                    combo.notifyListeners(SWT.Selection, new Event());
                    return true;
                }
            }
            return false;
        }));
    }

    private static List<Combo> combos(Composite root, List<Combo> found) {
        for (Control child : root.getChildren()) {
            if (child instanceof Combo combo) {
                found.add(combo);
            } else if (child instanceof Composite inner) {
                combos(inner, found);
            }
        }
        return found;
    }

    /** How many colours a part of the view has: one where it shows nothing. */
    private int colours(String kind) {
        return driver.ui(() -> {
            Canvas canvas = driver.find(driver.shell(), Canvas.class, one -> one.getClass().getSimpleName().equals(kind));
            Rectangle area = canvas.getClientArea();
            if (area.isEmpty()) {
                return 0;
            }
            Image image = new Image(canvas.getDisplay(), area.width, area.height);
            GC gc = new GC(image);
            canvas.print(gc);
            gc.dispose();
            ImageData data = image.getImageData();
            image.dispose();
            return (int) IntStream.range(0, data.width * data.height)
                    .map(i -> data.getPixel(i % data.width, i / data.width)).distinct().count();
        });
    }
}
