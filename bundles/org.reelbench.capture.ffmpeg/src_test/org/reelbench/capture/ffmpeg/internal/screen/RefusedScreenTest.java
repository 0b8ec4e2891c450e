package org.reelbench.capture.ffmpeg.internal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.capture.ffmpeg.internal.x11.ScreenPainter;
import org.reelbench.capture.ffmpeg.internal.x11.VirtualScreen;
import org.reelbench.capture.ffmpeg.internal.x11.X11Exception;

/** Screens that would be black in a recording: there is a message that says what to do. */
class RefusedScreenTest {

    private static final Area SCREEN = new Area(0, 0, 320, 240);

    private final VirtualScreen server;
    private final ScreenPainter painter;
    private final ScreenSource source;

    RefusedScreenTest() throws IOException, X11Exception {
        server = VirtualScreen.start(SCREEN.widthPx(), SCREEN.heightPx());
        painter = ScreenPainter.open(server);
        source = new ScreenSource(server.environment());
    }

    @AfterEach
    void close() {
        painter.close();
        server.close();
    }

    private static void assertRefused(String words, CaptureException e) {
        assertEquals(Reason.NOT_AVAILABLE, e.reason());
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    }

    @Test
    void aScreenThatIsCoveredByItsSaverIsNotRecordedUntilItIsAwake() throws Exception {
        CaptureDevice screen = source.devices().getFirst();
        try (CaptureStream stream = source.open(screen, screen.formats().getFirst())) {
            painter.saver(true);
            assertRefused("unlock the screen first", assertThrows(CaptureException.class, stream::start));
            painter.saver(false);
            stream.start();
            stream.stop();
        }
    }

    @Test
    void theScreenOfAWaylandSessionIsRefusedThoughAnXServerAnswers() throws Exception {
        painter.monitor("XWAYLAND0", SCREEN);
        assertRefused("log in with X11", assertThrows(CaptureException.class, source::devices));
    }
}
