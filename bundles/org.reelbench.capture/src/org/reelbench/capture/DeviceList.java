package org.reelbench.capture;

import java.util.List;
import java.util.Optional;

/**
 * The devices that were found.
 * <p>
 * Immutable.
 *
 * @param devices the devices, those of one source together
 * @param problems why sources could not list theirs
 */
public record DeviceList(List<CaptureDevice> devices, List<CaptureException> problems) {

    /** Creates the list. */
    public DeviceList {
        devices = List.copyOf(devices);
        problems = List.copyOf(problems);
    }

    /**
     * Finds a device by the name that people give in commands.
     *
     * @param name a device's {@link CaptureDevice#address}, or a source's id for the first device of it
     * @return the device, or empty
     */
    public Optional<CaptureDevice> named(String name) {
        return devices.stream().filter(device -> device.address().equals(name)).findFirst()
                .or(() -> devices.stream().filter(device -> device.source().equals(name)).findFirst());
    }
}
