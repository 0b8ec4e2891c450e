package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Transform;

/** The selected clip is moved, scaled and turned in the picture, seen at once, and each is one step that can be undone. */
@ExtendWith(ThreadRule.class)
class HandlesWorkbenchIT extends OpenWindow {

    private static final Id CLIP = new Id("c3");

    private Canvas screen;
    private double left;
    private double top;
    private double screenPx;

    @BeforeEach
    void selectTheClipInFront() throws Exception {
        openFilm(Film.make(folder));
        screen = driver.find(driver.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("ScreenCanvas"));
        editor.setPlayhead(45);
        driver.until("the clip in front is shown", () -> driver.ui(() -> ScreenPicture.read(screen)).is(3, 15));
        Rectangle picture = driver.ui(() -> ScreenPicture.place(screen));
        screenPx = picture.width / (double) Film.WIDTH_PX;
        left = picture.x;
        top = picture.y;
        driver.act(() -> editor.select(Set.of(CLIP)));
        driver.until("its handles are there", () -> amber(left, top) > 0.2);
    }

    @AfterEach
    void selectNothing() throws Exception {
        driver.act(() -> editor.select(Set.of()));
    }

    /** How much around a place of the screen has the colour of what is in hand. */
    private double amber(double x, double y) {
        return driver.ui(() -> {
            Point place = screen.toDisplay((int) Math.round(x) - 4, (int) Math.round(y) - 4);
            return ScreenPicture.share(screen.getDisplay(), new Rectangle(place.x, place.y, 8, 8),
                    color -> Math.abs(color.red - 0xf2) < 12 && Math.abs(color.green - 0xa5) < 12
                            && Math.abs(color.blue - 0x3a) < 12);
        });
    }

    private void mouse(int type, double canvasX, double canvasY, int modifiers) {
        driver.act(() -> {
            Event event = new Event();
            event.x = (int) Math.round(left + canvasX * screenPx);
            event.y = (int) Math.round(top + canvasY * screenPx);
            event.button = type == SWT.MouseMove ? 0 : 1;
            event.stateMask = modifiers | (type == SWT.MouseDown ? 0 : SWT.BUTTON1);
            screen.notifyListeners(type, event);
        });
    }

    private Transform placed() {
        return editor.project().orElseThrow().sequence().findClip(CLIP).orElseThrow().clip().transform();
    }

    private String undoLabel() {
        return editor.project().orElseThrow().session().undoLabel().orElse("");
    }

    private boolean isTried() {
        return driver.ui(() -> editor.tried().isPresent());
    }

    @Test
    void aCornerScalesThePictureWhichIsSeenAtOnceAndUndoneAsOne() {
        mouse(SWT.MouseDown, 0, 0, 0);
        mouse(SWT.MouseMove, 40, 22.5, 0);
        mouse(SWT.MouseMove, 80, 45, 0);
        driver.until("what is behind it is seen while the corner is held", () -> isTried()
                && editor.tried().orElseThrow().findClip(CLIP).orElseThrow().clip().transform().scale() < 0.6);
        assertEquals(Transform.IDENTITY, placed(), "nothing is edited yet");
        driver.until("the clip in front is half as large on the screen", () -> seen(0.5, 0, 0));
        mouse(SWT.MouseUp, 80, 45, 0);
        driver.until("it is edited", () -> placed().scale() != 1);
        assertEquals(0.5, placed().scale(), 0.01);
        driver.until("it stays so", () -> seen(0.5, 0, 0));
        driver.act(editor::undo);
        driver.until("one step takes it back", () -> placed().equals(Transform.IDENTITY));
        assertEquals("", undoLabel());
    }

    /** Whether the card in front is read where it should lie. */
    private boolean seen(double scale, double xPx, double yPx) {
        return driver.ui(() -> ScreenPicture.read(screen, left + (Film.WIDTH_PX * (1 - scale) / 2 + xPx) * screenPx,
                top + (Film.HEIGHT_PX * (1 - scale) / 2 + yPx) * screenPx, Film.WIDTH_PX * scale * screenPx,
                Film.HEIGHT_PX * scale * screenPx)).is(3, 15);
    }

    @Test
    void thePictureIsMovedAndBoundAlongOneDirection() {
        mouse(SWT.MouseDown, 160, 100, 0);
        mouse(SWT.MouseMove, 180, 110, 0);
        mouse(SWT.MouseUp, 180, 110, 0);
        driver.until("it has moved", () -> placed().xPx() != 0);
        assertEquals(20, placed().xPx(), 1);
        assertEquals(10, placed().yPx(), 1);
        double y = placed().yPx();
        driver.until("the handles have moved along", () -> amber(left + placed().xPx() * screenPx, top + y * screenPx) > 0.2);
        mouse(SWT.MouseDown, 160, 100, 0);
        mouse(SWT.MouseMove, 165, 70, SWT.SHIFT);
        mouse(SWT.MouseUp, 165, 70, SWT.SHIFT);
        driver.until("it has moved again", () -> placed().yPx() != y);
        assertEquals(20, placed().xPx(), 1);
        assertEquals(-20, placed().yPx(), 2);
    }

    @Test
    void theKnobTurnsItAndEscapeLeavesAllAsItWas() {
        mouse(SWT.MouseDown, 0, 0, 0);
        mouse(SWT.MouseMove, 80, 45, 0);
        mouse(SWT.MouseUp, 80, 45, 0);
        driver.until("it is smaller", () -> placed().scale() < 0.6);
        double knob = 90 - 180 * placed().scale() / 2 - 24 / screenPx;
        driver.until("the knob is there", () -> amber(left + 160 * screenPx, top + knob * screenPx) > 0.2);
        mouse(SWT.MouseDown, 160, knob, 0);
        mouse(SWT.MouseMove, 230, 20, 0);
        driver.until("it is tried", this::isTried);
        driver.press(screen, SWT.ESC, SWT.ESC, 0);
        driver.until("nothing is tried any more", () -> !isTried());
        mouse(SWT.MouseUp, 230, 20, 0);
        assertEquals(0, placed().rotationDegrees());
        driver.act(() -> editor.select(Set.of(CLIP)));
        driver.until("the knob is there again", () -> amber(left + 160 * screenPx, top + knob * screenPx) > 0.2);
        mouse(SWT.MouseDown, 160, knob, 0);
        mouse(SWT.MouseMove, 160 + (90 - knob), 91, SWT.SHIFT);
        mouse(SWT.MouseUp, 160 + (90 - knob), 91, SWT.SHIFT);
        driver.until("it is turned", () -> placed().rotationDegrees() != 0);
        assertEquals(new Transform(0, 0, placed().scale(), 90, Crop.NONE), placed());
    }
}
