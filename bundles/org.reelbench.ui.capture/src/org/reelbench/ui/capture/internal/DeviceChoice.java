package org.reelbench.ui.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.DeviceList;

/**
 * The devices of one kind as a list to choose from; the first entry is none of them.
 *
 * @param devices the devices
 */
record DeviceChoice(List<CaptureDevice> devices) {

    private static final String NOTHING = "nothing";
    private static final String SYNTHETIC = "synthetic";

    /** Those of pictures, or those of sound. */
    static DeviceChoice of(DeviceList found, boolean pictures) {
        return new DeviceChoice(found.devices().stream().filter(device -> device.hasPictures() == pictures).toList());
    }

    String[] labels() {
        List<String> labels = new ArrayList<>();
        labels.add(NOTHING);
        devices.forEach(device -> labels.add(device.label()));
        return labels.toArray(String[]::new);
    }

    Optional<CaptureDevice> at(int index) {
        return index < 1 || index > devices.size() ? Optional.empty() : Optional.of(devices.get(index - 1));
    }

    /** Where a device is that was chosen before, else the first one that is none for tests only, else nothing. */
    int index(Optional<CaptureDevice> before) {
        for (int i = 0; i < devices.size(); i++) {
            CaptureDevice device = devices.get(i);
            if (before.isPresent() ? device.address().equals(before.get().address()) : !device.source().equals(SYNTHETIC)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Why something may be missing in the lists, or an empty text. */
    static String problems(DeviceList found) {
        return String.join("\n", found.problems().stream().map(CaptureException::getMessage).toList());
    }
}
