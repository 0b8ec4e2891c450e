package org.reelbench.capture.ffmpeg.internal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;

class SessionTest {

    @Test
    void aMachineWithoutScreenSaysSo() {
        refused(Map.of(), "DISPLAY is not set");
    }

    @Test
    void aWaylandSessionIsRefusedWithWhatToDo() {
        refused(Map.of("WAYLAND_DISPLAY", "wayland-0"), "log in with X11");
    }

    @Test
    void aScreenBehindANetworkIsRefusedWithWhatToDo() {
        refused(Map.of("DISPLAY", "localhost:10.0"), "record on the machine");
    }

    @Test
    void aDisplayThatNobodyServesIsRefused() {
        refused(Map.of("DISPLAY", ":64399"), "no X server answers");
    }

    private static void refused(Map<String, String> environment, String words) {
        CaptureException e = assertThrows(CaptureException.class, () -> new ScreenSource(environment).devices());
        assertEquals(Reason.NOT_AVAILABLE, e.reason());
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    }
}
