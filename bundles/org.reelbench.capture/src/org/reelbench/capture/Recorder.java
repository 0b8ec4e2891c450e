package org.reelbench.capture;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that records devices into files, several at once.
 * <p>
 * For every thread. Recordings under way when the service goes are stopped and finished.
 *
 * <pre>{@code
 * DeviceList found = recorder.devices();
 * CaptureDevice screen = found.devices().getFirst();
 * Recording recording = recorder.start(RecordingRequest.to(Path.of("talk.mp4")).pictures(screen, recorder.usualFormat(screen)));
 * recording.stop();
 * RecordingResult result = recording.ended().toCompletableFuture().get();
 * }</pre>
 */
@ProviderType
public interface Recorder {

    /**
     * Lists the devices of all sources. May take seconds, so not on the UI thread.
     *
     * @return the devices, and what kept sources from listing theirs
     */
    DeviceList devices();

    /**
     * Watches for devices that come and go, and for sources that do.
     *
     * @param changed called after each change, on any thread; it returns soon
     * @return ends the watch when closed
     */
    CaptureSource.Watching watch(Runnable changed);

    /**
     * Chooses a format that this machine can record: with at least 8 GB of memory and 8 cores up to 1920 × 1080 at 60 pictures a
     * second, else up to 1280 × 720 at 30, and on battery up to 1280 × 720 at 15; never more than the device has.
     *
     * @param device the device
     * @return one of the device's formats, or its first one made slower; for sound the one nearest to 48 kHz
     */
    CaptureFormat usualFormat(CaptureDevice device);

    /**
     * Starts a recording. Returns at once; devices are opened and the file is made by threads of the recorder, and what goes wrong
     * is told by {@link Recording#ended} and the listeners.
     *
     * @param request what to record, and where to
     * @return the recording
     * @throws IllegalArgumentException if the request names no device
     */
    Recording start(RecordingRequest request);

    /**
     * Returns the recordings that have not ended, oldest first.
     *
     * @return a snapshot
     */
    List<Recording> recordings();
}
