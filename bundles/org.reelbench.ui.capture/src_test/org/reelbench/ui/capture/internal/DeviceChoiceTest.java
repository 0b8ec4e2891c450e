package org.reelbench.ui.capture.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;
import org.reelbench.time.FrameRate;

class DeviceChoiceTest {

    private final CaptureDevice card = pictures("synthetic", "card", "Test card");
    private final CaptureDevice screen = pictures("x11", ":0.0", "Screen");
    private final CaptureDevice camera = pictures("camera", "/dev/video0", "Camera");
    private final CaptureDevice sound = new CaptureDevice("sound", "a", "Microphone",
            List.of(new CaptureFormat.Sound(48_000, 2)));

    @Test
    void picturesAndSoundAreListsOfTheirOwnThatBeginWithNothing() {
        DeviceList found = new DeviceList(List.of(card, screen, sound), List.of());
        assertArrayEquals(new String[] { "nothing", "Test card", "Screen" }, DeviceChoice.of(found, true).labels());
        assertArrayEquals(new String[] { "nothing", "Microphone" }, DeviceChoice.of(found, false).labels());
        assertEquals(Optional.of(screen), DeviceChoice.of(found, true).at(2));
        assertEquals(Optional.empty(), DeviceChoice.of(found, true).at(0));
    }

    @Test
    void whatIsThereToBeRecordedIsChosenAndStaysChosen() {
        assertEquals(2, new DeviceChoice(List.of(card, screen)).index(Optional.empty()));
        assertEquals(0, new DeviceChoice(List.of(card)).index(Optional.empty()));
        assertEquals(3, new DeviceChoice(List.of(card, screen, camera)).index(Optional.of(camera)));
        assertEquals(0, new DeviceChoice(List.of(card, screen)).index(Optional.of(camera)));
    }

    @Test
    void whatKeepsSourcesFromListingIsSaid() {
        assertEquals("a\nb", DeviceChoice.problems(new DeviceList(List.of(),
                List.of(new CaptureException(CaptureException.Reason.NOT_AVAILABLE, "a"),
                        new CaptureException(CaptureException.Reason.NO_PERMISSION, "b")))));
    }

    private static CaptureDevice pictures(String source, String id, String label) {
        return new CaptureDevice(source, id, label, List.of(new CaptureFormat.Picture(640, 360, FrameRate.of(30, 1))));
    }
}
