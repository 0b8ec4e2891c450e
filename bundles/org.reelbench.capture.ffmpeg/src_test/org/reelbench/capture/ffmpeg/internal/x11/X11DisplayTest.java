package org.reelbench.capture.ffmpeg.internal.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class X11DisplayTest {

    private static final int WIDTH_PX = 400;
    private static final int HEIGHT_PX = 300;

    private final VirtualScreen server;
    private final ScreenPainter painter;
    private final X11Display display;

    X11DisplayTest() throws IOException {
        server = VirtualScreen.start(WIDTH_PX, HEIGHT_PX);
        painter = ScreenPainter.open(server);
        display = server.open();
    }

    @AfterAll
    void close() {
        display.close();
        painter.close();
        server.close();
    }

    @Test
    void theScreenIsAsLargeAsItWasMade() {
        assertEquals(new Area(0, 0, WIDTH_PX, HEIGHT_PX), display.screen().area());
        assertEquals(24, display.screen().depthBits());
        assertTrue(display.screen().wide());
    }

    @Test
    void thePointerIsWhereItWasMovedTo() throws X11Exception {
        painter.movePointer(123, 45);
        assertEquals(new PointerPosition(true, 123, 45), display.pointerPosition(painter.root()));
        painter.movePointer(7, 250);
        assertEquals(new PointerPosition(true, 7, 250), display.pointerPosition(painter.root()));
    }

    @Test
    void thePointerLooksLikeSomethingAndPointsWithinItself() throws X11Exception {
        PointerImage image = display.pointerImage();
        assertEquals(image.widthPx() * image.heightPx(), image.pixels().length);
        assertTrue(image.hotXPx() < image.widthPx() && image.hotYPx() < image.heightPx());
        assertTrue(java.util.Arrays.stream(image.pixels()).anyMatch(pixel -> pixel >>> 24 == 0xFF), "nothing of it is opaque");
    }

    @Test
    void windowsAreListedWithTitleAndPlaceUntilTheyClose() throws X11Exception {
        int id = painter.window("A window", new Area(30, 20, 100, 80));
        ScreenWindow window = new ScreenWindow(id, "A window", new Area(30, 20, 100, 80));
        assertEquals(List.of(window), display.windows());
        painter.destroy(id);
        assertEquals(List.of(), display.windows());
        assertEquals(Optional.empty(), display.area(id));
    }

    @Test
    void thePointerIsCountedFromAWindowToo() throws X11Exception {
        int id = painter.window("another", new Area(50, 60, 100, 80));
        painter.movePointer(75, 90);
        assertEquals(new PointerPosition(true, 25, 30), display.pointerPosition(id));
        painter.destroy(id);
    }

    @Test
    void monitorsCoverTheScreen() throws X11Exception {
        List<Monitor> monitors = display.monitors();
        assertFalse(monitors.isEmpty());
        assertEquals(display.screen().area(), monitors.getFirst().area());
    }

    @Test
    void aServerOfItsOwnIsNoWaylandSessionAndShowsWhatIsThere() throws X11Exception {
        assertFalse(display.onWayland());
        assertFalse(display.saverOn());
    }

    @Test
    void aDisplayThatNobodyServesIsSaidToBeMissing() {
        X11Exception e = assertThrows(X11Exception.class, () -> X11Display.open(new DisplayName("", 64321, 0), Map.of()));
        assertEquals(X11Exception.Reason.NO_SERVER, e.reason());
        assertTrue(e.getMessage().contains(":64321"), e.getMessage());
    }

    @Test
    void aScreenThatTheServerDoesNotHaveIsSaidToBeMissing() throws X11Exception {
        DisplayName name = DisplayName.of(server.name() + ".7");
        X11Exception e = assertThrows(X11Exception.class, () -> X11Display.open(name, Map.of()));
        assertEquals(X11Exception.Reason.NO_SERVER, e.reason());
    }
}
