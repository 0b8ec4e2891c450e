package org.reelbench.capture;

import java.util.List;

/**
 * A device that delivers pictures or sound, with what it can.
 * <p>
 * Immutable.
 *
 * @param source the {@link CaptureSource#id} of the source that knows it
 * @param id names it among the devices of its source, and stays the same while it is plugged in, for example {@code :0.0}
 * @param label its name for people
 * @param formats what it can deliver, the best first, at least one; all of pictures or all of sound
 */
public record CaptureDevice(String source, String id, String label, List<CaptureFormat> formats) {

    /**
     * Creates the device.
     *
     * @throws IllegalArgumentException if there is no format, or some are of pictures and some of sound
     */
    public CaptureDevice {
        formats = List.copyOf(formats);
        if (formats.stream().map(CaptureFormat::getClass).distinct().count() != 1) {
            throw new IllegalArgumentException("the device '" + label + "' delivers pictures or sound, in at least one format");
        }
    }

    /**
     * Tells whether it delivers pictures.
     *
     * @return true for pictures, false for sound
     */
    public boolean hasPictures() {
        return formats.getFirst() instanceof CaptureFormat.Picture;
    }

    /**
     * Returns the text by which people name the device in commands.
     *
     * @return source and id, for example {@code x11::0.0}
     */
    public String address() {
        return source + ":" + id;
    }
}
