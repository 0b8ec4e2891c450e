package org.reelbench.capture;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that knows devices of one kind, such as screens, cameras or microphones, and opens them.
 * <p>
 * For every thread. Present as long as its bundle is; a recording whose source goes ends with what it has.
 *
 * <pre>{@code
 * CaptureDevice screen = source.devices().getFirst();
 * try (PictureStream stream = (PictureStream) source.open(screen, screen.formats().getFirst())) {
 *     stream.start();
 *     long timeNs = stream.read(frame);
 * }
 * }</pre>
 */
@ConsumerType
public interface CaptureSource {

    /**
     * Returns the source's name.
     *
     * @return lower-case letters, digits and {@code -}, for example {@code x11}; no other source has it
     */
    String id();

    /**
     * Lists the devices that are there now. May take up to a second, so not on the UI thread.
     *
     * @return the devices, in the order in which people should see them; empty if there are none
     * @throws CaptureException if they cannot be listed, with what to do: no permission, a session that does not let screens be
     *             read …
     */
    List<CaptureDevice> devices() throws CaptureException;

    /**
     * Opens a device. May take seconds; a device that others hold is {@link CaptureException.Reason#BUSY}.
     *
     * @param device one of {@link #devices}
     * @param format what it should deliver; a device that cannot gives the nearest, see {@link CaptureStream#format}, and never
     *            more pixels or pictures than were asked for
     * @return a {@link PictureStream} for a device of pictures, a {@link SoundStream} for one of sound; not started; to be closed
     *         by the caller
     * @throws CaptureException if it cannot be opened, with what to do
     */
    CaptureStream open(CaptureDevice device, CaptureFormat format) throws CaptureException;

    /**
     * Watches for devices that come and go.
     *
     * @param changed called after each change, on a thread of the source; it returns soon
     * @return ends the watch when closed; a source that is never told of changes returns one that does nothing
     */
    default Watching watch(Runnable changed) {
        return () -> {
        };
    }

    /** A watch that can be ended. */
    @FunctionalInterface
    interface Watching extends AutoCloseable {

        /** Ends the watch; a call under way may still come. Closing twice is harmless. */
        @Override
        void close();
    }
}
