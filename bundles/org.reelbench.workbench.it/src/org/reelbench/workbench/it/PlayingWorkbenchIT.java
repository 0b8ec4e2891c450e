package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.ui.Transport;

/** The viewer tells how it plays, and where it stops, exactly the frame under the playhead is seen. The test is the clock. */
@ExtendWith(ThreadRule.class)
class PlayingWorkbenchIT extends OpenWindow {

    private HeldSound sound;
    private Transport transport;
    private Canvas screen;

    @BeforeEach
    void openTheFilm() throws Exception {
        sound = new HeldSound();
        openFilm(Film.make(folder));
        transport = Services.get(Transport.class);
        screen = driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
        shows(0);
    }

    @AfterEach
    void letTheSoundGo() throws Exception {
        driver.act(transport::pause);
        sound.close();
    }

    private void press(char key) {
        driver.press(screen, key, key, 0);
    }

    /** Waits for the picture that belongs to a frame of the film. */
    private void shows(long frame) {
        driver.until("the viewer shows frame " + frame, () -> driver.ui(() -> ScreenPicture.showsFilm(screen, frame)));
    }

    /** Presses a key that lets it play, and waits until it does. */
    private void plays(char key) {
        int before = sound.started();
        press(key);
        driver.until("it plays", () -> sound.started() > before);
    }

    private void stopsWhereItIs() {
        press('k');
        driver.until("it stands", () -> driver.ui(transport::speed) == 0);
        shows(editor.playheadFrame());
    }

    private boolean says(String pattern) {
        return driver.texts(driver.shell()).stream().anyMatch(text -> text.matches(pattern));
    }

    private void choose(String name) {
        driver.act(() -> {
            MenuItem chosen = Stream.of(screen.getMenu().getItems()).filter(item -> item.getText().equals(name)).findFirst()
                    .orElseThrow();
            Stream.of(screen.getMenu().getItems()).filter(item -> (item.getStyle() & SWT.RADIO) != 0)
                    .forEach(item -> item.setSelection(item == chosen));
            chosen.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void picturesThatAreTooLateAreCountedInSight() {
        plays('l');
        for (int frame = 1; frame <= 3; frame++) {
            sound.play(1);
            shows(frame);
        }
        assertTrue(!says(".*dropped.*"), "all were in time");
        sound.play(20);
        int[] heard = { 23 };
        driver.until("late ones are left out, and it says how many", () -> {
            sound.play(1);
            heard[0]++;
            return says("\\d+ dropped") && editor.playheadFrame() > 5;
        });
        stopsWhereItIs();
        assertTrue(editor.playheadFrame() <= heard[0], () -> "no later than was heard, not at " + editor.playheadFrame());
    }

    @Test
    void howLargePicturesAreRenderedIsChosenAndSaid() {
        choose("Play in Half Size");
        plays('l');
        driver.until("it says so", () -> says(".*1/2 size.*"));
        for (int frame = 1; frame <= 5; frame++) {
            sound.play(1);
            driver.until("it plays", () -> editor.playheadFrame() > 0);
        }
        stopsWhereItIs();
        choose("Play as Large as Possible");
        press('l');
        press('l');
        driver.until("it says how fast", () -> says("2×.*"));
        stopsWhereItIs();
    }

    @Test
    void whereItStopsThePictureIsThatUnderThePlayhead() {
        for (int frames : new int[] { 7, 23, 31 }) {
            long from = editor.playheadFrame();
            plays(' ');
            for (int i = 0; i < frames; i++) {
                sound.play(1);
                long next = from + i;
                driver.until("it is on its way", () -> editor.playheadFrame() >= next);
            }
            press(' ');
            driver.until("it stands", () -> driver.ui(transport::speed) == 0);
            long at = editor.playheadFrame();
            shows(at);
            assertEquals(at, editor.playheadFrame(), "it does not move any more");
        }
    }
}
