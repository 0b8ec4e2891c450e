package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.timeline.FrameRange;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Transport;

/** The keys and fields that play and move about do what they say, and the picture is the one under the playhead. */
@ExtendWith(ThreadRule.class)
class TransportWorkbenchIT {

    @TempDir
    static Path folder;

    private static Path project;

    private final Driver driver = Driver.ofTheWindow();
    private Editor editor;
    private Transport transport;

    @BeforeEach
    void openTheFilm() throws Exception {
        if (project == null) {
            project = Film.make(folder);
        }
        editor = Services.get(Editor.class);
        assertTrue(editor.open(project).toCompletableFuture().get(), "opened");
        driver.until("the title names the film", () -> driver.titles().contains("Film – Reelbench"));
        transport = Services.get(Transport.class);
        showsWhatIsUnderThePlayhead();
    }

    @AfterAll
    static void closeTheFilm() throws Exception {
        assertTrue(Services.get(Editor.class).forgetChanges().toCompletableFuture().get(), "closed");
        project = null;
    }

    @AfterEach
    void nothingIsInTheErrorLog() {
        driver.act(() -> {
            transport.pause();
            transport.setLooping(false);
        });
        assertEquals(List.of(), Driver.newProblems());
    }

    private Canvas screen() {
        return driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
    }

    private void press(char letter) {
        driver.press(screen(), letter, letter, 0);
    }

    private void key(int type, char letter) {
        Canvas screen = screen();
        driver.act(() -> {
            Event event = new Event();
            event.character = letter;
            event.keyCode = letter;
            event.doit = true;
            screen.notifyListeners(type, event);
        });
    }

    private int speed() {
        return driver.ui(transport::speed);
    }

    /** The source that is seen at a frame, and which of its frames. */
    private void showsWhatIsUnderThePlayhead() {
        Canvas screen = screen();
        driver.until("the viewer shows frame " + editor.playheadFrame(),
                () -> driver.ui(() -> ScreenPicture.showsFilm(screen, editor.playheadFrame())));
    }

    @Test
    void eachPressOfThePlayingKeysIsFasterAndHoldingThemIsNot() {
        driver.act(() -> transport.setLooping(true));
        for (int speed : new int[] { 1, 2, 4, 8, 8 }) {
            press('l');
            assertEquals(speed, speed());
        }
        press('k');
        assertEquals(0, speed());
        // Far from both ends, however busy the machine is.
        editor.setPlayhead(100);
        press('l');
        assertEquals(1, speed());
        press('j');
        assertEquals(-1, speed());
        press('k');
        assertEquals(0, speed());
        showsWhatIsUnderThePlayhead();
        key(SWT.KeyDown, 'l');
        key(SWT.KeyDown, 'l');
        key(SWT.KeyDown, 'l');
        assertEquals(1, speed(), "a key that is held says itself again and again");
        key(SWT.KeyUp, 'l');
        press('l');
        assertEquals(2, speed());
        press('k');
        showsWhatIsUnderThePlayhead();
    }

    @Test
    void fastEitherWayItPlaysToTheVeryEnds() {
        press('l');
        press('l');
        press('l');
        driver.until("it has ended", () -> speed() == 0);
        assertEquals(Film.FRAMES - 1, editor.playheadFrame());
        showsWhatIsUnderThePlayhead();
        press('j');
        press('j');
        press('j');
        driver.until("it is back at the start", () -> speed() == 0 && editor.playheadFrame() == 0);
        showsWhatIsUnderThePlayhead();
    }

    @Test
    void whileTheKeyForStandingIsHeldTheOthersStep() {
        editor.setPlayhead(28);
        key(SWT.KeyDown, 'k');
        for (int frame = 29; frame <= 31; frame++) {
            key(SWT.KeyDown, 'l');
            assertEquals(frame, editor.playheadFrame());
            showsWhatIsUnderThePlayhead();
        }
        key(SWT.KeyUp, 'l');
        press('j');
        assertEquals(30, editor.playheadFrame());
        showsWhatIsUnderThePlayhead();
        key(SWT.KeyUp, 'k');
        press('j');
        assertEquals(-1, speed());
    }

    private boolean marked(long frame) {
        FrameRange range = editor.project().orElseThrow().sequence().inOut();
        return range != null && range.outFrame() == frame + 1;
    }

    @Test
    void theRangeThatIsMarkedGoesRound() {
        editor.setPlayhead(24);
        press('i');
        editor.setPlayhead(33);
        press('o');
        driver.until("both are marked", () -> driver.ui(transport::hasMarks) && marked(33));
        editor.setPlayhead(70);
        driver.press(screen(), 'L', 'l', SWT.SHIFT);
        assertTrue(driver.ui(transport::isLooping));
        press(' ');
        int[] rounds = { 0 };
        long[] last = { -1 };
        driver.until("it has gone round three times", () -> {
            long now = editor.playheadFrame();
            if (now < last[0]) {
                rounds[0]++;
            }
            last[0] = now;
            return rounds[0] >= 3;
        });
        assertTrue(last[0] >= 24 && last[0] < 34, "at " + last[0]);
        press(' ');
        assertTrue(editor.playheadFrame() >= 24 && editor.playheadFrame() < 34);
        showsWhatIsUnderThePlayhead();
    }

    @Test
    void theKeysForEditsGoFromOneToTheNext() {
        for (long frame : new long[] { 30, 60, 90, 120, 120 }) {
            driver.press(screen(), (char) 0, SWT.ARROW_RIGHT, SWT.CTRL);
            assertEquals(frame, editor.playheadFrame());
            showsWhatIsUnderThePlayhead();
        }
        for (long frame : new long[] { 90, 60, 30, 0, 0 }) {
            driver.press(screen(), (char) 0, SWT.ARROW_LEFT, SWT.CTRL);
            assertEquals(frame, editor.playheadFrame());
        }
        showsWhatIsUnderThePlayhead();
    }

    @Test
    void aTimecodeIsTypedInPlaceOfTheOneThatIsShown() {
        type("100", true);
        driver.until("it is a second on", () -> editor.playheadFrame() == 30);
        showsWhatIsUnderThePlayhead();
        type("+12", true);
        driver.until("it is twelve frames on", () -> editor.playheadFrame() == 42);
        type("nowhere", true);
        Text refused = entry();
        assertTrue(driver.ui(refused::getToolTipText).contains("nowhere"));
        driver.act(() -> refused.traverse(SWT.TRAVERSE_ESCAPE));
        driver.until("the field is gone", () -> driver.ui(refused::isDisposed));
        assertEquals(42, editor.playheadFrame());
        driver.until("the timecode is shown again", () -> driver.texts(driver.shell()).contains("00:00:01:12"));
        Label position = driver.find(driver.shell(), Label.class, label -> label.getText().equals("00:00:01:12"));
        driver.click(position, 3, 3);
        driver.until("pressed, the timecode is typed over", () -> driver.ui(() -> entry() != null));
        driver.act(() -> entry().traverse(SWT.TRAVERSE_ESCAPE));
    }

    private Text entry() {
        return driver.find(driver.shell(), Text.class, text -> String.valueOf(text.getToolTipText()).contains("imecode"));
    }

    private void type(String text, boolean isMeant) {
        press('g');
        Text entry = entry();
        driver.act(() -> entry.setText(text));
        // Letters are text here, and no commands.
        driver.press(entry, 'l', 'l', 0);
        assertEquals(0, speed());
        driver.act(() -> entry.traverse(isMeant ? SWT.TRAVERSE_RETURN : SWT.TRAVERSE_ESCAPE));
    }
}
