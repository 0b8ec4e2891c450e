package org.reelbench.capture.ffmpeg.internal.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DisplayNameTest {

    @Test
    void namesOfThisMachineAndOfOthersAreTold() throws X11Exception {
        assertEquals(new DisplayName("", 99, 0), DisplayName.of(":99"));
        assertEquals(new DisplayName("", 0, 1), DisplayName.of("unix:0.1"));
        assertEquals(new DisplayName("localhost", 10, 0), DisplayName.of("localhost:10.0"));
        assertFalse(DisplayName.of(":0").remote());
        assertTrue(DisplayName.of("localhost:10.0").remote());
    }

    @Test
    void whatIsNoNameIsRefused() {
        for (String name : new String[] { "", "0", ":", ":x", "wayland-0", "a::0", ":0.0.0" }) {
            assertThrows(X11Exception.class, () -> DisplayName.of(name), name);
        }
    }
}
