package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.reelbench.media.AudioSink;
import org.reelbench.media.AudioSinks;

/** How the viewer's picture is looked at: nearer, with safe areas, by dragging. */
@ExtendWith(ThreadRule.class)
class ViewerWorkbenchIT extends OpenWindow {

    @BeforeEach
    void openTheFilm() throws Exception {
        openFilm(Film.make(folder));
        shows(1, 0);
    }

    @AfterEach
    void fitThePicture() throws Exception {
        choose("Fit");
    }

    private Canvas canvas(String kind) {
        return driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals(kind));
    }

    private void shows(int source, long frame) {
        Canvas screen = canvas("ScreenCanvas");
        driver.until("the viewer shows source " + source + " frame " + frame,
                () -> driver.ui(() -> ScreenPicture.read(screen)).is(source, frame));
    }

    private static Stream<MenuItem> items(Menu menu) {
        return Stream.of(menu.getItems())
                .flatMap(
                        item -> item.getMenu() == null ? Stream.of(item) : Stream.concat(Stream.of(item), items(item.getMenu())));
    }

    /** Chooses from the menu of the picture. */
    private void choose(String name) {
        Canvas screen = canvas("ScreenCanvas");
        driver.act(() -> {
            MenuItem chosen = items(screen.getMenu()).filter(item -> item.getText().equals(name)).findFirst().orElseThrow();
            if ((chosen.getStyle() & SWT.RADIO) != 0) {
                Stream.of(chosen.getParent().getItems()).forEach(item -> item.setSelection(item == chosen));
            } else {
                chosen.setSelection(!chosen.getSelection());
            }
            chosen.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** How much of the canvas is as bright as the card. */
    private double bright() {
        Canvas screen = canvas("ScreenCanvas");
        return driver.ui(() -> {
            Point size = screen.getSize();
            Point place = screen.toDisplay(0, 0);
            return ScreenPicture.share(screen.getDisplay(), new Rectangle(place.x, place.y, size.x, size.y),
                    color -> color.green > 150);
        });
    }

    @Test
    void theCardIsSmallerAtAQuarterAndAsLargeAsEverWhenItFits() {
        double fitted = bright();
        choose("25 %");
        driver.until("little of it is left", () -> bright() < fitted / 4);
        assertTrue(bright() > 0, "but something");
        choose("400 %");
        driver.until("it is near", () -> bright() > fitted / 3);
        Canvas screen = canvas("ScreenCanvas");
        Point size = driver.ui(screen::getSize);
        for (int turn = 0; turn < 12; turn++) {
            wheel(screen, size.x / 2, size.y / 2, -1);
        }
        driver.until("it is far away", () -> bright() < fitted / 4);
        choose("Fit");
        shows(1, 0);
    }

    private void wheel(Canvas screen, int x, int y, int notches) {
        driver.act(() -> {
            Event event = new Event();
            event.x = x;
            event.y = y;
            event.count = notches;
            event.stateMask = SWT.CTRL;
            event.doit = true;
            screen.notifyListeners(SWT.MouseVerticalWheel, event);
        });
    }

    @Test
    void safeAreasAreLinesOverThePicture() {
        Canvas screen = canvas("ScreenCanvas");
        double without = line(screen);
        choose("Safe Areas");
        driver.until("a line lies there", () -> line(screen) > 0.9 && line(screen) > without);
        choose("Safe Areas");
        driver.until("it is gone", () -> line(screen) <= without + 0.05);
    }

    /** How much of the middle third of the upper line of the outer area is as bright as a line over the card. */
    private double line(Canvas screen) {
        return driver.ui(() -> {
            Point size = screen.getSize();
            double width = Math.min(size.x - 16, (size.y - 16) * 16 / 9.0);
            double height = width * 9 / 16;
            double top = (size.y - height) / 2 + height * 0.05;
            double best = 0;
            for (int dy = -3; dy <= 3; dy++) {
                Point place = screen.toDisplay(size.x / 2 - 40, (int) Math.round(top) + dy);
                best = Math.max(best, ScreenPicture.share(screen.getDisplay(), new Rectangle(place.x, place.y, 80, 1),
                        color -> color.green > 165));
            }
            return best;
        });
    }

    @Test
    void draggingTheStripShowsAndLetsHearWhereItIs() throws Exception {
        AtomicInteger grains = new AtomicInteger();
        AudioSink sink = (AudioSink) Proxy.newProxyInstance(ViewerWorkbenchIT.class.getClassLoader(),
                new Class<?>[] { AudioSink.class }, (_, method, arguments) -> switch (method.getName()) {
                case "write" -> {
                    grains.incrementAndGet();
                    yield arguments[2];
                }
                case "device" -> "a test";
                case "isSilent" -> true;
                case "bufferFrames" -> 9600;
                case "framesPlayed" -> 0L;
                default -> null;
                });
        ServiceRegistration<AudioSinks> heard = Services.context().registerService(AudioSinks.class, (_, _) -> sink,
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
        try {
            Canvas strip = canvas("ScrubBar");
            int width = driver.ui(() -> strip.getClientArea().width) - 16;
            mouse(strip, SWT.MouseDown, 8 + width / 4, 1);
            long quarter = (long) (width / 4) * Film.FRAMES / width;
            driver.until("it is there", () -> editor.playheadFrame() == quarter);
            shows(quarter < 30 ? 1 : 3, quarter < 30 ? quarter : quarter - 30);
            mouse(strip, SWT.MouseMove, 8 + width / 2, 0);
            long half = (long) (width / 2) * Film.FRAMES / width;
            driver.until("it is half way", () -> editor.playheadFrame() == half);
            shows(3, half - 30);
            mouse(strip, SWT.MouseMove, 8 + 2 * width, 0);
            driver.until("it is at the end", () -> editor.playheadFrame() == Film.FRAMES - 1);
            shows(2, Film.PART_FRAMES - 1);
            driver.until("something was heard of it", () -> grains.get() >= 1);
        } finally {
            heard.unregister();
        }
    }

    @Test
    void aloneOnTheScreenThePictureIsLargerAndTheKeysWorkAsEver() {
        Canvas screen = canvas("ScreenCanvas");
        Point before = driver.ui(screen::getSize);
        driver.press(screen, (char) 0, SWT.F11, 0);
        driver.until("it is larger", () -> driver.ui(() -> screen.getSize().x > before.x && screen.getSize().y > before.y));
        driver.until("nothing else is seen of the window", () -> driver.ui(() -> {
            Rectangle panel = screen.getParent().getBounds();
            return screen.getParent().getParent() == driver.shell() && panel.equals(driver.shell().getClientArea())
                    && driver.shell().getMenuBar() == null;
        }));
        showsOn(screen, 1, 0);
        driver.press(screen, (char) 0, SWT.ARROW_RIGHT, 0);
        showsOn(screen, 1, 1);
        driver.press(screen, SWT.ESC, SWT.ESC, 0);
        driver.until("it is back", () -> driver.ui(() -> screen.getParent().getParent() != driver.shell()));
        driver.until("it is as large as before", () -> driver.ui(() -> screen.getSize().equals(before)));
        assertTrue(driver.menu().contains("Playback"), "the menu is back");
        shows(1, 1);
        driver.press(screen, (char) 0, SWT.F11, 0);
        driver.until("it is alone again", () -> driver.ui(() -> screen.getParent().getParent() == driver.shell()));
        driver.press(screen, (char) 0, SWT.F11, 0);
        driver.until("it is back again", () -> driver.ui(() -> screen.getSize().equals(before)));
    }

    private void showsOn(Canvas screen, int source, long frame) {
        driver.until("the screen shows source " + source + " frame " + frame,
                () -> driver.ui(() -> ScreenPicture.read(screen)).is(source, frame));
    }

    private void mouse(Control control, int type, int x, int button) {
        driver.act(() -> {
            Event event = new Event();
            event.x = x;
            event.y = 4;
            event.button = button;
            event.stateMask = type == SWT.MouseMove ? SWT.BUTTON1 : 0;
            control.notifyListeners(type, event);
        });
    }
}
